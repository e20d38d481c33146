import GRDB
import GRDBSQLite

/// The SQL functions that triggers and checks of the content call.
///
/// - `rowSum(values…)`: the digest of a row as a blob.
/// - `sumWith(sum, values…)` and `sumWithout(sum, values…)`: a sum with a row put in or taken out.
///
/// They read the values where SQLite holds them: a row is as cheap to count as to hash.
enum ContentFunctions {
    private typealias Values = UnsafeMutablePointer<OpaquePointer?>

    static func add(to db: Database) {
        HandCount.addFunction(to: db)
        let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
        let connection = db.sqliteConnection
        sqlite3_create_function_v2(
            connection,
            "rowSum",
            -1,
            flags,
            nil,
            { context, count, values in
                ContentFunctions.answer(ContentFunctions.digest(values, 0..<Int(count)), to: context)
            },
            nil,
            nil,
            nil
        )
        sqlite3_create_function_v2(
            connection,
            "sumWith",
            -1,
            flags,
            nil,
            { context, count, values in ContentFunctions.combine(context, Int(count), values, +) },
            nil,
            nil,
            nil
        )
        sqlite3_create_function_v2(
            connection,
            "sumWithout",
            -1,
            flags,
            nil,
            { context, count, values in ContentFunctions.combine(context, Int(count), values, -) },
            nil,
            nil,
            nil
        )
    }

    private static func combine(
        _ context: OpaquePointer?,
        _ count: Int,
        _ values: Values?,
        _ operation: (RowSum, RowSum) -> RowSum
    ) {
        guard let first = values?[0], let start = sqlite3_value_blob(first),
            let sum = RowSum(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(first))))
        else {
            sqlite3_result_error(context, "the sum of a table's content is no sum; run koe verify", -1)
            return
        }
        answer(operation(sum, digest(values, 1..<count)), to: context)
    }

    private static func digest(_ values: Values?, _ places: Range<Int>) -> RowSum {
        var row = RowBytes()
        for place in places { add(values?[place], to: &row) }
        return RowSum(row: row)
    }

    private static func add(_ value: OpaquePointer?, to row: inout RowBytes) {
        switch sqlite3_value_type(value) {
        case SQLITE_INTEGER: row.add(sqlite3_value_int64(value))
        case SQLITE_FLOAT: row.add(sqlite3_value_double(value))
        case SQLITE_TEXT:
            // The text is asked for first: that can change how many bytes there are.
            let start = sqlite3_value_text(value)
            row.add(text: UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value))))
        case SQLITE_BLOB:
            let start = sqlite3_value_blob(value)
            row.add(blob: UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value))))
        default: row.addNull()
        }
    }

    private static func answer(_ sum: RowSum, to context: OpaquePointer?) {
        // SQLite copies the bytes before the call returns: that is what the destructor -1 asks for.
        let copied = unsafeBitCast(OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type.self)
        sum.bytes.withUnsafeBytes {
            sqlite3_result_blob(context, $0.baseAddress, Int32($0.count), copied)
        }
    }
}

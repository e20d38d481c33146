import GRDBSQLite

/// The columns of a statement that is at a row, straight from SQLite: where rows are read by the hundred thousand.
struct StatementColumns {
    let statement: OpaquePointer

    init(_ statement: OpaquePointer) { self.statement = statement }

    /// The text of a column; `nil` for NULL.
    func text(_ place: CInt) -> String? {
        let bytes = bytes(place)
        return bytes.baseAddress == nil ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// The text of a column as UTF-8, which SQLite holds until the next step; none for NULL.
    func bytes(_ place: CInt) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_column_text(statement, place)
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, place)))
    }

    /// The bytes in a column, which SQLite holds until the next step; none for NULL.
    func blob(_ place: CInt) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(statement, place)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, place)))
    }

    /// The numbers that ``RowWriter/add(numbers:)`` put into a column.
    func numbers(_ place: CInt) -> [UInt64] {
        let (bytes, size) = (blob(place), MemoryLayout<UInt64>.size)
        return (0..<bytes.count / size).map {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * size, as: UInt64.self))
        }
    }

    /// The number in a column; `nil` for NULL.
    func number(_ place: CInt) -> Int64? {
        sqlite3_column_type(statement, place) == SQLITE_NULL ? nil : sqlite3_column_int64(statement, place)
    }

    /// The number in a column that is never NULL.
    func integer(_ place: CInt) -> Int { Int(sqlite3_column_int64(statement, place)) }
}

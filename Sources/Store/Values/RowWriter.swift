import GRDB
import GRDBSQLite

/// Stores many rows with one statement: values go straight to SQLite, and those that count into the digest of the row.
///
/// For rows by the million: a box for each value and the watch over each statement take longer than storing them.
struct RowWriter {
    private let db: Database
    private let statement: Statement
    private var place: CInt = 0
    private var row = RowBytes()
    /// Sum over the rows that were stored, and how many they are.
    private(set) var sum = RowSum()
    private(set) var rows = 0

    init(_ sql: String, in db: Database) throws {
        self.db = db
        statement = try db.cachedStatement(sql: sql)
        sqlite3_reset(statement.sqliteStatement)
    }

    /// Counts a value that the statement does not take.
    mutating func count(_ text: String) { row.add(text: text.withoutNull) }

    /// Takes the next value.
    ///
    /// `counts`: whether the value counts in the digest.
    mutating func add(_ text: String?, counts: Bool = true) throws(DatabaseError) {
        guard let text = text?.withoutNull else { return try addNull(counts: counts) }
        if counts { row.add(text: text) }
        try bind { TextBinding.bind(text, to: $0, at: $1) }
    }

    mutating func add(_ number: Int64?, counts: Bool = true) throws(DatabaseError) {
        guard let number else { return try addNull(counts: counts) }
        if counts { row.add(number) }
        try bind { sqlite3_bind_int64($0, $1, number) }
    }

    mutating func add(_ number: Int?, counts: Bool = true) throws(DatabaseError) {
        try add(number.map { Int64($0) }, counts: counts)
    }

    mutating func add(_ number: UInt64) throws(DatabaseError) { try add(Int64(bitPattern: number), counts: false) }

    mutating func add(_ number: Double?, counts: Bool = true) throws(DatabaseError) {
        guard let number else { return try addNull(counts: counts) }
        if counts { row.add(number) }
        try bind { sqlite3_bind_double($0, $1, number) }
    }

    mutating func add(blob bytes: [UInt8]) throws(DatabaseError) {
        try bind { statement, place in
            bytes.withUnsafeBytes {
                sqlite3_bind_blob(statement, place, $0.baseAddress, CInt($0.count), TextBinding.copied)
            }
        }
    }

    /// Takes numbers as one value, of 8 bytes each, the lowest byte first.
    mutating func add(numbers: some Collection<UInt64>) throws(DatabaseError) {
        try add(blob: numbers.map { $0.littleEndian }.withUnsafeBytes { Array($0) })
    }

    /// Stores the row whose values were taken.
    ///
    /// - Returns: whether there is a new row: one that was there already does not count.
    @discardableResult
    mutating func store() throws -> Bool {
        let code = sqlite3_step(statement.sqliteStatement)
        sqlite3_reset(statement.sqliteStatement)
        place = 0
        defer { row.clear() }
        guard code == SQLITE_DONE else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code),
                message: db.lastErrorMessage,
                sql: statement.sql
            )
        }
        guard sqlite3_changes(db.sqliteConnection) > 0 else { return false }
        if !row.bytes.isEmpty { sum = sum + RowSum(row: row) }
        rows += 1
        return true
    }

    private mutating func addNull(counts: Bool) throws(DatabaseError) {
        if counts { row.addNull() }
        try bind { sqlite3_bind_null($0, $1) }
    }

    private mutating func bind(_ body: (OpaquePointer, CInt) -> CInt) throws(DatabaseError) {
        place += 1
        let code = body(statement.sqliteStatement, place)
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
}

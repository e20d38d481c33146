import GRDB
import GRDBSQLite

/// Asks for rows by numbers or by texts, straight at SQLite: a night asks by the hundred thousand.
enum NumberQuery {
    /// The first column of all rows; NULL is left out.
    static func all(_ sql: String, _ numbers: [Int64], in db: Database) throws -> [Int64] {
        var found: [Int64] = []
        try forEach(sql, numbers, in: db) { statement in
            if sqlite3_column_type(statement, 0) != SQLITE_NULL { found.append(sqlite3_column_int64(statement, 0)) }
            return true
        }
        return found
    }

    /// The first column of the first row; `nil` for NULL and where there is no row.
    static func first(_ sql: String, _ numbers: [Int64], in db: Database) throws -> Int64? {
        var found: Int64?
        try forEach(sql, numbers, in: db) { statement in
            if sqlite3_column_type(statement, 0) != SQLITE_NULL { found = sqlite3_column_int64(statement, 0) }
            return false
        }
        return found
    }

    /// Calls the body with each row until it says no more.
    static func forEach(
        _ sql: String,
        _ numbers: [Int64],
        in db: Database,
        _ body: (OpaquePointer) throws -> Bool
    ) throws {
        let statement = try db.cachedStatement(sql: sql).sqliteStatement
        sqlite3_reset(statement)
        for (place, number) in numbers.enumerated() { sqlite3_bind_int64(statement, CInt(place + 1), number) }
        try step(statement, sql, in: db, body)
    }

    /// The same by texts.
    static func forEach(
        _ sql: String,
        texts: [String],
        in db: Database,
        _ body: (OpaquePointer) throws -> Bool
    ) throws {
        let statement = try db.cachedStatement(sql: sql).sqliteStatement
        sqlite3_reset(statement)
        for (place, text) in texts.enumerated() {
            TextBinding.bind(text.withoutNull, to: statement, at: CInt(place + 1))
        }
        try step(statement, sql, in: db, body)
    }

    /// The same with arguments of other kinds.
    static func forEach(_ part: SQLPart, in db: Database, _ body: (OpaquePointer) throws -> Bool) throws {
        let cached = try db.cachedStatement(sql: part.sql)
        try cached.setArguments(part.arguments)
        try step(cached.sqliteStatement, part.sql, in: db, body)
    }

    private static func step(
        _ statement: OpaquePointer,
        _ sql: String,
        in db: Database,
        _ body: (OpaquePointer) throws -> Bool
    ) throws {
        defer { sqlite3_reset(statement) }
        while true {
            let code = sqlite3_step(statement)
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else {
                throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage, sql: sql)
            }
            if try !body(statement) { return }
        }
    }
}

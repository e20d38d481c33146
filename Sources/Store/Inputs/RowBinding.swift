import Feedback
import GRDB
import GRDBSQLite

/// A statement that takes the packed columns of comments, straight to SQLite: forty values a row in boxes of their own
/// take longer than storing them.
struct RowBinding {
    private let statement: Statement
    private let db: Database

    /// `sql`: a statement with a parameter for each column, and some behind them.
    init(_ sql: String, in db: Database) throws {
        statement = try db.cachedStatement(sql: sql)
        self.db = db
        // To GRDB the arguments are set, all of them NULL.
        statement.setUncheckedArguments(StatementArguments())
    }

    /// Runs the statement; `last`: the parameter behind the columns, the hash and the origin, where there is one.
    ///
    /// SQLite reads the texts where they lie, and is done with them before this returns.
    func run(_ row: CommentRow, input: Int64, byte: Int64, _ last: Int64? = nil) throws {
        let handle = statement.sqliteStatement
        let code = row.columns.bytes.withUnsafeBytes { bytes in
            var place: CInt = 0
            var code = bind(bytes, to: handle, &place)
            sqlite3_bind_int64(handle, place + 1, row.contentHash)
            sqlite3_bind_int64(handle, place + 2, input)
            sqlite3_bind_int64(handle, place + 3, byte)
            sqlite3_bind_int64(handle, place + 4, row.origin.digest)
            if let last { sqlite3_bind_int64(handle, place + 5, last) }
            if code == SQLITE_OK { code = sqlite3_step(handle) }
            return code
        }
        let message = code == SQLITE_DONE ? nil : db.lastErrorMessage
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
        guard code == SQLITE_DONE else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
        }
    }

    /// Binds what is not NULL, and moves the place on to the last column.
    ///
    /// - Returns: `SQLITE_TOOBIG` for a text that SQLite does not take.
    private func bind(_ bytes: UnsafeRawBufferPointer, to handle: OpaquePointer, _ place: inout CInt) -> CInt {
        var index = 0
        while index < bytes.count {
            place += 1
            let kind = bytes[index]
            index += 1
            if kind == PackedColumns.Kind.number {
                let number = bytes.loadUnaligned(fromByteOffset: index, as: Int64.self)
                sqlite3_bind_int64(handle, place, Int64(littleEndian: number))
                index += 8
            } else if kind == PackedColumns.Kind.text {
                let count = CInt(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: CInt.self))
                let start = bytes.baseAddress.map { ($0 + index + 4).assumingMemoryBound(to: CChar.self) }
                let code = sqlite3_bind_text(handle, place, start, count, nil)
                if code != SQLITE_OK { return code }
                index += 4 + Int(count)
            }
        }
        return SQLITE_OK
    }
}

import Feedback
import GRDB
import GRDBSQLite
import Glibc

/// Binds the columns of a comment to a statement, in the order of ``CommentColumns/names``, and what follows them.
///
/// Straight to SQLite: forty values a row in boxes of their own take longer than storing them.
struct CommentBinder: CommentVisitor {
    private let statement: Statement
    private var place: CInt = 0

    /// `statement`: one of ``ready(_:)``.
    init(_ statement: Statement) {
        self.statement = statement
        // What it says of the last row was told when that row was stored.
        sqlite3_reset(statement.sqliteStatement)
    }

    /// A statement that takes its values from a binder: to GRDB its arguments are set, all of them NULL.
    static func ready(_ statement: Statement) -> Statement {
        statement.setUncheckedArguments(StatementArguments())
        return statement
    }

    /// - Throws: GRDB's error `SQLITE_TOOBIG` for a text that SQLite does not take.
    mutating func bind(_ text: String?) throws(DatabaseError) {
        guard var text = text?.withoutNull else { return try bind { sqlite3_bind_null($0, $1) } }
        try bind { statement, place in
            text.withUTF8 { bytes in
                // SQLite copies the bytes before the call returns: that is what the destructor -1 asks for.
                let copied = unsafeBitCast(OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type.self)
                return bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(statement, place, $0.baseAddress, CInt($0.count), copied)
                }
            }
        }
    }

    mutating func bind(_ number: Int64?) throws(DatabaseError) {
        try bind { statement, place in
            number.map { sqlite3_bind_int64(statement, place, $0) } ?? sqlite3_bind_null(statement, place)
        }
    }

    private mutating func bind(_ body: (OpaquePointer, CInt) -> CInt) throws(DatabaseError) {
        place += 1
        let code = body(statement.sqliteStatement, place)
        guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }

    mutating func required(_ column: CommentColumn, _ value: inout String) throws(DatabaseError) { try bind(value) }

    mutating func text(_ column: CommentColumn, _ value: inout String?) throws(DatabaseError) { try bind(value) }

    mutating func role(_ column: CommentColumn, _ value: inout AuthorRole) throws(DatabaseError) {
        try bind(value.rawValue)
    }

    mutating func time(_ column: CommentColumn, _ value: inout Timestamp?) throws(DatabaseError) {
        try bind(value?.instant.milliseconds)
        try bind(value?.original)
        try bind(value?.zoneOrigin.rawValue)
        if column.hasCertainty { try bind(value?.certainty.rawValue) }
    }

    mutating func rating(_ column: CommentColumn, _ value: inout Rating?) throws(DatabaseError) {
        try bind((value?.thousandths).map { Int64($0) })
        try bind((value?.scale.low).map { Int64($0) })
        try bind((value?.scale.high).map { Int64($0) })
    }

    mutating func answers(_ column: CommentColumn, _ value: inout [SurveyAnswer]) throws(DatabaseError) {
        try bind(value.isEmpty ? nil : JSONText.encode(value))
    }
}

extension String {
    /// SQLite ends a text at its first NUL, so a NUL is kept as the replacement character and nothing behind it is lost.
    var withoutNull: String { holdsNull ? replacing("\0", with: "\u{FFFD}") : self }

    private var holdsNull: Bool {
        utf8.withContiguousStorageIfAvailable { bytes in
            bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
        }
            ?? utf8.contains(0)
    }
}

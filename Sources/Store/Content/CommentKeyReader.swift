import GRDB
import GRDBSQLite
import JSON

/// Reads the names under which rows that belong to comments count.
struct CommentKeyReader {
    private let statement: Statement

    init(in db: Database) throws {
        statement = try db.cachedStatement(sql: HashedTable.commentKey(of: "id = ?"))
    }

    /// The name of a comment, as ``HashedTable`` has it.
    ///
    /// - Throws: ``StoreError`` `corrupt` when there is no such comment.
    mutating func key(of id: Int64) throws -> String {
        let handle = statement.sqliteStatement
        sqlite3_reset(handle)
        sqlite3_bind_int64(handle, 1, id)
        defer { sqlite3_reset(handle) }
        guard sqlite3_step(handle) == SQLITE_ROW, let text = sqlite3_column_text(handle, 0) else {
            throw StoreError(code: .corrupt, message: "a result names a comment that is not there; run koe verify")
        }
        let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(handle, 0)))
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Statements that take a list of row ids.
enum IDList {
    /// Runs statements each of which takes the list as JSON.
    static func run(_ statements: [String], _ ids: [Int64], in db: Database) throws {
        let list = text(of: ids)
        for sql in statements { try db.cachedStatement(sql: sql).execute(arguments: [list]) }
    }

    /// The list as JSON: numbers alone stand in it.
    static func text(of ids: [Int64]) -> String { "[" + ids.map { "\($0)" }.joined(separator: ",") + "]" }

    /// Ids that are texts, or other words, as JSON.
    static func text(of words: some Sequence<String>) -> String {
        var list = JSONWriter(.plain)
        list.openArray()
        for word in words { list.string(word) }
        list.closeArray()
        return list.text
    }
}

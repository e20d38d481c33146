package import GRDB

extension CommentTable {
    /// Calls the body with every comment, in the order of the row ids.
    package static func forEach(in db: Database, _ body: (StoredComment) throws -> Void) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT \(selection) FROM comment ORDER BY id")
        while let row = try rows.next() { try body(StoredComment(row: row)) }
    }

    /// Calls the body with the row id, source and external id of every comment, in the order of the row ids.
    package static func forEachName(in db: Database, _ body: (Int64, String, String) throws -> Void) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT id, source, externalID FROM comment ORDER BY id")
        while let row = try rows.next() { try body(row[0], row[1], row[2]) }
    }
}

package import Feedback
package import GRDB

/// How comments hang together, read for linking.
package enum ThreadTable {
    /// The pointers of one comment, and what copies of it share.
    package struct Pointers: Sendable {
        package let id: Int64
        package let source: String
        package let externalID: String
        package let inReplyTo: String?
        package let threadID: String?
        package let postedAt: Instant?
        package let text: String
    }

    /// The pointers of the comments behind a row id, in the order of these.
    package static func pointers(after id: Int64, limit: Int, in db: Database) throws -> [Pointers] {
        let select = try db.cachedStatement(sql: "SELECT \(selection) FROM comment WHERE id > ? ORDER BY id LIMIT ?")
        return try Array(Row.fetchCursor(select, arguments: [id, limit]).map(pointers))
    }

    /// The pointers of one comment, or `nil`.
    package static func pointers(of commentID: Int64, in db: Database) throws -> Pointers? {
        let select = try db.cachedStatement(sql: "SELECT \(selection) FROM comment WHERE id = ?")
        return try Row.fetchOne(select, arguments: [commentID]).map(pointers)
    }

    /// Row id of a comment, or `nil`.
    package static func id(source: String, externalID: String, in db: Database) throws -> Int64? {
        let select = try db.cachedStatement(sql: "SELECT id FROM comment WHERE source = ? AND externalID = ?")
        return try Int64.fetchOne(select, arguments: [source, externalID])
    }

    private static let selection = "id, source, externalID, inReplyTo, threadID, postedAt, text"

    private static func pointers(_ row: Row) -> Pointers {
        var columns = ColumnReader(row)
        return Pointers(
            id: columns.value(),
            source: columns.value(),
            externalID: columns.value(),
            inReplyTo: columns.optional(),
            threadID: columns.optional(),
            postedAt: columns.instant(),
            text: columns.value()
        )
    }

    /// Whether any comment answers another.
    package static func hasReplies(in db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM comment WHERE inReplyTo IS NOT NULL)") ?? false
    }

    /// Calls the body with the source and external id of every comment.
    package static func forEachIdentity(in db: Database, _ body: (String, String) -> Void) throws {
        let rows = try Row.fetchCursor(db, sql: "SELECT source, externalID FROM comment ORDER BY source, externalID")
        while let row = try rows.next() { body(row[0], row[1]) }
    }
}

package import GRDB

/// How comments hang together, read for linking.
package enum ThreadTable {
    /// The pointers of one comment.
    package struct Pointers: Sendable {
        package let id: Int64
        package let source: String
        package let externalID: String
        package let inReplyTo: String?
        package let threadID: String?
    }

    /// Calls the body with the pointers of every comment, in the order of (source, external id).
    package static func forEach(in db: Database, _ body: (Pointers) throws -> Void) throws {
        let sql = """
            SELECT id, source, externalID, inReplyTo, threadID FROM comment ORDER BY source, externalID
            """
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            try body(
                Pointers(
                    id: row["id"],
                    source: row["source"],
                    externalID: row["externalID"],
                    inReplyTo: row["inReplyTo"],
                    threadID: row["threadID"]
                )
            )
        }
    }
}

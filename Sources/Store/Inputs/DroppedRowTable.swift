package import GRDB

/// Rows that people took out of quarantine, by digests of what was written.
package enum DroppedRowTable {
    /// The digest of a row: bytes 0 to 7 and 8 to 15 of a hash, most significant first.
    package struct Digest: Hashable, Sendable {
        package let high: Int64
        package let low: Int64

        package init(high: Int64, low: Int64) { (self.high, self.low) = (high, low) }
    }

    /// Takes down a row of an input that is dropped from quarantine.
    package static func add(_ digest: Digest, of row: QuarantinedRow, in db: Database) throws {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO droppedRow VALUES (?, ?, ?, ?)")
            .execute(arguments: [row.source, row.inputHash, digest.high, digest.low])
    }

    /// The rows of a source that were dropped, whichever input they stood in.
    package static func digests(of source: String, in db: Database) throws -> Set<Digest> {
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT high, low FROM droppedRow WHERE source = ?",
            arguments: [source]
        )
        var digests: Set<Digest> = []
        while let row = try rows.next() { digests.insert(Digest(high: row["high"], low: row["low"])) }
        return digests
    }

    /// Forgets what was dropped of inputs that are kept no longer: nobody can tell whose rows these were.
    static func forgetUnkept(in db: Database) throws {
        try db.execute(
            sql: "DELETE FROM droppedRow WHERE inputHash NOT IN (SELECT inputHash FROM input WHERE isKept = 1)"
        )
    }
}

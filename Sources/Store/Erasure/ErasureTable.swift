package import Feedback
package import GRDB

/// One erasure, as it is remembered: when and how much, and not of whom.
package struct ErasureRecord: Sendable {
    package enum Kind: String, Codable, Sendable {
        case author, comment
        case supportCase = "case"
        case source
    }

    package let id: Int64
    package let kind: Kind
    package let erasedAt: Instant
    /// Comments and cases that were there to be erased.
    package let comments: Int
    package let cases: Int
}

/// Erasures and the keyed hashes that keep what was erased away.
package enum ErasureTable {
    /// Takes an erasure down with the hashes of everything that names what was erased.
    package static func add(
        _ kind: ErasureRecord.Kind,
        hashes: Set<String>,
        comments: Int,
        cases: Int,
        at now: Instant,
        in db: Database
    ) throws {
        try db.execute(
            sql: "INSERT INTO erasure (kind, erasedAt, comments, cases) VALUES (?, ?, ?, ?)",
            arguments: [kind.rawValue, now.milliseconds, comments, cases]
        )
        let id = db.lastInsertedRowID
        for hash in hashes.sorted() {
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO tombstone VALUES (?, ?)").execute(arguments: [hash, id])
        }
    }

    /// All erasures, oldest first.
    package static func all(in db: Database) throws -> [ErasureRecord] {
        try Row.fetchAll(db, sql: "SELECT * FROM erasure ORDER BY id").compactMap { row in
            guard let kind = ErasureRecord.Kind(rawValue: row["kind"]) else { return nil }
            return ErasureRecord(
                id: row["id"],
                kind: kind,
                erasedAt: Instant(milliseconds: row["erasedAt"]),
                comments: row["comments"],
                cases: row["cases"]
            )
        }
    }

    /// The hashes of everything that was ever erased.
    package static func hashes(in db: Database) throws -> Set<String> {
        Set(try String.fetchAll(db, sql: "SELECT hash FROM tombstone"))
    }
}

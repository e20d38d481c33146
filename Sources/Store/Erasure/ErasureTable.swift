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
    /// In the order of brand and measure.
    package let effects: [ErasureEffect]
}

/// Erasures and the keyed hashes that keep what was erased away.
package enum ErasureTable {
    /// Takes an erasure down with the hashes of everything that names what was erased.
    package static func add(
        _ kind: ErasureRecord.Kind,
        hashes: Set<String>,
        comments: Int,
        cases: Int,
        effects: [ErasureEffect],
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
        for effect in effects {
            try db.execute(
                sql: "INSERT INTO erasureEffect VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    id, effect.brand, effect.measure, effect.voices, effect.isSealed, effect.moveThousandths,
                ]
            )
        }
    }

    /// All erasures, oldest first.
    package static func all(in db: Database) throws -> [ErasureRecord] {
        try Row.fetchAll(db, sql: "SELECT * FROM erasure ORDER BY id").compactMap { row in
            guard let kind = ErasureRecord.Kind(rawValue: row["kind"]) else { return nil }
            let id: Int64 = row["id"]
            return ErasureRecord(
                id: id,
                kind: kind,
                erasedAt: Instant(milliseconds: row["erasedAt"]),
                comments: row["comments"],
                cases: row["cases"],
                effects: try effects(of: id, in: db)
            )
        }
    }

    private static func effects(of erasure: Int64, in db: Database) throws -> [ErasureEffect] {
        let sql = "SELECT * FROM erasureEffect WHERE erasureID = ? ORDER BY brand, measure"
        return try Row.fetchAll(db, sql: sql, arguments: [erasure]).map {
            ErasureEffect(
                brand: $0["brand"],
                measure: $0["measure"],
                voices: $0["voices"],
                isSealed: $0["isSealed"],
                moveThousandths: $0["moveThousandths"]
            )
        }
    }

    /// The hashes of everything that was ever erased.
    package static func hashes(in db: Database) throws -> Set<String> {
        Set(try String.fetchAll(db, sql: "SELECT hash FROM tombstone"))
    }
}

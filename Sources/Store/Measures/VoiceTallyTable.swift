package import GRDB

/// One count over the voices of a brand.
package struct VoiceTally: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// Counted voices by what support and brand polarity were taken from; named `facets rating`.
        case basis
        /// Comments of all voices.
        case comment
        /// Mentions in the comments of counted voices by facet and polarity; named `speed -1`.
        case mention
        /// Counted, dated voices by source and month.
        case source
    }

    package let brand: String
    package let kind: Kind
    package let name: String
    /// Such as `2014-03`; empty where months do not count.
    package let month: String
    package var n: Int
}

extension VoiceRow {
    /// What the voice adds to the counts of its brand.
    package var tallies: [VoiceTally] {
        get throws {
            func tally(_ kind: VoiceTally.Kind, _ name: String, month: String = "", _ n: Int = 1) -> VoiceTally {
                VoiceTally(brand: brand, kind: kind, name: name, month: month, n: n)
            }
            let sources = try JSONText.integers(sources)
            let comments = [tally(.comment, "", sources.reduce(0) { $0 + $1.basisPoints })]
            guard isCounted else { return comments }
            return comments + [tally(.basis, "\(supportBasis) \(brandBasis)")]
                + (try JSONText.integers(mentions).map { tally(.mention, $0.name, $0.basisPoints) })
                + (day == nil ? [] : sources.map { tally(.source, $0.name, month: month) })
        }
    }
}

/// Counts that reports show of the voices of each brand.
package enum VoiceTallyTable {
    package static func clear(in db: Database) throws {
        try db.execute(sql: "DELETE FROM voiceTally")
    }

    /// Adds to counts; what comes to nothing goes.
    package static func add(_ changes: some Sequence<VoiceTally>, in db: Database) throws {
        let add = try db.cachedStatement(
            sql: """
                INSERT INTO voiceTally VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (brand, kind, name, month) DO UPDATE SET n = n + excluded.n
                """
        )
        let remove = try db.cachedStatement(
            sql: "DELETE FROM voiceTally WHERE brand = ? AND kind = ? AND name = ? AND month = ? AND n = 0"
        )
        for change in changes {
            let place: StatementArguments = [change.brand, change.kind.rawValue, change.name, change.month]
            try add.execute(arguments: place + [change.n])
            if change.n <= 0 { try remove.execute(arguments: place) }
        }
    }

    /// The counts of one kind, in the order of brand, name and month.
    ///
    /// `brand`: `nil` for all.
    static func rows(_ kind: VoiceTally.Kind, of brand: String? = nil, in db: Database) throws -> [VoiceTally] {
        let sql = """
            SELECT * FROM voiceTally WHERE kind = :kind AND \(brand == nil ? "TRUE" : "brand = :brand")
            ORDER BY brand, name, month
            """
        var arguments: StatementArguments = ["kind": kind.rawValue]
        if let brand { arguments += ["brand": brand] }
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        return try Array(
            rows.map { VoiceTally(brand: $0["brand"], kind: kind, name: $0["name"], month: $0["month"], n: $0["n"]) }
        )
    }
}

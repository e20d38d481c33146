package import Feedback
package import GRDB

/// Voices as reports sum them and choose among them; every query streams or counts.
package enum ReportVoices {
    /// How far a voice moves support or brand strength, whatever the direction; in basis points.
    static let weight = "(abs(coalesce(supportPolarity, 0)) + abs(coalesce(brandPolarity, 0)))"
    /// Bytes of the lists of facets and signals: how much the voice says.
    static let richness = "(length(facets) + length(signals))"
    /// Above 0 for praise, under 0 for blame.
    static let direction = "(coalesce(supportPolarity, 0) + coalesce(brandPolarity, 0))"

    /// Row ids of the counted voices of a brand that weigh most in a direction, then those that say most, then by id.
    package static func heaviest(of brand: String, isPraise: Bool, limit: Int, in db: Database) throws -> [Int64] {
        let sql = """
            SELECT id FROM voice WHERE brand = ? AND isCounted AND \(direction) \(isPraise ? ">" : "<") 0
            ORDER BY \(weight) DESC, \(richness) DESC, voiceID LIMIT ?
            """
        return try Int64.fetchAll(db, sql: sql, arguments: [brand, limit])
    }

    /// Row ids of the counted voices of a brand with the greatest lots; see ``VoiceRow/lot``.
    package static func drawn(of brand: String, limit: Int, in db: Database) throws -> [Int64] {
        let sql = "SELECT id FROM voice WHERE brand = ? AND isCounted ORDER BY lot DESC, voiceID LIMIT ?"
        return try Int64.fetchAll(db, sql: sql, arguments: [brand, limit])
    }

    /// A voice of a brand as a report sums it.
    package struct BrandVoice: Sendable {
        package let id: Int64
        package let voiceID: String
        package let customer: String
        /// Such as `2014-03`.
        package let month: String
        package let caseID: String?
        package let relation: LinkRelation?
        package let isCounted: Bool
        package let saysRecovered: Bool
        /// Basis points.
        package let brandPolarity: Int?
        /// What the brand polarity was taken from.
        package let brandBasis: String
        /// Names of the facets it praises or blames, with their polarities in basis points.
        package let facets: [(name: String, basisPoints: Int)]
        /// Bytes of the lists of facets and signals: how much the voice says.
        package let richness: Int
    }

    /// Calls the body with the voices of a brand, those of one customer together.
    package static func forEach(of brand: String, in db: Database, _ body: (BrandVoice) -> Void) throws {
        let sql = """
            SELECT id, voiceID, coalesce(author, voiceID) AS customer, month, caseID, relation, isCounted,
                instr(signals, '"\(LoyaltySignal.recovered.rawValue)"') > 0, brandPolarity, brandBasis, facets, \(richness)
            FROM voice WHERE brand = ? ORDER BY customer, voiceID
            """
        // Voices by the thousand speak of the same few facets.
        var lists: [String: [(name: String, basisPoints: Int)]] = [:]
        try NumberQuery.forEach(SQLPart(sql, [brand]), in: db) { row in
            let columns = StatementColumns(row)
            let list = columns.text(10) ?? "{}"
            let facets = try lists[list] ?? JSONText.integers(list)
            lists[list] = facets
            body(
                BrandVoice(
                    id: Int64(columns.integer(0)),
                    voiceID: columns.text(1) ?? "",
                    customer: columns.text(2) ?? "",
                    month: columns.text(3) ?? "",
                    caseID: columns.text(4),
                    relation: columns.text(5).flatMap(LinkRelation.init(rawValue:)),
                    isCounted: columns.integer(6) != 0,
                    saysRecovered: columns.integer(7) != 0,
                    brandPolarity: columns.number(8).map(Int.init),
                    brandBasis: columns.text(9) ?? "",
                    facets: facets,
                    richness: columns.integer(11)
                )
            )
            return true
        }
    }

    /// What is told of the voice of a quoted comment.
    package struct QuotedVoice: Sendable {
        package let caseID: String?
        /// Basis points.
        package let supportPolarity: Int?
        package let brandPolarity: Int?

        package init(_ voice: VoiceRow) {
            (caseID, supportPolarity, brandPolarity) = (voice.caseID, voice.supportPolarity, voice.brandPolarity)
        }

        fileprivate init(_ columns: StatementColumns) {
            caseID = columns.text(0)
            supportPolarity = columns.number(1).map(Int.init)
            brandPolarity = columns.number(2).map(Int.init)
        }
    }

    /// What is told of the voice with a row id; `nil` where there is none.
    package static func quoted(_ rowID: Int64, in db: Database) throws -> QuotedVoice? {
        let sql = "SELECT caseID, supportPolarity, brandPolarity FROM voice WHERE id = ?"
        var found: QuotedVoice?
        try NumberQuery.forEach(sql, [rowID], in: db) { row in
            found = QuotedVoice(StatementColumns(row))
            return false
        }
        return found
    }

    /// Row ids of the comments of a voice, the earliest first.
    package static func comments(ofVoice rowID: Int64, limit: Int, in db: Database) throws -> [Int64] {
        let sql = """
            SELECT commentID FROM voiceMember JOIN comment ON comment.id = commentID
            WHERE voiceID = ? ORDER BY postedAt IS NULL, postedAt, source, externalID LIMIT ?
            """
        return try NumberQuery.all(sql, [rowID, Int64(limit)], in: db)
    }
}

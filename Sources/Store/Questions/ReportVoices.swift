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

    /// A voice that tells how facets and brand polarity go together.
    package struct DriverVoice: Sendable {
        package let customer: String
        /// Basis points.
        package let brandPolarity: Int
        /// Names of the facets it praises or blames, with their polarities in basis points.
        package let facets: [(name: String, basisPoints: Int)]
    }

    /// Calls the body with the counted voices of a brand that have a facet, those of one customer together.
    ///
    /// `bases`: sources of brand polarity that count.
    package static func forEachDriverVoice(
        of brand: String,
        bases: [String],
        in db: Database,
        _ body: (DriverVoice) -> Void
    ) throws {
        let sql = """
            SELECT coalesce(author, voiceID) AS customer, brandPolarity, facets FROM voice
            WHERE brand = ? AND isCounted AND brandPolarity IS NOT NULL AND facets != '{}'
                AND brandBasis IN (\(bases.map { _ in "?" }.joined(separator: ", ")))
            ORDER BY customer, voiceID
            """
        let rows = try Row.fetchCursor(db, sql: sql, arguments: StatementArguments([brand] + bases))
        while let row = try rows.next() {
            body(
                DriverVoice(
                    customer: row["customer"],
                    brandPolarity: row["brandPolarity"],
                    facets: try JSONText.integers(row["facets"])
                )
            )
        }
    }

    /// One voice of a customer, with what tells whether there was an incident.
    package struct CustomerVoice: Sendable {
        package let customer: String
        package let caseID: String?
        package let relation: LinkRelation?
        package let isCounted: Bool
        package let saysRecovered: Bool
        package let brandPolarity: Int?
    }

    /// Calls the body with the voices of a brand, those of one customer together.
    package static func forEachByCustomer(of brand: String, in db: Database, _ body: (CustomerVoice) -> Void) throws {
        let sql = """
            SELECT coalesce(author, voiceID) AS customer, caseID, relation, isCounted,
                instr(signals, '"\(LoyaltySignal.recovered.rawValue)"') > 0 AS saysRecovered, brandPolarity
            FROM voice WHERE brand = ? ORDER BY customer, voiceID
            """
        let rows = try Row.fetchCursor(db, sql: sql, arguments: [brand])
        while let row = try rows.next() {
            body(
                CustomerVoice(
                    customer: row["customer"],
                    caseID: row["caseID"],
                    relation: (row["relation"] as String?).flatMap(LinkRelation.init(rawValue:)),
                    isCounted: row["isCounted"],
                    saysRecovered: row["saysRecovered"],
                    brandPolarity: row["brandPolarity"]
                )
            )
        }
    }

    /// A voice among those that show a polarity.
    package struct TellingVoice: Sendable {
        package let id: Int64
        /// Such as `2014-03`.
        package let month: String
        /// From 1, the one that shows it best.
        package let rank: Int
    }

    /// The voices of a stretch that show a polarity best, best first; the parameters are those of ``telling``.
    package static func strongest(
        of brand: String,
        facet: String?,
        channel: String? = nil,
        direction: Int,
        months: ClosedRange<String>,
        limit: Int,
        in db: Database
    ) throws -> [Int64] {
        let found = try telling(
            of: brand,
            facet: facet,
            channel: channel,
            direction: direction,
            months: months,
            limit: limit,
            in: db
        )
        return found.voices.sorted { $0.rank < $1.rank }.prefix(limit).map(\.id)
    }

    /// The voices of every month that show a polarity best, in the order of months and ranks, and how many show it at all.
    ///
    /// Best: furthest in one direction, then those whose brand polarity goes the same way, then those that say most.
    ///
    /// `facet`: the facet whose polarity counts; `nil` for support as a whole.
    /// `channel`: `nil` for all channels.
    /// `direction`: −1 for blame, 1 for praise.
    /// `months`: first and last month, such as `2014-03`.
    /// `limit`: voices of one month at most.
    package static func telling(
        of brand: String,
        facet: String?,
        channel: String? = nil,
        direction: Int,
        months: ClosedRange<String>,
        limit: Int,
        in db: Database
    ) throws -> (voices: [TellingVoice], total: Int) {
        let polarity = facet == nil ? "supportPolarity" : "json_extract(facets, :path)"
        let sql = """
            WITH telling AS (
                SELECT id, month, row_number() OVER (
                    ORDER BY \(polarity) * :direction DESC, coalesce(brandPolarity, 0) * :direction DESC,
                        length(facets) + length(signals) DESC, voiceID
                ) AS rank
                FROM voice
                WHERE brand = :brand AND month BETWEEN :from AND :to AND isCounted
                    AND \(polarity) * :direction > 0\(channel == nil ? "" : " AND channel = :channel")
            ), placed AS (
                SELECT *, row_number() OVER (PARTITION BY month ORDER BY rank) AS place, count(*) OVER () AS total
                FROM telling
            )
            SELECT id, month, rank, total FROM placed WHERE place <= :limit ORDER BY month, rank
            """
        var arguments: StatementArguments = [
            "brand": brand, "from": months.lowerBound, "to": months.upperBound, "direction": direction, "limit": limit,
        ]
        if let channel { arguments += ["channel": channel] }
        if let facet { arguments += ["path": "$.\"\(facet)\""] }
        var (voices, total): ([TellingVoice], Int) = ([], 0)
        let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
        while let row = try rows.next() {
            voices.append(TellingVoice(id: row["id"], month: row["month"], rank: row["rank"]))
            total = row["total"]
        }
        return (voices, total)
    }

    /// A counted voice that praises or blames facets.
    package struct FacetVoice: Sendable {
        package let id: Int64
        package let voiceID: String
        package let month: String
        /// Basis points; 0 where it is not known.
        package let brandPolarity: Int
        /// Bytes of the lists of facets and signals: how much the voice says.
        package let richness: Int
        /// Names of the facets it praises or blames, with their polarities in basis points.
        package let facets: [(name: String, basisPoints: Int)]
    }

    /// Calls the body with the counted voices of a brand that have a facet, in no order that is told.
    package static func forEachFacetVoice(
        of brand: String,
        in db: Database,
        _ body: (FacetVoice) -> Void
    ) throws {
        let sql = """
            SELECT id, voiceID, month, coalesce(brandPolarity, 0) AS brandPolarity, \(richness) AS richness, facets
            FROM voice WHERE brand = ? AND isCounted AND facets != '{}'
            """
        let rows = try Row.fetchCursor(db, sql: sql, arguments: [brand])
        while let row = try rows.next() {
            body(
                FacetVoice(
                    id: row["id"],
                    voiceID: row["voiceID"],
                    month: row["month"],
                    brandPolarity: row["brandPolarity"],
                    richness: row["richness"],
                    facets: try JSONText.integers(row["facets"])
                )
            )
        }
    }

    /// Row ids of the comments of a voice, the earliest first.
    package static func comments(ofVoice rowID: Int64, limit: Int, in db: Database) throws -> [Int64] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT commentID FROM voiceMember JOIN comment ON comment.id = commentID
                WHERE voiceID = ? ORDER BY postedAt IS NULL, postedAt, source, externalID LIMIT ?
                """
        )
        return try Int64.fetchAll(statement, arguments: [rowID, limit])
    }
}

package import GRDB

/// Voices of two periods as an attribution compares them.
package enum AttributionQueries {
    /// What counts of a voice.
    package enum Polarity: Hashable, Sendable {
        case support, brand
        /// One facet, by its raw value.
        case facet(String)
    }

    /// Where voices are measured alike.
    package struct Stratum: Hashable, Sendable {
        package let channel: String
        /// Source of the voice's earliest comment.
        package let source: String
        /// What a brand polarity was taken from, with the scale of a rating, such as `rating 1..5`; empty otherwise.
        package let basis: String
    }

    /// One customer's voices of one stratum.
    package struct CustomerSum: Sendable {
        package fileprivate(set) var voices = 0
        package fileprivate(set) var sum = 0
        package fileprivate(set) var sumOfSquares = 0
    }

    /// Calls the body with sums over the counted voices of a brand in a span of months, in no order.
    ///
    /// `channel`, `product`: voices of this one only; `nil` for all.
    /// `months`: first and last month, such as `2014-03`.
    package static func forEachSum(
        of brand: String,
        _ polarity: Polarity,
        channel: String?,
        product: String?,
        months: ClosedRange<String>,
        in db: Database,
        _ body: (Stratum, CustomerSum) -> Void
    ) throws {
        var arguments: StatementArguments = [
            "brand": brand, "from": months.lowerBound, "to": months.upperBound, "channel": channel,
            "product": product,
        ]
        if case .facet(let facet) = polarity { arguments += ["path": "$.\"\(facet)\""] }
        let sql = """
            SELECT coalesce(channel, 'unknown') AS place, coalesce(sources, '{}'), \(basis(of: polarity)),
                coalesce(customerCode, id), \(value(of: polarity)) AS value
            FROM voice WHERE brand = :brand AND month BETWEEN :from AND :to AND isCounted AND value IS NOT NULL
                AND (:product IS NULL OR product = :product) AND (:channel IS NULL OR place = :channel)
            """
        var sources = EarliestSources()
        var sums: [Stratum: [Int64: CustomerSum]] = [:]
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        while let row = try rows.next() {
            let stratum = Stratum(channel: row[0], source: try sources.source(in: row[1]), basis: row[2])
            let value: Int = row[4]
            sums[stratum, default: [:]][row[3], default: CustomerSum()].add(value)
        }
        for (stratum, customers) in sums { customers.values.forEach { body(stratum, $0) } }
    }

    /// How many comments of the voices were scored by each version of the scorer, by version.
    package static func scorers(
        of brand: String,
        months: ClosedRange<String>,
        in db: Database
    ) throws -> [(version: String, comments: Int)] {
        let sql = """
            SELECT scorer.version, count(*) AS comments FROM voice
            JOIN voiceMember ON voiceMember.voiceID = voice.id JOIN score ON score.commentID = voiceMember.commentID
            JOIN scorer ON scorer.id = scorerID
            WHERE brand = ? AND month BETWEEN ? AND ? AND isCounted GROUP BY 1 ORDER BY 1
            """
        return try Row.fetchAll(db, sql: sql, arguments: [brand, months.lowerBound, months.upperBound])
            .map { ($0["version"], $0["comments"]) }
    }

    private static func value(of polarity: Polarity) -> String {
        switch polarity {
        case .support: "supportPolarity"
        case .brand: "brandPolarity"
        case .facet: "json_extract(facets, :path)"
        }
    }

    private static func basis(of polarity: Polarity) -> String {
        guard polarity == .brand else { return "''" }
        return """
            brandBasis || CASE brandBasis WHEN 'rating' THEN
                (SELECT ' ' || ratingLow || '..' || ratingHigh FROM voiceMember JOIN comment ON comment.id = commentID
                WHERE voiceMember.voiceID = voice.id AND ratingThousandths IS NOT NULL
                ORDER BY postedAt IS NULL, postedAt, source, externalID LIMIT 1)
            ELSE '' END
            """
    }
}

extension AttributionQueries.CustomerSum {
    fileprivate mutating func add(_ value: Int) {
        voices += 1
        sum += value
        sumOfSquares += value * value
    }
}

/// Sources of the earliest comments of voices, by the texts that name all of them: many voices have the same.
private struct EarliestSources {
    private var known: [String: String] = [:]

    /// `sources`: as in ``VoiceRow/sources``.
    mutating func source(in sources: String) throws -> String {
        if let source = known[sources] { return source }
        let source = try JSONText.integers(sources).first?.name ?? ""
        known[sources] = source
        return source
    }
}

package import GRDB

/// Voices of two periods as an attribution compares them.
package enum AttributionQueries {
    /// What counts of a voice.
    package enum Polarity: Hashable, Sendable {
        case support, brand
        /// One facet, by its raw value.
        case facet(String)
    }

    /// One customer's voices of one source and channel.
    package struct CustomerSum: Sendable {
        package let channel: String
        /// Source of the voice's earliest comment.
        package let source: String
        /// What a brand polarity was taken from, with the scale of a rating, such as `rating 1..5`; empty otherwise.
        package let basis: String
        package let customer: String
        package let voices: Int
        package let sum: Int
        package let sumOfSquares: Int
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
        _ body: (CustomerSum) -> Void
    ) throws {
        var arguments: StatementArguments = [
            "brand": brand, "from": months.lowerBound, "to": months.upperBound, "channel": channel,
            "product": product,
        ]
        if case .facet(let facet) = polarity { arguments += ["path": "$.\"\(facet)\""] }
        let sql = """
            SELECT channel, source, basis, customer, count(*) AS voices, sum(value) AS sum,
                sum(value * value) AS squares
            FROM (
                SELECT coalesce(voice.channel, 'unknown') AS channel, \(basis(of: polarity)) AS basis,
                    coalesce(author, voiceID) AS customer, \(value(of: polarity)) AS value,
                    (SELECT comment.source FROM voiceMember JOIN comment ON comment.id = commentID
                    WHERE voiceMember.voiceID = voice.id
                    ORDER BY postedAt IS NULL, postedAt, source, externalID LIMIT 1) AS source
                FROM voice WHERE brand = :brand AND month BETWEEN :from AND :to AND isCounted
                    AND (:product IS NULL OR product = :product)
            )
            WHERE value IS NOT NULL AND (:channel IS NULL OR channel = :channel) GROUP BY channel, source, basis, customer
            """
        let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
        while let row = try rows.next() {
            body(
                CustomerSum(
                    channel: row["channel"],
                    source: row["source"],
                    basis: row["basis"],
                    customer: row["customer"],
                    voices: row["voices"],
                    sum: row["sum"],
                    sumOfSquares: row["squares"]
                )
            )
        }
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

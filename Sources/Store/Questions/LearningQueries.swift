package import Feedback
package import GRDB

/// A customer's comment with its rating, and its score where it has one.
package struct RatedComment: Sendable {
    package let source: String
    package let externalID: String
    package let text: String
    package let brand: String?
    package let channel: String?
    package let declaredLanguage: String?
    package let postedAt: Instant?
    package let rating: Rating
    /// Language as the scorer recognised it.
    package let scoredLanguage: String?
    package let valence: Int?

    package var key: String { "\(source):\(externalID)" }
}

/// What the scorer said of a rated comment.
package struct ScoredRating: Sendable {
    package let source: String
    package let externalID: String
    package let rating: Rating
    package let score: Score

    package var key: String { "\(source):\(externalID)" }
}

/// What learning, calibration and the audit read.
package enum LearningQueries {
    /// Names of the brands that comments speak of, in their order.
    package static func brands(in db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT DISTINCT brand FROM comment WHERE brand IS NOT NULL ORDER BY brand")
    }

    /// Rated comments of customers by source and id.
    ///
    /// - Parameters:
    ///   - source: one source; `nil` for all.
    ///   - db: a reading transaction.
    /// - Returns: comments whose rating lies on a declared scale.
    /// - Throws: GRDB's errors.
    package static func ratedComments(source: String?, in db: Database) throws -> [RatedComment] {
        let sql = """
            SELECT source, externalID, text, brand, channel, declaredLanguage, postedAt,
                ratingThousandths, ratingLow, ratingHigh, score.language, score.valence
            FROM comment LEFT JOIN score ON score.commentID = comment.id
            WHERE ratingThousandths IS NOT NULL AND authorRole = '\(AuthorRole.customer.rawValue)' AND (:source IS NULL OR source = :source)
            ORDER BY source, externalID
            """
        return try Row.fetchAll(db, sql: sql, arguments: ["source": source]).compactMap { row in
            guard let rating = Rating(row: row) else { return nil }
            return RatedComment(
                source: row["source"],
                externalID: row["externalID"],
                text: row["text"],
                brand: row["brand"],
                channel: row["channel"],
                declaredLanguage: row["declaredLanguage"],
                postedAt: (row["postedAt"] as Int64?).map(Instant.init(milliseconds:)),
                rating: rating,
                scoredLanguage: row["language"],
                valence: row["valence"]
            )
        }
    }

    /// Reads the rated and scored comments of customers one by one, by source and id.
    ///
    /// Memory does not grow with their number.
    /// - Throws: GRDB's errors, `StoreError` for a score that cannot be read, and what `body` throws.
    package static func forEachScoredRating(in db: Database, _ body: (ScoredRating) throws -> Void) throws {
        let sql = """
            SELECT language, valence, handlingValence, facets, signals, evidence,
                source, externalID, ratingThousandths, ratingLow, ratingHigh
            FROM comment JOIN score ON score.commentID = comment.id
            WHERE ratingThousandths IS NOT NULL AND authorRole = 'customer'
            ORDER BY source, externalID
            """
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            guard let rating = Rating(row: row) else { continue }
            var columns = ColumnReader(row)
            let score = try Score(&columns)
            try body(ScoredRating(source: row["source"], externalID: row["externalID"], rating: rating, score: score))
        }
    }
}

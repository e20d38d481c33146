package import Feedback
package import GRDB

/// Ratings beside the valence of the words.
package enum RatingQueries {
    /// Comments of customers that have one rating and one valence.
    package struct Count: Sendable {
        package let source: String
        package let rating: Rating
        /// Thousandths; `nil` where the text could not be scored.
        package let valence: Int?
        package let comments: Int
    }

    /// Calls the body with the counts of all rated comments that have a text.
    package static func forEachCount(in db: Database, _ body: (Count) -> Void) throws {
        let sql = """
            SELECT source, thousandths AS ratingThousandths, low AS ratingLow, high AS ratingHigh,
                nullif(valence, \(ReportTallies.noValence)) AS valence, sum(n) AS comments
            FROM (
                SELECT source, thousandths, low, high, valence, n FROM scoreTally
                UNION ALL SELECT source, thousandths, low, high, \(ReportTallies.noValence), n FROM commentTally
                UNION ALL SELECT source, thousandths, low, high, \(ReportTallies.noValence), -n FROM scoreTally
            )
            WHERE low < high GROUP BY 1, 2, 3, 4, 5 HAVING sum(n) > 0
            """
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            guard let rating = Rating(row: row) else { continue }
            body(Count(source: row["source"], rating: rating, valence: row["valence"], comments: row["comments"]))
        }
    }

    /// Row ids of comments whose rating and words point in opposite directions, the furthest apart first.
    ///
    /// `stars`: basis points from which a rating is high, and at or under whose negative it is low.
    /// `tone`: thousandths from which words are positive, and at or under whose negative they are negative.
    package static func mismatches(stars: Int, tone: Int, limit: Int, in db: Database) throws -> [Int64] {
        let sql = """
            SELECT commentID FROM ratingMismatch
            WHERE stars <= -:stars AND words >= 10 * :tone OR stars >= :stars AND words <= -10 * :tone
            ORDER BY abs(stars - words) DESC, source, externalID LIMIT :limit
            """
        return try Int64.fetchAll(db, sql: sql, arguments: ["stars": stars, "tone": tone, "limit": limit])
    }
}

package import GRDB

/// What a comparison counts of a voice that names a product.
package struct ComparedVoice: Sendable {
    /// Number of the local day.
    package let day: Int
    package let channel: String?
    package let customerCode: Int64
    /// Basis points.
    package let supportPolarity: Int?
    package let brandPolarity: Int?
    /// Names of the facets it praises or blames, with their polarities in basis points.
    package let facets: [(name: String, basisPoints: Int)]

    /// A product of a brand, in one channel or, for `nil`, in all.
    package struct Subject: Hashable, Sendable {
        private let brand: String
        private let product: String
        private let channel: String?

        package init(brand: String, product: String, channel: String?) {
            self.brand = brand
            self.product = product
            self.channel = channel
        }

        private static let condition = """
            brand = ?1 AND product = ?2 AND isCounted AND day IS NOT NULL
                AND (?3 IS NULL OR coalesce(channel, '\(CommentListing.noChannel)') = ?3)
            """

        private var arguments: StatementArguments { [brand, product, channel] }

        /// Number of the last local day of a counted voice; `nil` without one.
        package func lastDay(in db: Database) throws -> Int? {
            try Int.fetchOne(db, sql: "SELECT max(day) FROM voice WHERE \(Self.condition)", arguments: arguments)
        }

        /// Calls the body with the counted voices of some local days, in no order that is told.
        package func forEach(days: Range<Int>, in db: Database, _ body: (ComparedVoice) throws -> Void) throws {
            let sql = """
                SELECT day, channel, customerCode, supportPolarity, brandPolarity, facets FROM voice
                WHERE \(Self.condition) AND day >= ?4 AND day < ?5
                """
            let rows = try Row.fetchCursor(
                db,
                sql: sql,
                arguments: arguments + [days.lowerBound, days.upperBound]
            )
            while let row = try rows.next() {
                try body(
                    ComparedVoice(
                        day: row[0],
                        channel: row[1],
                        customerCode: row[2] ?? 0,
                        supportPolarity: row[3],
                        brandPolarity: row[4],
                        facets: JSONText.integers(row[5])
                    )
                )
            }
        }
    }
}

package import GRDB

/// Support polarities of the counted, dated voices of a brand by day, as sums: what early signs are held against.
package enum SupportDayTable {
    /// Voices of one brand and day that have a support polarity.
    package struct Day: Hashable, Sendable {
        package let brand: String
        /// Number of the local day.
        package let day: Int
        package let voices: Int
        /// Basis points.
        package let sum: Int
        /// Those with a negative polarity.
        package let negative: Int
        /// Those that speak of a similar case and blame.
        package let alike: Int

        package init(brand: String, day: Int, voices: Int, sum: Int, negative: Int, alike: Int) {
            self.brand = brand
            self.day = day
            self.voices = voices
            self.sum = sum
            self.negative = negative
            self.alike = alike
        }
    }

    package static func clear(in db: Database) throws {
        try db.execute(sql: "DELETE FROM supportDay")
    }

    /// Adds to the sums of days; a day without a voice goes.
    package static func add(_ changes: some Sequence<Day>, in db: Database) throws {
        let add = try db.cachedStatement(
            sql: """
                INSERT INTO supportDay VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (brand, day)
                DO UPDATE SET voices = voices + excluded.voices, sum = sum + excluded.sum,
                    negative = negative + excluded.negative, alike = alike + excluded.alike
                """
        )
        let remove = try db.cachedStatement(sql: "DELETE FROM supportDay WHERE brand = ? AND day = ? AND voices = 0")
        for change in changes {
            try add.execute(arguments: [
                change.brand, change.day, change.voices, change.sum, change.negative, change.alike,
            ])
            if change.voices <= 0 { try remove.execute(arguments: [change.brand, change.day]) }
        }
    }

    /// The days of a brand, oldest first.
    package static func days(of brand: String, in db: Database) throws -> [Day] {
        let sql = "SELECT * FROM supportDay WHERE brand = ? ORDER BY day"
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [brand]).map {
            Day(
                brand: brand,
                day: $0["day"],
                voices: $0["voices"],
                sum: $0["sum"],
                negative: $0["negative"],
                alike: $0["alike"]
            )
        }
    }

    /// Whether the mean over all voices until some day lay above a polarity.
    ///
    /// `polarity`: in basis points.
    package static func wasEver(above polarity: Int, brand: String, in db: Database) throws -> Bool {
        let sql = """
            SELECT EXISTS (
                SELECT 1 FROM (
                    SELECT sum(voices) OVER known AS voices, sum(sum) OVER known AS sum
                    FROM supportDay WHERE brand = ? WINDOW known AS (ORDER BY day))
                WHERE sum > voices * ?)
            """
        return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [brand, polarity]) ?? false
    }
}

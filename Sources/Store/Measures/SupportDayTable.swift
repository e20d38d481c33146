package import GRDB

/// Support polarities of the counted, dated voices of a brand by day, as sums: what early signs are held against.
package enum SupportDayTable {
    /// Voices of one brand and day that have a support polarity.
    package struct Day: Hashable, Sendable {
        package let brand: String
        /// Number of the local day.
        package let day: Int
        package var voices: Int
        /// Basis points.
        package var sum: Int

        package init(brand: String, day: Int, voices: Int = 0, sum: Int = 0) {
            self.brand = brand
            self.day = day
            self.voices = voices
            self.sum = sum
        }
    }

    package static func clear(in db: Database) throws {
        try db.execute(sql: "DELETE FROM supportDay")
    }

    /// Adds to the sums of days; a day without a voice goes.
    package static func add(_ changes: some Sequence<Day>, in db: Database) throws {
        let add = try db.cachedStatement(
            sql: """
                INSERT INTO supportDay VALUES (?, ?, ?, ?) ON CONFLICT (brand, day)
                DO UPDATE SET voices = voices + excluded.voices, sum = sum + excluded.sum
                """
        )
        let remove = try db.cachedStatement(sql: "DELETE FROM supportDay WHERE brand = ? AND day = ? AND voices = 0")
        for change in changes {
            try add.execute(arguments: [change.brand, change.day, change.voices, change.sum])
            if change.voices <= 0 { try remove.execute(arguments: [change.brand, change.day]) }
        }
    }

    /// The days of a brand, oldest first.
    package static func days(of brand: String, in db: Database) throws -> [Day] {
        let sql = "SELECT day, voices, sum FROM supportDay WHERE brand = ? ORDER BY day"
        return try Row.fetchAll(db, sql: sql, arguments: [brand]).map {
            Day(brand: brand, day: $0["day"], voices: $0["voices"], sum: $0["sum"])
        }
    }
}

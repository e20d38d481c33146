package import GRDB

/// What could have been seen in the support strength of a brand.
package struct SightRow: Sendable, Codable {
    package let brand: String
    package let isTested: Bool
    package let voices: Int
    /// Points; `nil` when no fall could have been seen.
    package let smallestFall: Double?

    package init(brand: String, isTested: Bool, voices: Int, smallestFall: Double?) {
        self.brand = brand
        self.isTested = isTested
        self.voices = voices
        self.smallestFall = smallestFall
    }
}

/// A movement of the plain means that season, mix or instrument explain.
package struct ExplainedRow: Sendable, Codable {
    package let brand: String
    package let measure: String
    /// `season`, `mix` or `instrument`.
    package let cause: String
    /// Names of periods.
    package let from: String
    package let to: String
    /// Points, before the explanation is taken out.
    package let raw: Double
    /// Points left of it afterwards, with the ends of the 95 % interval.
    package let remaining: Double?
    package let low: Double?
    package let high: Double?
    package let voices: Int

    package init(
        brand: String,
        measure: String,
        cause: String,
        from: String,
        to: String,
        raw: Double,
        remaining: Double?,
        low: Double?,
        high: Double?,
        voices: Int
    ) {
        self.brand = brand
        self.measure = measure
        self.cause = cause
        self.from = from
        self.to = to
        self.raw = raw
        self.remaining = remaining
        self.low = low
        self.high = high
        self.voices = voices
    }
}

/// A brand whose support strength leans to one side in its latest months: a hint, never a flag.
package struct WatchRow: Sendable, Codable {
    package let brand: String
    package let month: String
    /// −1 for a fall, 1 for a gain.
    package let direction: Int
    /// Standard deviations of the weighted mean of the residuals.
    package let z: Double

    package init(brand: String, month: String, direction: Int, z: Double) {
        self.brand = brand
        self.month = month
        self.direction = direction
        self.z = z
    }
}

/// What the last search for changes says beside its flags; no part of the content that is hashed.
package enum SearchNoteTables {
    /// By brand.
    package static func sights(in db: Database) throws -> [SightRow] {
        try Array(
            Row.fetchCursor(db, sql: "SELECT * FROM sight ORDER BY position").map {
                SightRow(
                    brand: $0["brand"],
                    isTested: $0["isTested"],
                    voices: $0["voices"],
                    smallestFall: $0["smallestFall"]
                )
            }
        )
    }

    /// In the order in which the search came upon them.
    package static func explained(in db: Database) throws -> [ExplainedRow] {
        try Array(
            Row.fetchCursor(db, sql: "SELECT * FROM explainedMovement ORDER BY position").map {
                ExplainedRow(
                    brand: $0["brand"],
                    measure: $0["measure"],
                    cause: $0["cause"],
                    from: $0["fromPeriod"],
                    to: $0["toPeriod"],
                    raw: $0["raw"],
                    remaining: $0["remaining"],
                    low: $0["low"],
                    high: $0["high"],
                    voices: $0["voices"]
                )
            }
        )
    }

    /// By brand.
    package static func watches(in db: Database) throws -> [WatchRow] {
        try Array(
            Row.fetchCursor(db, sql: "SELECT * FROM watch ORDER BY position").map {
                WatchRow(brand: $0["brand"], month: $0["month"], direction: $0["direction"], z: $0["z"])
            }
        )
    }

    /// Puts these in the place of all that were there.
    package static func replace(
        sights: [SightRow],
        explained: [ExplainedRow],
        watches: [WatchRow],
        in db: Database
    ) throws {
        try db.execute(sql: "DELETE FROM sight; DELETE FROM explainedMovement; DELETE FROM watch")
        for (position, row) in sights.enumerated() {
            try db.cachedStatement(sql: "INSERT INTO sight VALUES (?, ?, ?, ?, ?)").execute(arguments: [
                position, row.brand, row.isTested, row.voices, row.smallestFall,
            ])
        }
        for (position, row) in explained.enumerated() {
            try db.cachedStatement(sql: "INSERT INTO explainedMovement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .execute(arguments: [
                    position, row.brand, row.measure, row.cause, row.from, row.to, row.raw, row.remaining, row.low,
                    row.high, row.voices,
                ])
        }
        for (position, row) in watches.enumerated() {
            try db.cachedStatement(sql: "INSERT INTO watch VALUES (?, ?, ?, ?, ?)").execute(arguments: [
                position, row.brand, row.month, row.direction, row.z,
            ])
        }
    }
}

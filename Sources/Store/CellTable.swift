package import Feedback
package import GRDB

/// A cell as it is stored: sums of integers, and the strength they give.
package struct CellRow: Sendable {
    package var brand: String
    package var period: Period
    /// `*` stands for all channels.
    package var channel: String
    package var measure: String
    package var n: Int
    package var sum: Int
    package var sumOfSquares: Int
    /// Sums over customers, for the clustered interval; see `Cell` of Measures.
    package var customers = 0
    package var customerSumSquares = 0
    package var customerSumCounts = 0
    package var customerCountSquares = 0
    /// 0–100; `nil` when it has no value.
    package var strength: Double?
    package var low: Double?
    package var high: Double?
    package var isSufficient: Bool

    package init(
        brand: String,
        period: Period,
        channel: String,
        measure: String,
        n: Int,
        sum: Int,
        sumOfSquares: Int,
        isSufficient: Bool
    ) {
        self.brand = brand
        self.period = period
        self.channel = channel
        self.measure = measure
        self.n = n
        self.sum = sum
        self.sumOfSquares = sumOfSquares
        self.isSufficient = isSufficient
    }
}

/// The cells of a workspace, rebuilt as a whole by each measuring.
package enum CellTable {
    package static func clear(in db: Database) throws {
        try db.execute(sql: "DELETE FROM cell")
    }

    package static func insert(_ cells: [CellRow], in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO cell VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        for cell in cells {
            statement.setUncheckedArguments([
                cell.brand, cell.period.length.rawValue, cell.period.description, cell.channel, cell.measure, cell.n,
                cell.sum, cell.sumOfSquares, cell.customers, cell.customerSumSquares, cell.customerSumCounts,
                cell.customerCountSquares, cell.strength, cell.low, cell.high, cell.isSufficient,
            ])
            try statement.execute()
        }
    }

    /// The cells of a brand, in the order of the primary key.
    package static func cells(of brand: String, in db: Database) throws -> [CellRow] {
        let sql = """
            SELECT * FROM cell WHERE brand = ? ORDER BY periodLength, period, channel, measure
            """
        return try Row.fetchAll(db, sql: sql, arguments: [brand]).compactMap { row in
            guard let length = PeriodLength(rawValue: row["periodLength"]),
                let period = Period(length, named: row["period"])
            else { return nil }
            var cell = CellRow(
                brand: brand,
                period: period,
                channel: row["channel"],
                measure: row["measure"],
                n: row["n"],
                sum: row["sum"],
                sumOfSquares: row["sumOfSquares"],
                isSufficient: row["isSufficient"]
            )
            cell.customers = row["customers"]
            cell.customerSumSquares = row["customerSumSquares"]
            cell.customerSumCounts = row["customerSumCounts"]
            cell.customerCountSquares = row["customerCountSquares"]
            return cell
        }
    }

    package static func count(in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM cell") ?? 0
    }
}

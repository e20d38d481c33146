package import Feedback
package import GRDB

/// A cell as it is stored: sums of integers, and the strength they give.
package struct CellRow: Hashable, Sendable {
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

/// The cells of a workspace.
package enum CellTable {
    package static func clear(in db: Database) throws {
        try ContentSums.clear("cell", in: db)
    }

    /// Says anew which cells have voices enough.
    package static func setSufficiency(minimumVoices: Int, in db: Database) throws {
        try db.execute(
            sql: "UPDATE cell SET isSufficient = (n >= :least) WHERE isSufficient != (n >= :least)",
            arguments: ["least": minimumVoices]
        )
    }

    /// The cell at the place of another, or `nil`.
    package static func cell(at place: CellRow, in db: Database) throws -> CellRow? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(selection) FROM cell
                WHERE brand = ? AND periodLength = ? AND period = ? AND channel = ? AND measure = ?
                """
        )
        return try Row.fetchOne(statement, arguments: Self.place(of: place))
            .flatMap { Self.cell(of: place.brand, $0) }
    }

    /// Removes the cell at the place of another.
    package static func remove(at place: CellRow, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                DELETE FROM cell WHERE brand = ? AND periodLength = ? AND period = ? AND channel = ? AND measure = ?
                """
        )
        try statement.execute(arguments: Self.place(of: place))
    }

    private static func place(of cell: CellRow) -> StatementArguments {
        [cell.brand, cell.period.length.rawValue, cell.period.description, cell.channel, cell.measure]
    }

    static let selection = """
        periodLength, period, channel, measure, n, sum, sumOfSquares, isSufficient,
        customers, customerSumSquares, customerSumCounts, customerCountSquares
        """

    /// Weeks serve the search for changes alone.
    static let isShown = "periodLength != 'week'"

    package static func insert(_ cells: [CellRow], in db: Database) throws {
        if cells.isEmpty { return }
        try HandCount.runWithoutTriggers(in: db) {
            var rows = try RowWriter(
                """
                INSERT INTO cell (brand, periodLength, period, channel, measure, n, sum, sumOfSquares, customers,
                    customerSumSquares, customerSumCounts, customerCountSquares, isSufficient, strength, low, high)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                in: db
            )
            for cell in cells {
                try add(cell, to: &rows)
                try rows.store()
            }
            try ContentSums.add(rows.sum, rows: rows.rows, to: "cell", in: db)
        }
    }

    private static func add(_ cell: CellRow, to rows: inout RowWriter) throws {
        for text in [cell.brand, cell.period.length.rawValue, cell.period.description, cell.channel, cell.measure] {
            try rows.add(text)
        }
        for number in [
            cell.n, cell.sum, cell.sumOfSquares, cell.customers, cell.customerSumSquares, cell.customerSumCounts,
            cell.customerCountSquares, cell.isSufficient ? 1 : 0,
        ] { try rows.add(number) }
        for number in [cell.strength, cell.low, cell.high] { try rows.add(number, counts: false) }
    }

    /// The cells of a brand, in the order of the primary key.
    ///
    /// `withWeeks`: whether those of weeks, which serve the search for changes alone, are among them.
    package static func cells(of brand: String, withWeeks: Bool = false, in db: Database) throws -> [CellRow] {
        let sql = """
            SELECT \(selection) FROM cell WHERE brand = ?\(withWeeks ? "" : " AND \(isShown)")
            ORDER BY periodLength, period, channel, measure
            """
        let rows = try Row.fetchCursor(db, sql: sql, arguments: [brand])
        return try Array(rows.compactMap { Self.cell(of: brand, $0) })
    }

    static func cell(of brand: String, _ row: Row) -> CellRow? {
        var columns = ColumnReader(row)
        let (lengthName, periodName): (String, String) = (columns.value(), columns.value())
        guard let length = PeriodLength(rawValue: lengthName), let period = Period(length, named: periodName) else {
            return nil
        }
        var cell = CellRow(
            brand: brand,
            period: period,
            channel: columns.value(),
            measure: columns.value(),
            n: columns.value(),
            sum: columns.value(),
            sumOfSquares: columns.value(),
            isSufficient: columns.value()
        )
        cell.customers = columns.value()
        cell.customerSumSquares = columns.value()
        cell.customerSumCounts = columns.value()
        cell.customerCountSquares = columns.value()
        return cell
    }

    package static func count(in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM cell WHERE \(isShown)") ?? 0
    }
}

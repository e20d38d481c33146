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
        let sql = """
            SELECT \(selection) FROM cell
            WHERE brand = ? AND periodLength = ? AND period = ? AND channel = ? AND measure = ?
            """
        var cell: CellRow?
        try NumberQuery.forEach(sql, texts: texts(of: place), in: db) { statement in
            var reader = CellReader(brand: place.brand)
            cell = reader.cell(StatementColumns(statement))
            return false
        }
        return cell
    }

    private static func place(of cell: CellRow) -> StatementArguments {
        StatementArguments(texts(of: cell))
    }

    static let selection = """
        periodLength, period, channel, measure, n, sum, sumOfSquares, isSufficient,
        customers, customerSumSquares, customerSumCounts, customerCountSquares
        """

    /// Weeks serve the search for changes alone.
    static let isShown = "periodLength != 'week'"

    package static func insert(_ cells: [CellRow], in db: Database) throws {
        try replace(cells.map { (nil, $0) }, in: db)
    }

    /// Puts cells in the place of those that stand there.
    ///
    /// - Parameters:
    ///   - changes: at a place each. `old` is what stands there, as it was read, and `nil` where nothing does; `new` is
    ///     `nil` where nothing is left.
    ///   - db: where they stand.
    /// - Throws: an error of the database.
    package static func replace(_ changes: [(old: CellRow?, new: CellRow?)], in db: Database) throws {
        if changes.isEmpty { return }
        try HandCount.runWithoutTriggers(in: db) {
            let remove = try db.cachedStatement(
                sql: """
                    DELETE FROM cell
                    WHERE brand = ? AND periodLength = ? AND period = ? AND channel = ? AND measure = ?
                    """
            )
            var gone = (rows: 0, sum: RowSum())
            var rows = try RowWriter(
                """
                INSERT OR REPLACE INTO cell (brand, periodLength, period, channel, measure, n, sum, sumOfSquares, customers,
                    customerSumSquares, customerSumCounts, customerCountSquares, isSufficient, strength, low, high)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                in: db
            )
            for (old, new) in changes {
                if let old { gone = (gone.rows + 1, gone.sum + digest(of: old)) }
                if let new {
                    try add(new, to: &rows)
                    try rows.store()
                } else if let old {
                    try remove.execute(arguments: place(of: old))
                }
            }
            try ContentSums.add(rows.sum - gone.sum, rows: rows.rows - gone.rows, to: "cell", in: db)
        }
    }

    /// What a cell counts for in the sum of all.
    private static func digest(of cell: CellRow) -> RowSum {
        var row = RowBytes()
        for text in texts(of: cell) { row.add(text: text) }
        for number in numbers(of: cell) { row.add(Int64(number)) }
        return RowSum(row: row)
    }

    private static func texts(of cell: CellRow) -> [String] {
        [cell.brand, cell.period.length.rawValue, cell.period.description, cell.channel, cell.measure]
    }

    private static func numbers(of cell: CellRow) -> [Int] {
        [
            cell.n, cell.sum, cell.sumOfSquares, cell.customers, cell.customerSumSquares, cell.customerSumCounts,
            cell.customerCountSquares, cell.isSufficient ? 1 : 0,
        ]
    }

    private static func add(_ cell: CellRow, to rows: inout RowWriter) throws {
        for text in texts(of: cell) { try rows.add(text) }
        for number in numbers(of: cell) { try rows.add(number) }
        for number in [cell.strength, cell.low, cell.high] { try rows.add(number, counts: false) }
    }

    /// The cells of a brand, but for those of weeks, which serve the search for changes alone; in the order of the primary
    /// key.
    package static func cells(of brand: String, in db: Database) throws -> [CellRow] {
        try cells(of: brand, where: isShown, [], in: db)
    }

    /// Those of some lengths of period and some measures, by their names; in the order of the primary key.
    package static func cells(
        of brand: String,
        lengths: [PeriodLength],
        measures: [String],
        in db: Database
    ) throws -> [CellRow] {
        let condition = """
            periodLength IN (SELECT value FROM json_each(?)) AND measure IN (SELECT value FROM json_each(?))
            """
        let lists = [IDList.text(of: lengths.map(\.rawValue)), IDList.text(of: measures)]
        return try cells(of: brand, where: condition, lists, in: db)
    }

    /// Those for which a condition holds, in the order of the primary key.
    static func cells(
        of brand: String,
        where condition: String,
        _ values: [String],
        in db: Database
    ) throws -> [CellRow] {
        let sql = """
            SELECT \(selection) FROM cell WHERE brand = ? AND \(condition)
            ORDER BY periodLength, period, channel, measure
            """
        return try cells(sql, [brand] + values, of: brand, in: db)
    }

    /// The cells of a brand that a statement selects by some texts.
    static func cells(_ sql: String, _ texts: [String], of brand: String, in db: Database) throws -> [CellRow] {
        var cells: [CellRow] = []
        var reader = CellReader(brand: brand)
        try NumberQuery.forEach(sql, texts: texts, in: db) { statement in
            if let cell = reader.cell(StatementColumns(statement)) { cells.append(cell) }
            return true
        }
        return cells
    }

    /// The cells that a statement selects, with their brands behind.
    static func cells(_ part: SQLPart, in db: Database) throws -> [CellRow] {
        var cells: [CellRow] = []
        var reader = CellReader()
        try NumberQuery.forEach(part, in: db) { statement in
            if let cell = reader.cell(StatementColumns(statement)) { cells.append(cell) }
            return true
        }
        return cells
    }

    package static func count(in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM cell WHERE \(isShown)") ?? 0
    }
}

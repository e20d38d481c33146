import Feedback
import GRDB

/// Reads cells one by one, in the order of the primary key of their table.
struct CellReader {
    private let brand: String?
    private var periods = PeriodReader()

    /// `brand`: of all cells; `nil` where it stands behind the other columns.
    init(brand: String? = nil) {
        self.brand = brand
    }

    /// `columns`: those of ``SealedCellTable/selection``.
    ///
    /// - Returns: `nil` for a period that has no name of this version of Koe.
    mutating func cell(_ columns: StatementColumns) -> CellRow? {
        guard let period = periods.period(columns.text(0) ?? "", columns.text(1) ?? "") else { return nil }
        return CellRow(
            brand: brand ?? columns.text(11) ?? "",
            period: period,
            channel: columns.text(2) ?? "",
            sums: CellSums(
                measure: columns.text(3) ?? "",
                n: columns.integer(4),
                sum: columns.integer(5),
                sumOfSquares: columns.integer(6),
                customers: columns.integer(7),
                customerSumSquares: columns.integer(8),
                customerSumCounts: columns.integer(9),
                customerCountSquares: columns.integer(10),
                isSufficient: true
            )
        )
    }

    /// All cells that a statement selects; `brand`: as above.
    static func cells(_ part: SQLPart, brand: String? = nil, in db: Database) throws -> [CellRow] {
        var cells: [CellRow] = []
        var reader = CellReader(brand: brand)
        try NumberQuery.forEach(part, in: db) { statement in
            if let cell = reader.cell(StatementColumns(statement)) { cells.append(cell) }
            return true
        }
        return cells
    }
}

/// Reads names of periods, of which equal ones mostly follow one another.
struct PeriodReader {
    private var last: (length: String, name: String, period: Period)?

    /// - Returns: `nil` for a name that is none of this version of Koe.
    mutating func period(_ length: String, _ name: String) -> Period? {
        if let last, last.name == name, last.length == length { return last.period }
        guard let period = PeriodLength(rawValue: length).flatMap({ Period($0, named: name) }) else { return nil }
        last = (length, name, period)
        return period
    }
}

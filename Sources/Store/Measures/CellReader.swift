import Feedback

/// Reads cells in the order of the primary key, in which those of one period follow one another.
struct CellReader {
    private let brand: String?
    private var last: (length: String, name: String, period: Period)?

    /// `brand`: of all cells; `nil` where it stands behind the other columns.
    init(brand: String? = nil) {
        self.brand = brand
    }

    /// `columns`: those of ``CellTable/selection``.
    ///
    /// - Returns: `nil` for a period that has no name of this version of Koe.
    mutating func cell(_ columns: StatementColumns) -> CellRow? {
        guard let period = period(columns.text(0) ?? "", columns.text(1) ?? "") else { return nil }
        var cell = CellRow(
            brand: brand ?? columns.text(12) ?? "",
            period: period,
            channel: columns.text(2) ?? "",
            measure: columns.text(3) ?? "",
            n: columns.integer(4),
            sum: columns.integer(5),
            sumOfSquares: columns.integer(6),
            isSufficient: columns.integer(7) != 0
        )
        cell.customers = columns.integer(8)
        cell.customerSumSquares = columns.integer(9)
        cell.customerSumCounts = columns.integer(10)
        cell.customerCountSquares = columns.integer(11)
        return cell
    }

    private mutating func period(_ length: String, _ name: String) -> Period? {
        if let last, last.name == name, last.length == length { return last.period }
        guard let period = PeriodLength(rawValue: length).flatMap({ Period($0, named: name) }) else { return nil }
        last = (length, name, period)
        return period
    }
}

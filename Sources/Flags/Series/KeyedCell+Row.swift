package import Measures
package import Store

extension KeyedCell {
    /// - Returns: `nil` for a measure of another version of Koe.
    package init?(_ row: CellRow) {
        guard let measure = MeasureID(rawValue: row.measure) else { return nil }
        self.init(
            key: CellKey(
                brand: row.brand,
                period: row.period,
                channel: row.channel == "*" ? nil : row.channel,
                measure: measure
            ),
            cell: Cell(row)
        )
    }
}

extension Cell {
    /// The sums of a stored cell.
    package init(_ row: CellRow) {
        self.init(
            n: row.n,
            sum: row.sum,
            sumOfSquares: row.sumOfSquares,
            customers: row.customers,
            customerSumSquares: row.customerSumSquares,
            customerSumCounts: row.customerSumCounts,
            customerCountSquares: row.customerCountSquares
        )
    }
}

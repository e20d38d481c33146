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
                channel: row.channel == CellGroup.allChannels ? nil : row.channel,
                measure: measure
            ),
            cell: Cell(row.sums)
        )
    }
}

extension Cell {
    /// The sums of a stored cell.
    package init(_ sums: CellSums) {
        self.init(
            n: sums.n,
            sum: sums.sum,
            sumOfSquares: sums.sumOfSquares,
            customers: sums.customers,
            customerSumSquares: sums.customerSumSquares,
            customerSumCounts: sums.customerSumCounts,
            customerCountSquares: sums.customerCountSquares
        )
    }
}

extension CellSums {
    /// A cell as it is stored.
    package init(_ measure: MeasureID, _ cell: Cell, minimumVoices: Int) {
        self.init(
            measure: measure.rawValue,
            n: cell.n,
            sum: cell.sum,
            sumOfSquares: cell.sumOfSquares,
            customers: cell.customers,
            customerSumSquares: cell.customerSumSquares,
            customerSumCounts: cell.customerSumCounts,
            customerCountSquares: cell.customerCountSquares,
            isSufficient: cell.n >= minimumVoices
        )
    }
}

extension CellRow {
    /// A cell as it is stored.
    package init(_ keyed: KeyedCell, minimumVoices: Int) {
        self.init(
            brand: keyed.key.brand,
            period: keyed.key.period,
            channel: keyed.key.channel ?? CellGroup.allChannels,
            sums: CellSums(keyed.key.measure, keyed.cell, minimumVoices: minimumVoices)
        )
    }
}

extension CellTable {
    /// What stands at a place; `nil` where no voice counts.
    package static func cell(at key: CellKey, in db: StoreConnection) throws -> Cell? {
        var finder = CellFinder()
        let channel = key.channel ?? CellGroup.allChannels
        return try finder.stored(key.brand, key.period, channel: channel, in: db)?.sums
            .first { $0.measure == key.measure.rawValue }.map(Cell.init)
    }
}

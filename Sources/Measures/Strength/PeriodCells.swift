package import Feedback

/// The cells of one brand, period and channel.
package struct PeriodCells: Hashable, Sendable {
    /// One cell of them.
    package struct Measured: Hashable, Sendable {
        package let measure: MeasureID
        package let cell: Cell

        package init(measure: MeasureID, cell: Cell) {
            self.measure = measure
            self.cell = cell
        }
    }

    package let brand: String
    package let period: Period
    /// `nil` for all channels together.
    package let channel: String?
    /// In the order of the measures' names.
    package let cells: [Measured]

    package init(brand: String, period: Period, channel: String?, cells: [Measured]) {
        self.brand = brand
        self.period = period
        self.channel = channel
        self.cells = cells
    }
}

extension PeriodCells {
    /// Cells in any order, at most one a key, by brand, period and channel.
    package static func grouped(_ cells: [CellKey: Cell]) -> [PeriodCells] {
        let places = Dictionary(grouping: cells.keys) { key in
            CellKey(brand: key.brand, period: key.period, channel: key.channel, measure: .support)
        }
        return places.keys.sorted().map { place in
            let measures = (places[place] ?? []).sorted { $0.measure.rawValue < $1.measure.rawValue }
            return PeriodCells(
                brand: place.brand,
                period: place.period,
                channel: place.channel,
                cells: measures.map { Measured(measure: $0.measure, cell: cells[$0] ?? Cell()) }
            )
        }
    }
}

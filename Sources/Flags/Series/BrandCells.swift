package import Feedback
package import Measures

/// The cells of one brand, found by period, channel and measure.
package struct BrandCells: Sendable {
    package let brand: String
    package let all: [KeyedCell]
    private let byKey: [CellKey: Cell]

    package init(brand: String, cells: [KeyedCell]) {
        self.brand = brand
        all = cells
        byKey = Dictionary(cells.map { ($0.key, $0.cell) }, uniquingKeysWith: { first, _ in first })
    }

    package func cell(_ measure: MeasureID, _ period: Period, channel: String? = nil) -> Cell? {
        byKey[CellKey(brand: brand, period: period, channel: channel, measure: measure)]
    }

    /// The cell over all time.
    package func total(_ measure: MeasureID) -> Cell? {
        cell(measure, Period(length: .all, index: 0))
    }

    /// Periods of one length from the first to the last that hold a voice, without gaps; empty without dated voices.
    package func periods(_ length: PeriodLength) -> [Period] {
        let indexes = all.lazy.map(\.key.period).filter { $0.length == length }.map(\.index)
        guard let first = indexes.min(), let last = indexes.max() else { return [] }
        return (first...last).map { Period(length: length, index: $0) }
    }
}

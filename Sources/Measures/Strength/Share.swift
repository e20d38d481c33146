/// A share measure of one cell: a percentage, or a net promoter score from −100 to 100.
package struct Share: Hashable, Sendable {
    /// 100·mean.
    package let value: Double
    /// Lower end of the 95 % interval, clustered by customer.
    package let low: Double
    /// Upper end of the 95 % interval.
    package let high: Double
    /// Standard error in points; `nil` with a single customer.
    package let standardError: Double?
    package let n: Int
    package let customers: Int
    /// Whether there are voices enough to show the value as a finding.
    package let isSufficient: Bool

    /// The share of a cell whose measure has the scale `share`; `nil` without voices.
    ///
    /// - Parameters:
    ///   - cell: The cell.
    ///   - measure: Which measure it is; a net promoter score may be negative.
    ///   - minimumVoices: Voices below which the value is insufficient.
    package init?(cell: Cell, measure: MeasureID, minimumVoices: Int = Strength.defaultMinimumVoices) {
        let bounds: ClosedRange<Double> = measure == .netPromoter ? -10_000...10_000 : 0...10_000
        guard let interval = CellInterval(cell: cell, bounds: bounds) else { return nil }
        value = interval.mean / 100
        low = interval.low / 100
        high = interval.high / 100
        standardError = interval.standardError.map { $0 / 100 }
        n = cell.n
        customers = cell.customers
        isSufficient = cell.n >= minimumVoices
    }
}

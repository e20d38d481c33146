/// A polarity measure of one cell on the scale 0–100: 50·(1 + mean).
package struct Strength: Hashable, Sendable {
    /// Voices below which a value is called insufficient unless the user says otherwise.
    package static let defaultMinimumVoices = 5

    /// 0–100.
    package let value: Double
    /// Lower end of the 95 % interval, clustered by customer.
    package let low: Double
    /// Upper end of the 95 % interval.
    package let high: Double
    /// Standard error in points; `nil` with a single customer.
    package let standardError: Double?
    /// Voices with a value.
    package let n: Int
    package let customers: Int
    /// Whether there are voices enough to show the value as a finding.
    package let isSufficient: Bool

    /// - Returns: `nil` without voices: unknown is not 50.
    package init?(cell: Cell, minimumVoices: Int = Strength.defaultMinimumVoices) {
        guard let interval = CellInterval(cell: cell) else { return nil }
        value = 50 + interval.mean / 200
        low = 50 + interval.low / 200
        high = 50 + interval.high / 200
        standardError = interval.standardError.map { $0 / 200 }
        n = cell.n
        customers = cell.customers
        isSufficient = cell.n >= minimumVoices
    }
}

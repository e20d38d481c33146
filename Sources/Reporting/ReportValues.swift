import Feedback
package import Measures
package import Reports

extension Reports.Strength {
    /// A strength as a report shows it: no number below the minimum of voices.
    init(_ strength: Measures.Strength?) {
        self.init(voices: strength?.n ?? 0)
        guard let strength, strength.isSufficient else { return }
        range = ValueRange(value: strength.value, low: strength.low, high: strength.high)
    }

    init(_ cell: Cell?, minimumVoices: Int) {
        self.init(cell.flatMap { Measures.Strength(cell: $0, minimumVoices: minimumVoices) })
    }
}

extension ValueRange {
    init(_ value: Double, _ interval: ClosedRange<Double>) {
        self.init(
            value: value,
            low: min(value, interval.lowerBound),
            high: max(value, interval.upperBound)
        )
    }
}

extension ValueRange {
    /// A mean as it is printed, in points.
    package init(_ mean: PrintedMean) {
        self.init(
            value: mean.value,
            low: Double(mean.interval.lowerBound) / 10,
            high: Double(mean.interval.upperBound) / 10
        )
    }
}

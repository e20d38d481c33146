/// How far two means of polarities of different voices lie apart: two stretches of time, or two groups.
package struct MeanGap: Hashable, Sendable {
    package let first: PrintedMean
    package let second: PrintedMean
    package let firstVoices: Int
    package let secondVoices: Int
    /// First less second as printed, with its 95 % interval.
    package let difference: PrintedMean
    /// Whether the interval leaves out 0.
    package let isNonzero: Bool

    /// First less second; `nil` when a side has fewer voices or customers than `minimumVoices`, or nothing varies.
    ///
    /// Both variances add up; customers who stand on both sides are taken as independent.
    package init?(_ first: StretchMean?, _ second: StretchMean?, minimumVoices: Int) {
        guard let first, let second, let firstError = first.standardError, let secondError = second.standardError,
            min(first.cell.n, second.cell.n) >= minimumVoices,
            min(first.cell.customers, second.cell.customers) >= minimumVoices,
            let change = MeanChange(
                difference: first.mean - second.mean,
                terms: [
                    (firstError * firstError, first.degreesOfFreedom),
                    (secondError * secondError, second.degreesOfFreedom),
                ]
            )
        else { return nil }
        self.first = PrintedMean(strength: first)
        self.second = PrintedMean(strength: second)
        (firstVoices, secondVoices) = (first.cell.n, second.cell.n)
        let low = max(-100, change.interval.lowerBound / 200)
        let high = min(100, change.interval.upperBound / 200)
        difference = PrintedMean(tenths: self.first.tenths - self.second.tenths, interval: low...high)
        isNonzero = low > 0 || high < 0
    }
}

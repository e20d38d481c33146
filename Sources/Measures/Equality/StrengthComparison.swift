package import Feedback

/// Support strength against brand strength, over voices that have both.
package struct StrengthComparison: Hashable, Sendable {
    package enum State: String, Hashable, Sendable, CaseIterable {
        /// Equal within the margin; `isDifferent` may hold as well, when a small difference is certain.
        case equal
        /// Different, and not shown to lie within the margin.
        case different
        /// Neither shown.
        case undecided
    }

    /// First and last month with a compared voice; `nil` when none is dated.
    package let months: ClosedRange<Period>?
    /// Voices compared.
    package let voices: Int
    /// 0–100, over the compared voices.
    package let support: PrintedMean
    /// 0–100, over the compared voices.
    package let brand: PrintedMean
    /// Support less brand as printed, with the interval that was tested.
    package let difference: PrintedMean
    /// The test of the difference; `nil` when there was not enough.
    package let test: MeanDifference?
    /// Months behind the variance of the difference; 0 where it is clustered by customer.
    package let monthsTested: Int
    /// Longest lag of its Newey–West variance; `nil` where it is clustered by customer.
    package let bandwidth: Int?
    package let isEqual: Bool
    package let isDifferent: Bool

    /// Whether there was enough to test at all; when not, the state is `undecided`.
    package var isSufficient: Bool { test != nil }

    package var state: State { isEqual ? .equal : (isDifferent ? .different : .undecided) }
}

extension StrengthComparison {
    /// - Returns: `nil` without a compared voice.
    init?(_ voices: ComparedVoices, by test: EqualityTest) {
        guard let support = voices.mean(\.support), let brand = voices.mean(\.brand),
            let difference = voices.mean(\.difference)
        else { return nil }
        self.voices = difference.cell.n
        months = voices.months.first.flatMap { first in
            voices.months.last.map {
                Period(length: .month, index: first.index)...Period(length: .month, index: $0.index)
            }
        }
        let level = PrintedMean(strength: support)
        let loyalty = PrintedMean(strength: brand)
        let tested = test.difference(difference)
        self.support = level
        self.brand = loyalty
        self.test = tested
        self.difference = PrintedMean(
            tenths: level.tenths - loyalty.tenths,
            interval: tested?.interval ?? -100...100
        )
        monthsTested = difference.months
        bandwidth = difference.bandwidth
        isEqual = tested?.isWithin(test.margin) ?? false
        isDifferent = tested?.isNonzero ?? false
    }
}

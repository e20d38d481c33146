/// Support strength against brand strength over one stretch, over voices that have both.
///
/// Values are rounded to a tenth of a point, so that D = S − B holds as printed.
package struct Comparison: Codable, Hashable, Sendable {
    package var state: VerdictState
    /// The two one-sided tests hold.
    package var isEqualWithinMargin: Bool
    /// The interval of the difference leaves out 0.
    ///
    /// Can hold together with `isEqualWithinMargin`; both are then said.
    package var isDifferent: Bool
    /// S of the compared voices; its `voices` is their number.
    package var support: Strength
    /// B of the same voices.
    package var brand: Strength
    /// D = S − B in points with the 95 % interval that was tested against 0; `nil` when `insufficient`.
    package var difference: ValueRange?
    /// D with the 90 % interval that was held against the margin.
    package var equality: ValueRange?
    /// First month with a compared voice, such as `2014-01`; `nil` when none is dated.
    package var firstMonth: String?
    package var lastMonth: String?
    /// Months behind the variance of D; 0 where it is clustered by customer.
    package var testedMonths: Int

    package init(
        state: VerdictState,
        isEqualWithinMargin: Bool = false,
        isDifferent: Bool = false,
        support: Strength,
        brand: Strength,
        difference: ValueRange? = nil,
        equality: ValueRange? = nil,
        firstMonth: String? = nil,
        lastMonth: String? = nil,
        testedMonths: Int = 0
    ) {
        self.state = state
        self.isEqualWithinMargin = isEqualWithinMargin
        self.isDifferent = isDifferent
        self.support = support
        self.brand = brand
        self.difference = difference
        self.equality = equality
        self.firstMonth = firstMonth
        self.lastMonth = lastMonth
        self.testedMonths = testedMonths
    }

    /// Voices compared.
    package var voices: Int { support.voices }
}

/// Two strengths of different voices and how far they lie apart; the difference is first less second as printed.
package struct StrengthGap: Codable, Hashable, Sendable {
    package var first: Strength
    package var second: Strength
    package var difference: ValueRange
    /// The interval of the difference leaves out 0.
    package var isDifferent: Bool

    package init(first: Strength, second: Strength, difference: ValueRange, isDifferent: Bool) {
        self.first = first
        self.second = second
        self.difference = difference
        self.isDifferent = isDifferent
    }
}

/// How both strengths have changed against the stretch before; later less earlier.
package struct StrengthChange: Codable, Hashable, Sendable {
    /// The earlier stretch: its first and last month with a compared voice.
    package var firstMonth: String
    package var lastMonth: String
    package var support: StrengthGap
    package var brand: StrengthGap

    package init(firstMonth: String, lastMonth: String, support: StrengthGap, brand: StrengthGap) {
        self.firstMonth = firstMonth
        self.lastMonth = lastMonth
        self.support = support
        self.brand = brand
    }
}

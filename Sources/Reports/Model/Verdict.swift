/// What is said of support strength against brand strength.
package enum VerdictState: String, Codable, Hashable, Sendable, CaseIterable {
    /// Both one-sided tests hold: the difference lies within the margin.
    case equal
    /// The interval of the difference leaves out 0, and equality within the margin is not shown.
    case different
    /// Neither is shown.
    case undecided
    /// Too few voices or periods to test at all.
    case insufficient
}

/// Whether support strength equals brand strength, for one brand.
package struct Verdict: Codable, Hashable, Sendable {
    package var state: VerdictState
    /// The two one-sided tests hold.
    package var isEqualWithinMargin: Bool
    /// The interval of the difference leaves out 0.
    ///
    /// Can hold together with `isEqualWithinMargin`; both are then said.
    package var isDifferent: Bool
    /// In points.
    package var margin: Double
    package var support: Strength
    package var brand: Strength
    /// D = S − B in points, paired by period; `nil` when `insufficient`.
    package var difference: ValueRange?
    /// Voices behind the verdict.
    package var voices: Int
    /// Paired periods behind the difference; 0 when it was paired by voices.
    package var periods: Int
    /// Of the first voice; `nil` when there is none.
    package var firstYear: Int?
    package var lastYear: Int?
    package var detail: EqualityDetail?

    package init(
        state: VerdictState,
        isEqualWithinMargin: Bool = false,
        isDifferent: Bool = false,
        margin: Double,
        support: Strength,
        brand: Strength,
        difference: ValueRange? = nil,
        voices: Int,
        periods: Int,
        firstYear: Int? = nil,
        lastYear: Int? = nil,
        detail: EqualityDetail? = nil
    ) {
        self.state = state
        self.isEqualWithinMargin = isEqualWithinMargin
        self.isDifferent = isDifferent
        self.margin = margin
        self.support = support
        self.brand = brand
        self.difference = difference
        self.voices = voices
        self.periods = periods
        self.firstYear = firstYear
        self.lastYear = lastYear
        self.detail = detail
    }
}

/// The methods beside the two one-sided tests.
///
/// Every part is `nil` when it could not be computed.
package struct EqualityDetail: Codable, Hashable, Sendable {
    /// The larger p of the two one-sided tests.
    package var tostP: Double?
    /// p of "no difference", two-sided.
    package var differenceP: Double?
    /// Mean of S − B over periods, in points.
    package var blandAltmanBias: Double?
    /// Lower limit of agreement.
    package var blandAltmanLow: Double?
    /// Upper limit of agreement.
    package var blandAltmanHigh: Double?
    package var demingSlope: ValueRange?
    package var demingIntercept: ValueRange?
    package var theilSenSlope: Double?
    /// Months by which S runs ahead of B; negative when it lags.
    ///
    /// `nil` when no lag stands out.
    package var leadMonths: Int?
    /// Voices with both an S and a B; `nil` when not counted.
    package var pairVoices: Int?

    package init(
        tostP: Double? = nil,
        differenceP: Double? = nil,
        blandAltmanBias: Double? = nil,
        blandAltmanLow: Double? = nil,
        blandAltmanHigh: Double? = nil,
        demingSlope: ValueRange? = nil,
        demingIntercept: ValueRange? = nil,
        theilSenSlope: Double? = nil,
        leadMonths: Int? = nil,
        pairVoices: Int? = nil
    ) {
        self.tostP = tostP
        self.differenceP = differenceP
        self.blandAltmanBias = blandAltmanBias
        self.blandAltmanLow = blandAltmanLow
        self.blandAltmanHigh = blandAltmanHigh
        self.demingSlope = demingSlope
        self.demingIntercept = demingIntercept
        self.theilSenSlope = theilSenSlope
        self.leadMonths = leadMonths
        self.pairVoices = pairVoices
    }
}

/// What is said of support strength against brand strength.
package enum VerdictState: String, Codable, Hashable, Sendable, CaseIterable {
    /// Both one-sided tests hold: the difference lies within the margin.
    case equal
    /// The interval of the difference leaves out 0, and equality within the margin is not shown.
    case different
    /// Neither is shown.
    case undecided
    /// Too few voices to test at all.
    case insufficient
}

/// Whether support strength equals brand strength, for one brand: now, what changed, and over the whole.
package struct Verdict: Codable, Hashable, Sendable {
    /// In points.
    package var margin: Double
    /// The present: the last twelve months, or as many years as hold voices enough; `nil` when that is the whole.
    package var recent: Comparison?
    /// Months of `recent`, a multiple of twelve; 0 without it.
    package var recentMonths: Int
    /// From as many months before to `recent`; `nil` when they hold too few voices.
    package var change: StrengthChange?
    package var whole: Comparison
    /// S over all voices that have one, whether or not they have a brand polarity.
    package var allSupport: Strength
    /// B over all voices that have one, whether or not they speak of handling.
    package var allBrand: Strength
    /// B of the voices that speak of handling less that of those that do not; `nil` when either are too few.
    package var speaking: StrengthGap?
    package var detail: EqualityDetail?

    package init(
        margin: Double,
        recent: Comparison? = nil,
        recentMonths: Int = 0,
        change: StrengthChange? = nil,
        whole: Comparison,
        allSupport: Strength,
        allBrand: Strength,
        speaking: StrengthGap? = nil,
        detail: EqualityDetail? = nil
    ) {
        self.margin = margin
        self.recent = recent
        self.recentMonths = recentMonths
        self.change = change
        self.whole = whole
        self.allSupport = allSupport
        self.allBrand = allBrand
        self.speaking = speaking
        self.detail = detail
    }

    /// What a reader is told first.
    package var lead: Comparison { recent ?? whole }
}

/// The methods beside the two one-sided tests, over the months with voices enough, each over the compared voices.
///
/// Every part is `nil` when it could not be computed.
package struct EqualityDetail: Codable, Hashable, Sendable {
    /// The larger p of the two one-sided tests over the whole.
    package var tostP: Double?
    /// p of "no difference", two-sided, over the whole.
    package var differenceP: Double?
    /// Mean of S − B over months, in points.
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

    package init(
        tostP: Double? = nil,
        differenceP: Double? = nil,
        blandAltmanBias: Double? = nil,
        blandAltmanLow: Double? = nil,
        blandAltmanHigh: Double? = nil,
        demingSlope: ValueRange? = nil,
        demingIntercept: ValueRange? = nil,
        theilSenSlope: Double? = nil,
        leadMonths: Int? = nil
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
    }
}

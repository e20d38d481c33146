package import Feedback

/// What can be said of "support strength equals brand strength" for one brand.
package struct EqualityVerdict: Hashable, Sendable {
    package let brand: String
    /// Points of strength.
    package let margin: Double
    /// Over all voices that have both a support and a brand polarity; `nil` when there is none.
    package let whole: StrengthComparison?
    /// Over the last twelve months, or as many years as give voices enough; `nil` when that is the whole.
    package let recent: StrengthComparison?
    /// Months of `recent`; a multiple of twelve.
    package let recentMonths: Int
    /// What changed from as many months before to `recent`; `nil` when they hold too few voices.
    package let change: StrengthChange?
    /// Support strength over all voices that have one.
    package let support: Strength?
    /// Brand strength over all voices that have one, whether or not they speak of handling.
    package let brandStrength: Strength?
    /// Brand strength of the voices that speak of handling less that of the others; `nil` when either are too few.
    package let speaking: MeanGap?
    package let blandAltman: BlandAltman?
    package let deming: DemingFit?
    package let theilSen: TheilSen?
    package let identity: IdentityTest?
    package let leadLag: LeadLag?
    /// Months with voices enough, each over the voices that have both, oldest first.
    package let series: [PairedPeriod]
}

/// How both strengths of one stretch of months differ from those of the stretch before.
package struct StrengthChange: Hashable, Sendable {
    /// The earlier stretch: its first and last month with a compared voice.
    package let before: ClosedRange<Period>
    /// Later less earlier.
    package let support: MeanGap
    package let brand: MeanGap
}

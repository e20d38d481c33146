package import Feedback

/// What can be said of "support strength equals brand strength" for one brand.
package struct EqualityVerdict: Hashable, Sendable {
    package enum State: String, Hashable, Sendable, CaseIterable {
        /// Equal within the margin; `isDifferent` may hold as well, when a small difference is certain.
        case equal
        /// Different, and not shown to lie within the margin.
        case different
        /// Neither shown.
        case undecided
    }

    /// What was paired.
    package enum Basis: Hashable, Sendable {
        case periods(PeriodLength)
        /// Voices that have both a support and a brand polarity.
        case voices
    }

    package let brand: String
    package let state: State
    package let isEqual: Bool
    package let isDifferent: Bool
    /// Whether there was enough to test at all; when not, the state is `undecided`.
    package let isSufficient: Bool
    /// Points of strength.
    package let margin: Double
    package let basis: Basis
    /// Pairs tested: periods, or voices with both polarities.
    package let pairs: Int
    /// First and last month with a counted voice; `nil` when no voice is dated.
    package let months: ClosedRange<Period>?
    /// Voices with a support or a brand polarity.
    package let voices: Int
    /// Support strength over everything.
    package let support: Strength?
    /// Brand strength over everything.
    package let brandStrength: Strength?
    /// The tested difference; `nil` when there was not enough.
    package let difference: MeanDifference?
    /// Longest lag of the Newey–West variance; `nil` unless periods were paired.
    package let bandwidth: Int?
    package let blandAltman: BlandAltman?
    package let deming: DemingFit?
    package let theilSen: TheilSen?
    package let identity: IdentityTest?
    package let leadLag: LeadLag?
    /// The periods that were paired, oldest first; empty when voices were.
    package let series: [PairedPeriod]
}

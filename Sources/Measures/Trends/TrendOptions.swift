/// What counts as a change.
///
/// Effects and spreads are in standard deviations of single values, so one default serves every scale.
package struct TrendOptions: Hashable, Sendable {
    /// Periods in a year: 12, 52 or 4; 1 for series without a season.
    package var cycle = 12
    /// Prior standard deviation of the sine and cosine of each yearly harmonic.
    package var seasonSpread = [0.16, 0.05, 0.025]
    /// Prior median of the month-to-month spread beyond sampling.
    package var periodSpread = 0.06
    /// Prior standard deviation of the logarithm of that spread.
    package var periodSpreadUncertainty = 0.5
    /// Least penalised likelihood ratio (2 ln of the Bayes factor − penalty) of a change.
    package var threshold = 7.5
    /// Greatest bootstrap p of a change.
    package var level = 0.02
    /// Least size of a change.
    package var minimumEffect = 0.09
    /// Prior standard deviation of the size of a change: very large ones are rare, and very small ones are no matter.
    package var effectSpread = 0.3
    /// Fewest periods with values on each side of a change, and in a dip.
    package var minimumPeriods = 2
    /// Fewest values on each side of a change, and in a dip.
    package var minimumVoices = 6
    /// Fewest periods with values after a dip: before that it is a step that may yet return.
    package var recoveryPeriods = 5
    /// Longest dip, in periods; a longer one is two steps.
    package var longestDip = 9
    /// Lengths of ramps that are tried, in periods.
    package var rampLengths = [9, 12, 15, 18, 22, 26, 30, 34, 38, 44, 50]
    /// Penalty of a dip over a step: one more date to choose.
    package var dipPenalty = 4.0
    /// Further penalty of a passing gain: of a fall after it one should not speak lightly.
    package var bumpPenalty = 4.0
    /// Penalty of a ramp over a step.
    package var rampPenalty = 3.0
    /// A segment of l periods pays 2·ln(longScale / l): short ones have more places to be found at by chance.
    package var longScale = 24.0
    /// Most changes in one series.
    package var mostChanges = 6
    /// Whether to look for movements that season or mix explain, at the cost of one more search.
    package var explains = false
    /// Bootstrap replicates for each change; below 20 no p is computed and `level` is not asked.
    package var replicates = 199
    /// Seed of the bootstrap.
    package var seed: UInt64 = 20_080_401

    package init() {}
}

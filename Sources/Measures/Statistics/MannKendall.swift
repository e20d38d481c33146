/// Whether a series rises or falls steadily, whatever the shape.
///
/// Source: Mann, Econometrica 13, 1945; Kendall, Rank Correlation Methods, 1975.
package struct MannKendall: Hashable, Sendable {
    /// Rises minus falls over all pairs.
    package let statistic: Int
    /// Variance of the statistic when there is no trend, corrected for ties.
    package let variance: Double
    /// Normal score with continuity correction; 0 when the statistic is 0.
    package let z: Double
    /// Two-sided p-value.
    package let p: Double

    /// The test of a series in order of time, in O(n²); `nil` under three values or when all are equal.
    package init?(_ values: [Double]) {
        guard values.count >= 3 else { return nil }
        var sum = 0
        for later in values.indices {
            for earlier in 0..<later {
                sum += values[later] > values[earlier] ? 1 : (values[later] < values[earlier] ? -1 : 0)
            }
        }
        let ties = TieCounts.tripleSum(values)
        let n = Double(values.count)
        let variance = (n * (n - 1) * (2 * n + 5) - ties) / 18
        guard variance > 0 else { return nil }
        statistic = sum
        self.variance = variance
        z = Double(sum - sum.signum()) / variance.squareRoot()
        p = NormalDistribution.twoSided(z)
    }
}

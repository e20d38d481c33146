import Glibc

/// How two lists of numbers go together.
package struct Correlation: Hashable, Sendable {
    /// −1…1.
    package let coefficient: Double
    /// Two-sided p-value of no correlation.
    package let p: Double
    package let count: Int

    /// Pearson's r with the t test of n − 2 degrees of freedom; `nil` under three pairs or when a side is constant.
    package static func pearson(_ x: [Double], _ y: [Double]) -> Correlation? {
        guard x.count >= 3, x.count == y.count, let meanX = Sample.mean(x), let meanY = Sample.mean(y) else {
            return nil
        }
        let scale = (Sample.sumOfSquaredDeviations(x) * Sample.sumOfSquaredDeviations(y)).squareRoot()
        guard scale > 0 else { return nil }
        let product = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
        let r = min(1, max(-1, product / scale))
        let df = Double(x.count - 2)
        let p = abs(r) < 1 ? StudentDistribution.twoSided(r * (df / (1 - r * r)).squareRoot(), df: df) : 0
        return Correlation(coefficient: r, p: p, count: x.count)
    }

    /// Spearman's ρ: Pearson's r of the ranks.
    package static func spearman(_ x: [Double], _ y: [Double]) -> Correlation? {
        pearson(Sample.ranks(x), Sample.ranks(y))
    }

    /// Interval of a Pearson correlation by Fisher's z (Metron 1, 1921); the whole range under four pairs.
    package func interval(confidence: Double = 0.95) -> ClosedRange<Double> {
        guard count >= 4, abs(coefficient) < 1 else { return count >= 4 ? coefficient...coefficient : -1...1 }
        let reach = NormalDistribution.quantile(0.5 + confidence / 2) / Double(count - 3).squareRoot()
        let z = atanh(coefficient)
        return tanh(z - reach)...tanh(z + reach)
    }
}

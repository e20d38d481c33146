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

    /// Kendall's τ-b, in O(n²); `nil` under two pairs or when a side is constant.
    ///
    /// The p-value is exact without ties up to 33 pairs, as in scipy.stats.kendalltau, and normal otherwise.
    /// Source: Kendall, Rank Correlation Methods, 1975, chapters 3 and 5.
    package static func kendall(_ x: [Double], _ y: [Double]) -> Correlation? {
        let n = x.count
        guard n >= 2, n == y.count else { return nil }
        var balance = 0
        for i in 0..<n {
            for j in 0..<i { balance += sign(x[i] - x[j]) * sign(y[i] - y[j]) }
        }
        let (tiesX, tiesY) = (TieCounts.sizes(x), TieCounts.sizes(y))
        let all = Double(n * (n - 1) / 2)
        let free = (all - TieCounts.pairs(tiesX)) * (all - TieCounts.pairs(tiesY))
        guard free > 0 else { return nil }
        let isExact = n <= 33 && tiesX.count == n && tiesY.count == n
        let p =
            isExact
            ? exactKendallP(n, balance: balance)
            : NormalDistribution.twoSided(Double(balance) / kendallVariance(n, tiesX, tiesY).squareRoot())
        return Correlation(coefficient: Double(balance) / free.squareRoot(), p: min(1, p), count: n)
    }

    /// Interval of a Pearson correlation by Fisher's z (Metron 1, 1921); the whole range under four pairs.
    package func interval(confidence: Double = 0.95) -> ClosedRange<Double> {
        guard count >= 4, abs(coefficient) < 1 else { return count >= 4 ? coefficient...coefficient : -1...1 }
        let reach = NormalDistribution.quantile(0.5 + confidence / 2) / Double(count - 3).squareRoot()
        let z = atanh(coefficient)
        return tanh(z - reach)...tanh(z + reach)
    }

    private static func sign(_ value: Double) -> Int { value > 0 ? 1 : (value < 0 ? -1 : 0) }

    /// Twice the share of orders with at most as many inversions as the rarer side of `balance` has.
    private static func exactKendallP(_ n: Int, balance: Int) -> Double {
        let all = n * (n - 1) / 2
        let inversions = (all - abs(balance)) / 2
        var shares = [1.0]
        for size in stride(from: 2, through: n, by: 1) {
            var next = [Double](repeating: 0, count: shares.count + size - 1)
            for (index, share) in shares.enumerated() {
                for added in 0..<size { next[index + added] += share / Double(size) }
            }
            shares = next
        }
        return 2 * shares.prefix(inversions + 1).reduce(0, +)
    }

    private static func kendallVariance(_ n: Int, _ tiesX: [Int], _ tiesY: [Int]) -> Double {
        func triple(_ sizes: [Int]) -> Double { sizes.reduce(0) { $0 + Double($1 * ($1 - 1) * (2 * $1 + 5)) } }
        func cubic(_ sizes: [Int]) -> Double { sizes.reduce(0) { $0 + Double($1 * ($1 - 1) * ($1 - 2)) } }
        let m = Double(n) * Double(n - 1)
        let base = (m * Double(2 * n + 5) - triple(tiesX) - triple(tiesY)) / 18
        let pairs = 2 * TieCounts.pairs(tiesX) * TieCounts.pairs(tiesY) / m
        return base + pairs + (n > 2 ? cubic(tiesX) * cubic(tiesY) / (9 * m * Double(n - 2)) : 0)
    }
}

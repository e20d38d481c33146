import Glibc

/// Comparisons of groups by ranks only.
package enum RankTests {
    /// A statistic and its p-value.
    package struct Outcome: Hashable, Sendable {
        package let statistic: Double
        package let p: Double
    }

    /// Whether values of one group tend to be larger: Mann and Whitney's U of the first group, two-sided.
    ///
    /// Exact without ties while one group has at most 8 values or both at most 25; else normal with corrections for
    /// ties and continuity. Source: Annals of Mathematical Statistics 18, 1947. `nil` when a group is empty.
    package static func mannWhitney(_ first: [Double], _ second: [Double]) -> Outcome? {
        let (m, n) = (first.count, second.count)
        guard m > 0, n > 0 else { return nil }
        let all = first + second
        let rankSum = Sample.ranks(all).prefix(m).reduce(0, +)
        let u = rankSum - Double(m * (m + 1)) / 2
        let larger = max(u, Double(m * n) - u)
        let hasTies = TieCounts.sizes(all).count < all.count
        if !hasTies, min(m, n) <= 8 || max(m, n) <= 25 {
            return Outcome(statistic: u, p: min(1, 2 * exactTail(m, n, atMost: Int(Double(m * n) - larger))))
        }
        let total = Double(m + n)
        let ties = TieCounts.cubicSum(all) / (total * (total - 1))
        let variance = Double(m * n) / 12 * (total + 1 - ties)
        guard variance > 0 else { return Outcome(statistic: u, p: 1) }
        let z = (larger - Double(m * n) / 2 - 0.5) / variance.squareRoot()
        return Outcome(statistic: u, p: min(1, 2 * NormalDistribution.survival(z)))
    }

    /// Share of the orders of m and n values whose U is at most a bound, by counting partitions.
    private static func exactTail(_ m: Int, _ n: Int, atMost bound: Int) -> Double {
        // counts[u] over the first k of m values: the generating function Π (1 − q^(n+i)) / (1 − q^i).
        var counts = [Double](repeating: 0, count: m * n + 1)
        counts[0] = 1
        for i in 1...m {
            for u in stride(from: m * n, through: n + i, by: -1) { counts[u] -= counts[u - n - i] }
            for u in stride(from: i, through: m * n, by: 1) { counts[u] += counts[u - i] }
        }
        return counts.prefix(bound + 1).reduce(0, +) / counts.reduce(0, +)
    }
}

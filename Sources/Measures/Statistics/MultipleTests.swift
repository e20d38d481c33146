/// Adjusted p-values of several tests, in the order of the tests given.
package enum MultipleTests {
    /// Expected share of false findings, for independent tests or positive dependence.
    ///
    /// Source: Benjamini and Hochberg, Journal of the Royal Statistical Society B 57, 1995.
    package static func benjaminiHochberg(_ p: [Double]) -> [Double] {
        var adjusted = [Double](repeating: 1, count: p.count)
        var lowest = 1.0
        for (rank, index) in p.indices.sorted(by: { p[$0] < p[$1] }).enumerated().reversed() {
            lowest = min(lowest, Double(p.count) / Double(rank + 1) * p[index])
            adjusted[index] = lowest
        }
        return adjusted
    }
}

/// Adjusted p-values of several tests, in the order of the tests given.
package enum MultipleTests {
    /// Expected share of false findings, for independent tests or positive dependence.
    ///
    /// Source: Benjamini and Hochberg, Journal of the Royal Statistical Society B 57, 1995.
    package static func benjaminiHochberg(_ p: [Double]) -> [Double] { stepUp(p, penalty: 1) }

    /// Expected share of false findings under any dependence.
    ///
    /// Source: Benjamini and Yekutieli, Annals of Statistics 29, 2001.
    package static func benjaminiYekutieli(_ p: [Double]) -> [Double] {
        stepUp(p, penalty: p.indices.reduce(0) { $0 + 1 / Double($1 + 1) })
    }

    /// Chance of any false finding.
    ///
    /// Source: Holm, Scandinavian Journal of Statistics 6, 1979.
    package static func holm(_ p: [Double]) -> [Double] {
        var adjusted = [Double](repeating: 1, count: p.count)
        var highest = 0.0
        for (rank, index) in p.indices.sorted(by: { p[$0] < p[$1] }).enumerated() {
            highest = max(highest, Double(p.count - rank) * p[index])
            adjusted[index] = min(1, highest)
        }
        return adjusted
    }

    private static func stepUp(_ p: [Double], penalty: Double) -> [Double] {
        var adjusted = [Double](repeating: 1, count: p.count)
        var lowest = 1.0
        for (rank, index) in p.indices.sorted(by: { p[$0] < p[$1] }).enumerated().reversed() {
            lowest = min(lowest, penalty * Double(p.count) / Double(rank + 1) * p[index])
            adjusted[index] = lowest
        }
        return adjusted
    }
}

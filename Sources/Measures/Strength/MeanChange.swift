/// The difference of two means, after minus before, in basis points.
package struct MeanChange: Hashable, Sendable {
    package let difference: Double
    package let standardError: Double
    package let degreesOfFreedom: Double
    /// 95 % interval.
    package let interval: ClosedRange<Double>
    /// Two-sided p-value of no change.
    package let p: Double

    /// A difference whose variance is a sum of independent terms; `nil` when there is none or the sum is 0.
    ///
    /// Degrees of freedom by Satterthwaite (Biometrics Bulletin 2, 1946).
    package init?(difference: Double, terms: [(variance: Double, freedom: Double)]) {
        let variance = terms.reduce(0) { $0 + $1.variance }
        guard variance > 0 else { return nil }
        let error = variance.squareRoot()
        let df = variance * variance / terms.reduce(0) { $0 + $1.variance * $1.variance / $1.freedom }
        let reach = StudentDistribution.quantile(0.975, df: df) * error
        self.difference = difference
        standardError = error
        degreesOfFreedom = df
        interval = difference - reach...difference + reach
        p = StudentDistribution.twoSided(difference / error, df: df)
    }

    /// The change from one cell to another, each with its variance clustered by customer.
    ///
    /// Customers who stand on both sides are taken as independent, which makes the interval rather too wide than too
    /// narrow. `nil` when a side has fewer than two customers or neither side varies.
    package init?(before: Cell, after: Cell) {
        guard let first = before.mean, let second = after.mean,
            let firstVariance = CellInterval.clusteredVariance(of: before),
            let secondVariance = CellInterval.clusteredVariance(of: after)
        else { return nil }
        self.init(
            difference: second - first,
            terms: [
                (firstVariance, Double(before.customers - 1)), (secondVariance, Double(after.customers - 1)),
            ]
        )
    }
}

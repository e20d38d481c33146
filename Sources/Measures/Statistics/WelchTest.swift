/// The difference of two means whose variances may differ.
///
/// Source: Welch, Biometrika 34, 1947; degrees of freedom by Satterthwaite, Biometrics Bulletin 2, 1946.
package struct WelchTest: Hashable, Sendable {
    /// First mean minus second.
    package let difference: Double
    package let standardError: Double
    package let degreesOfFreedom: Double
    package let t: Double
    /// Two-sided p-value.
    package let p: Double
    /// 95 % interval of the difference.
    package let interval: ClosedRange<Double>

    /// Compares two groups; `nil` unless each has two values and one of them varies.
    package init?(_ first: [Double], _ second: [Double]) {
        guard let meanA = Sample.mean(first), let meanB = Sample.mean(second),
            let varianceA = Sample.variance(first), let varianceB = Sample.variance(second)
        else { return nil }
        let partA = varianceA / Double(first.count)
        let partB = varianceB / Double(second.count)
        guard partA + partB > 0 else { return nil }
        let (dfA, dfB) = (Double(first.count - 1), Double(second.count - 1))
        self.init(difference: meanA - meanB, variances: (partA, dfA), (partB, dfB))
    }

    /// Compares two means by the variance of each and its degrees of freedom; `nil` when both variances are 0.
    package init?(
        meanA: Double,
        varianceA: Double,
        freedomA: Double,
        meanB: Double,
        varianceB: Double,
        freedomB: Double
    ) {
        guard varianceA + varianceB > 0, freedomA > 0, freedomB > 0 else { return nil }
        self.init(difference: meanA - meanB, variances: (varianceA, freedomA), (varianceB, freedomB))
    }

    private init(
        difference: Double,
        variances first: (value: Double, df: Double),
        _ second: (value: Double, df: Double)
    ) {
        let variance = first.value + second.value
        let error = variance.squareRoot()
        let df = variance * variance / (first.value * first.value / first.df + second.value * second.value / second.df)
        let reach = StudentDistribution.quantile(0.975, df: df) * error
        self.difference = difference
        standardError = error
        degreesOfFreedom = df
        t = difference / error
        p = StudentDistribution.twoSided(difference / error, df: df)
        interval = difference - reach...difference + reach
    }
}

/// Alarms raised in histories in which nothing happened.
package struct FalseAlarms: Hashable, Sendable {
    package let count: Int
    /// Years of one series in which they were raised.
    package let years: Double

    package init(count: Int, years: Double) {
        self.count = count
        self.years = years
    }

    /// Alarms in 100 years of one series; `nil` without any year.
    package var perHundredYears: Double? { years > 0 ? 100 * Double(count) / years : nil }

    /// Exact 95 % interval of `perHundredYears`; `nil` without any year.
    ///
    /// Source: Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28, 1936.
    package var interval: ClosedRange<Double>? {
        guard years > 0 else { return nil }
        let twice = 2 * Double(count)
        let low = count == 0 ? 0 : ChiSquaredDistribution.quantile(0.025, df: twice) / 2
        let high = ChiSquaredDistribution.quantile(0.975, df: twice + 2) / 2
        return 100 * low / years...100 * high / years
    }

    package static func + (left: FalseAlarms, right: FalseAlarms) -> FalseAlarms {
        FalseAlarms(count: left.count + right.count, years: left.years + right.years)
    }
}

import Glibc

/// How support goes with brand strength within brands over time, and between brands: the two may differ.
package struct PanelSlopes: Hashable, Sendable {
    /// A slope with its standard error.
    package struct Slope: Hashable, Sendable {
        package let slope: Double
        package let standardError: Double
        package let degreesOfFreedom: Int

        /// 95 % interval by Student's t.
        package var interval: ClosedRange<Double> {
            let reach = StudentDistribution.quantile(0.975, df: Double(degreesOfFreedom)) * standardError
            return slope - reach...slope + reach
        }
    }

    /// Within brands: every brand keeps its own level (fixed effects).
    package let within: Slope
    /// Between the means of the brands, each counting once; `nil` under three brands or when their means do not vary.
    package let between: Slope?
    /// Both together with a random level for each brand; `nil` when the likelihood cannot be formed.
    package let mixed: RandomIntercept?
    package let brands: Int
    package let periods: Int

    /// Slopes of y on x over the groups of a panel.
    ///
    /// `nil` when no group varies in x or fewer than one degree of freedom is left.
    /// Source: Wooldridge, Econometric Analysis of Cross Section and Panel Data, chapter 10.
    ///
    /// - Parameter panel: For each brand the pairs of brand strength (x) and support strength (y).
    package init?(_ panel: [[(x: Double, y: Double)]]) {
        let groups = panel.filter { !$0.isEmpty }
        let count = groups.reduce(0) { $0 + $1.count }
        let freedom = count - groups.count - 1
        guard freedom >= 1, let within = Self.within(groups, freedom: freedom) else { return nil }
        self.within = within
        between = Self.between(groups)
        mixed = RandomIntercept(groups)
        brands = groups.count
        periods = count
    }

    /// Slopes over the paired periods of several brands; brands whose voices were paired have none and are left out.
    package init?(verdicts: [EqualityVerdict]) {
        self.init(verdicts.map { verdict in verdict.series.map { (x: $0.brand, y: $0.support) } })
    }

    private static func within(_ groups: [[(x: Double, y: Double)]], freedom: Int) -> Slope? {
        var (xx, xy, yy) = (0.0, 0.0, 0.0)
        for group in groups {
            let (meanX, meanY) = means(group)
            for (x, y) in group {
                xx += (x - meanX) * (x - meanX)
                xy += (x - meanX) * (y - meanY)
                yy += (y - meanY) * (y - meanY)
            }
        }
        guard xx > 0 else { return nil }
        let slope = xy / xx
        let residual = max(0, yy - slope * xy)
        return Slope(
            slope: slope,
            standardError: (residual / Double(freedom) / xx).squareRoot(),
            degreesOfFreedom: freedom
        )
    }

    private static func between(_ groups: [[(x: Double, y: Double)]]) -> Slope? {
        let centers = groups.map(means)
        guard let fit = LeastSquares(rows: centers.map { [1, $0.0] }, y: centers.map(\.1)),
            let error = fit.standardError(1)
        else { return nil }
        return Slope(slope: fit.coefficients[1], standardError: error, degreesOfFreedom: fit.degreesOfFreedom)
    }

    private static func means(_ group: [(x: Double, y: Double)]) -> (Double, Double) {
        let n = Double(group.count)
        return (group.reduce(0) { $0 + $1.x } / n, group.reduce(0) { $0 + $1.y } / n)
    }
}

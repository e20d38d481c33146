/// Whether support follows brand one to one: intercept 0 and slope 1 together.
package struct IdentityTest: Hashable, Sendable {
    package let intercept: Double
    package let slope: Double
    /// Standard errors of intercept and slope by Newey–West, without small-sample correction.
    package let robustErrors: [Double]
    /// F statistic of both restrictions with 2 and n − 2 degrees of freedom.
    package let statistic: Double
    package let p: Double
    /// Durbin–Watson of the residuals; `nil` for a perfect fit.
    package let durbinWatson: Double?

    /// Ordinary least squares of support on brand; `nil` under four pairs or when brand does not vary.
    ///
    /// Source of the F test: Greene, Econometric Analysis, section on linear restrictions:
    /// (Rb − r)ᵀ[R(XᵀX)⁻¹Rᵀ]⁻¹(Rb − r)/(2s²), where R is the identity here.
    package init?(brand: [Double], support: [Double], bandwidth: Int) {
        let rows = brand.map { [1, $0] }
        guard brand.count >= 4, let fit = LeastSquares(rows: rows, y: support), let variance = fit.residualVariance,
            variance > 0
        else { return nil }
        intercept = fit.coefficients[0]
        slope = fit.coefficients[1]
        let robust = NeweyWest.covariance(of: fit, rows: rows, bandwidth: bandwidth)
        robustErrors = [max(0, robust[0, 0]).squareRoot(), max(0, robust[1, 1]).squareRoot()]
        let shift = rows.reduce(0) { sum, row in
            let distance = fit.coefficients[0] + (fit.coefficients[1] - 1) * row[1]
            return sum + distance * distance
        }
        statistic = shift / (2 * variance)
        p = FisherDistribution.survival(statistic, numerator: 2, denominator: Double(fit.degreesOfFreedom))
        durbinWatson = Autocorrelation.durbinWatson(fit.residuals)
    }
}

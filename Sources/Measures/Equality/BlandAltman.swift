/// How far two measurements of the same thing lie apart, and whether that depends on their size.
///
/// Source: Bland and Altman, Lancet 1986 and Statistical Methods in Medical Research 8, 1999.
package struct BlandAltman: Hashable, Sendable {
    /// Mean of support minus brand, in points.
    package let bias: Double
    package let standardDeviation: Double
    /// 95 % interval of the bias.
    package let biasInterval: ClosedRange<Double>
    /// Where 95 % of the differences lie: bias ± 1.96 standard deviations.
    package let limits: ClosedRange<Double>
    /// Standard error of either limit.
    package let limitError: Double
    /// Slope of the differences on the means of both; `nil` when the means do not vary.
    package let slope: Double?
    /// p-value of that slope.
    package let slopeP: Double?
    /// Lin's concordance correlation with n in the denominators (Biometrics 45, 1989); `nil` when nothing varies.
    package let concordance: Double?

    /// The comparison of y with x; `nil` under three pairs.
    package init?(x: [Double], y: [Double]) {
        let differences = zip(x, y).map { $1 - $0 }
        guard differences.count >= 3, let bias = Sample.mean(differences), let variance = Sample.variance(differences)
        else { return nil }
        let n = Double(differences.count)
        let deviation = variance.squareRoot()
        self.bias = bias
        standardDeviation = deviation
        let reach = StudentDistribution.quantile(0.975, df: n - 1) * deviation / n.squareRoot()
        biasInterval = bias - reach...bias + reach
        limits = bias - 1.96 * deviation...bias + 1.96 * deviation
        limitError = deviation * (1 / n + 1.96 * 1.96 / (2 * (n - 1))).squareRoot()
        let means = zip(x, y).map { ($0 + $1) / 2 }
        let fit = LeastSquares(rows: means.map { [1, $0] }, y: differences)
        let slopeError = fit?.standardError(1)
        slope = fit?.coefficients[1]
        slopeP =
            if let fit, let slopeError, slopeError > 0 {
                StudentDistribution.twoSided(fit.coefficients[1] / slopeError, df: n - 2)
            } else { nil }
        concordance = Self.concordance(x, y)
    }

    private static func concordance(_ x: [Double], _ y: [Double]) -> Double? {
        guard let meanX = Sample.mean(x), let meanY = Sample.mean(y) else { return nil }
        let covariance = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
        let spread = Sample.sumOfSquaredDeviations(x) + Sample.sumOfSquaredDeviations(y)
        let shift = Double(x.count) * (meanX - meanY) * (meanX - meanY)
        return spread + shift > 0 ? 2 * covariance / (spread + shift) : nil
    }
}

/// How far two measurements of the same thing lie apart.
///
/// Source: Bland and Altman, Lancet 1986 and Statistical Methods in Medical Research 8, 1999.
package struct BlandAltman: Hashable, Sendable {
    /// Mean of support minus brand, in points.
    package let bias: Double
    /// Where 95 % of the differences lie: bias ± 1.96 standard deviations.
    package let limits: ClosedRange<Double>

    /// The comparison of y with x; `nil` under three pairs.
    package init?(x: [Double], y: [Double]) {
        let differences = zip(x, y).map { $1 - $0 }
        guard differences.count >= 3, let bias = Sample.mean(differences), let variance = Sample.variance(differences)
        else { return nil }
        let reach = 1.96 * variance.squareRoot()
        self.bias = bias
        limits = bias - reach...bias + reach
    }
}

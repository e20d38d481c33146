/// The chi-squared distribution.
package enum ChiSquaredDistribution {
    /// P(X ≤ x) with `df` > 0 degrees of freedom.
    package static func cumulative(_ x: Double, df: Double) -> Double {
        SpecialFunctions.regularizedGammaP(df / 2, x / 2)
    }

    /// P(X > x).
    package static func survival(_ x: Double, df: Double) -> Double {
        SpecialFunctions.regularizedGammaQ(df / 2, x / 2)
    }

    /// x with P(X ≤ x) = p, for p in 0..<1.
    package static func quantile(_ p: Double, df: Double) -> Double {
        precondition(p >= 0 && p < 1, "a quantile needs a probability under 1")
        return MonotoneRoot.solve(from: 0, growing: df) { cumulative($0, df: df) - p }
    }
}

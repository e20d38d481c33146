/// The F distribution.
package enum FisherDistribution {
    /// P(F ≤ f) with `numerator` and `denominator` degrees of freedom.
    package static func cumulative(_ f: Double, numerator: Double, denominator: Double) -> Double {
        guard f > 0 else { return 0 }
        let total = numerator * f + denominator
        return SpecialFunctions.regularizedBeta(
            numerator * f / total,
            complement: denominator / total,
            numerator / 2,
            denominator / 2
        )
    }

    /// P(F > f).
    package static func survival(_ f: Double, numerator: Double, denominator: Double) -> Double {
        guard f > 0 else { return 1 }
        let total = numerator * f + denominator
        return SpecialFunctions.regularizedBeta(
            denominator / total,
            complement: numerator * f / total,
            denominator / 2,
            numerator / 2
        )
    }

    /// f with P(F ≤ f) = p, for p in 0..<1.
    package static func quantile(_ p: Double, numerator: Double, denominator: Double) -> Double {
        precondition(p >= 0 && p < 1, "a quantile needs a probability under 1")
        return MonotoneRoot.solve(from: 0, growing: 1) {
            cumulative($0, numerator: numerator, denominator: denominator) - p
        }
    }
}

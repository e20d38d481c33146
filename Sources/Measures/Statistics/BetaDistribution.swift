/// The beta distribution.
package enum BetaDistribution {
    /// P(X ≤ x).
    package static func cumulative(_ x: Double, _ a: Double, _ b: Double) -> Double {
        SpecialFunctions.regularizedBeta(x, a, b)
    }

    /// x with P(X ≤ x) = p.
    package static func quantile(_ p: Double, _ a: Double, _ b: Double) -> Double {
        precondition((0...1).contains(p), "a probability lies between 0 and 1")
        return MonotoneRoot.solve(between: 0, and: 1) { cumulative($0, a, b) - p }
    }
}

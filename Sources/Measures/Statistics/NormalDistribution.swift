import Glibc

/// The standard normal distribution.
package enum NormalDistribution {
    package static func density(_ z: Double) -> Double { exp(-z * z / 2) / 2.50662827463100050242 }

    /// P(Z ≤ z).
    package static func cumulative(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

    /// P(Z > z), exact far out in the tail.
    package static func survival(_ z: Double) -> Double { 0.5 * erfc(z / 2.0.squareRoot()) }

    /// P(|Z| ≥ |z|).
    package static func twoSided(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }

    /// z with P(Z ≤ z) = p; ±∞ at 1 and 0.
    ///
    /// Source: Abramowitz and Stegun 26.2.23 as a start, then Halley's method on the error function.
    package static func quantile(_ p: Double) -> Double {
        precondition((0...1).contains(p), "a probability lies between 0 and 1")
        if p > 0.5 { return -quantile(1 - p) }
        guard p > 0 else { return -.infinity }
        let t = (-2 * log(p)).squareRoot()
        let numerator = 2.515517 + t * (0.802853 + t * 0.010328)
        let denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
        var z = numerator / denominator - t
        for _ in 0..<4 {
            let step = (cumulative(z) - p) / density(z)
            z -= step / (1 + z * step / 2)
        }
        return z
    }
}

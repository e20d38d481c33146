import Glibc

/// The functions that the distributions rest on.
///
/// Relative error is about 1e-13 for parameters up to 10⁴ and grows slowly with them.
package enum SpecialFunctions {
    /// ln Γ(x) for x > 0.
    ///
    /// Source: Stirling's series with Bernoulli numbers, DLMF 5.11.1, after shifting x above 12 by 5.5.1.
    package static func logGamma(_ x: Double) -> Double {
        precondition(x > 0, "logGamma needs a positive argument")
        var shifted = x
        var product = 1.0
        while shifted < 12 {
            product *= shifted
            shifted += 1
        }
        let inverse = 1 / shifted
        let square = inverse * inverse
        let coefficients = [-691.0 / 360_360, 1.0 / 1_188, -1.0 / 1_680, 1.0 / 1_260, -1.0 / 360, 1.0 / 12]
        let series = coefficients.reduce(0) { $0 * square + $1 }
        let halfLogTwoPi = 0.918938533204672741780329736406
        return (shifted - 0.5) * log(shifted) - shifted + halfLogTwoPi + inverse * series - log(product)
    }

    /// ln B(a, b).
    package static func logBeta(_ a: Double, _ b: Double) -> Double {
        logGamma(a) + logGamma(b) - logGamma(a + b)
    }

    /// Regularized incomplete beta function I_x(a, b) for x in 0…1.
    ///
    /// Source: continued fraction DLMF 8.17.22, evaluated by the modified Lentz method; symmetry 8.17.4.
    package static func regularizedBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        return x < (a + 1) / (a + b + 2) ? betaTail(x, 1 - x, a, b) : 1 - betaTail(1 - x, x, b, a)
    }

    /// I_x(a, b) where `y` is 1 − x, known without cancellation.
    package static func regularizedBeta(_ x: Double, complement y: Double, _ a: Double, _ b: Double) -> Double {
        guard x > 0 else { return 0 }
        guard y > 0 else { return 1 }
        return x < (a + 1) / (a + b + 2) ? betaTail(x, y, a, b) : 1 - betaTail(y, x, b, a)
    }

    /// Regularized lower incomplete gamma function P(a, x).
    package static func regularizedGammaP(_ a: Double, _ x: Double) -> Double {
        guard x > 0 else { return 0 }
        return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x)
    }

    /// Regularized upper incomplete gamma function Q(a, x).
    package static func regularizedGammaQ(_ a: Double, _ x: Double) -> Double {
        guard x > 0 else { return 1 }
        return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x)
    }

    private static func betaTail(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
        let front = exp(a * log(x) + b * log(y) - logBeta(a, b)) / a
        let tiny = 1e-300
        var c = 1.0
        var d = 1 - (a + b) * x / (a + 1)
        d = 1 / (abs(d) < tiny ? tiny : d)
        var fraction = d
        for step in 1...10_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            for numerator in [even, odd] {
                d = 1 + numerator * d
                d = 1 / (abs(d) < tiny ? tiny : d)
                c = 1 + numerator / c
                if abs(c) < tiny { c = tiny }
                fraction *= c * d
            }
            if abs(c * d - 1) < 1e-16 { break }
        }
        return front * fraction
    }

    /// Source: DLMF 8.11.4.
    private static func gammaSeries(_ a: Double, _ x: Double) -> Double {
        var term = 1 / a
        var sum = term
        var denominator = a
        for _ in 0..<100_000 {
            denominator += 1
            term *= x / denominator
            sum += term
            if term < sum * 1e-17 { break }
        }
        return sum * exp(a * log(x) - x - logGamma(a))
    }

    /// Source: DLMF 8.9.2, by the modified Lentz method.
    private static func gammaFraction(_ a: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        var b = x + 1 - a
        var c = 1 / tiny
        var d = 1 / b
        var fraction = d
        for step in 1...100_000 {
            let numerator = -Double(step) * (Double(step) - a)
            b += 2
            d = numerator * d + b
            d = 1 / (abs(d) < tiny ? tiny : d)
            c = b + numerator / c
            if abs(c) < tiny { c = tiny }
            fraction *= c * d
            if abs(c * d - 1) < 1e-16 { break }
        }
        return fraction * exp(a * log(x) - x - logGamma(a))
    }
}

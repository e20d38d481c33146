import Glibc

/// Student's t distribution.
package enum StudentDistribution {
    /// P(T ≤ t) with `df` > 0 degrees of freedom.
    package static func cumulative(_ t: Double, df: Double) -> Double {
        t < 0 ? upperTail(-t, df: df) : 1 - upperTail(t, df: df)
    }

    /// P(T > t).
    package static func survival(_ t: Double, df: Double) -> Double { cumulative(-t, df: df) }

    /// P(|T| ≥ |t|).
    package static func twoSided(_ t: Double, df: Double) -> Double { 2 * upperTail(abs(t), df: df) }

    /// The t with P(T ≤ t) = p.
    ///
    /// Source: the start is Cornish and Fisher's expansion, Abramowitz and Stegun 26.7.5; then Newton's method, and a
    /// bracket where that does not settle, as far out with few degrees of freedom.
    package static func quantile(_ p: Double, df: Double) -> Double {
        if p == 0.975, df >= 1, df <= Double(usual.count), let whole = Int(exactly: df) { return usual[whole - 1] }
        return found(p, df: df)
    }

    /// The quantiles of the usual intervals, for 1 and more degrees of freedom: every cell asks for one.
    private static let usual = (1...2_048).map { found(0.975, df: Double($0)) }

    private static func found(_ p: Double, df: Double) -> Double {
        precondition(p > 0 && p < 1, "a quantile needs a probability between 0 and 1")
        if p == 0.5 { return 0 }
        if p < 0.5 { return -found(1 - p, df: df) }
        let tail = 1 - p
        var t = expansion(NormalDistribution.quantile(p), df: df)
        let scale = SpecialFunctions.logBeta(df / 2, 0.5) + log(df) / 2
        for _ in 0..<8 {
            let density = exp(-(df + 1) / 2 * log1p(t * t / df) - scale)
            let step = (upperTail(t, df: df) - tail) / density
            guard step.isFinite, abs(step) < t else { break }
            t += step
            if abs(step) <= 1e-13 * t { return t }
        }
        return MonotoneRoot.solve(from: 0, growing: 1) { tail - upperTail($0, df: df) }
    }

    private static func expansion(_ z: Double, df: Double) -> Double {
        let square = z * z
        let first = (square + 1) * z / 4
        let second = ((5 * square + 16) * square + 3) * z / 96
        let third = (((3 * square + 19) * square + 17) * square - 15) * z / 384
        return z + (first + (second + third / df) / df) / df
    }

    /// P(T > t) for t ≥ 0, which is ½ I_x(df/2, ½) at x = df/(df + t²).
    ///
    /// Source: Abramowitz and Stegun 26.7.1.
    private static func upperTail(_ t: Double, df: Double) -> Double {
        guard t.isFinite else { return 0 }
        let total = df + t * t
        return 0.5 * SpecialFunctions.regularizedBeta(df / total, complement: t * t / total, df / 2, 0.5)
    }
}

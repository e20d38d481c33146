#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Spread and lag-one correlation of the noise of a series.
struct SeriesNoise: Sendable {
    /// Variance of one value of weight 1 about its level.
    let variance: Double
    /// Correlation of neighbours, 0…0.99; negative ones count as 0.
    let correlation: Double

    /// Variance of a mean of m values is this over m, for large m.
    var longRunVariance: Double { variance * (1 + correlation) / (1 - correlation) }

    /// From differences at distance one and two, so that changes of level hardly matter.
    ///
    /// For AR(1) noise Var(y₍ₜ₊₂₎ − yₜ) / Var(y₍ₜ₊₁₎ − yₜ) = 1 + ρ. The largest tenth of the squares is left out.
    /// Source: Chakar, Lebarbier, Lévy-Leduc and Robin, "A robust approach for estimating change-points in the mean of an AR(1) process", Bernoulli 23, 2017, with trimmed squares for its medians.
    init(differencesOf values: [Double], weights: [Double]) {
        let one = Self.trimmedSquare(values, weights, lag: 1)
        let two = Self.trimmedSquare(values, weights, lag: 2)
        correlation = one > 0 ? min(0.99, max(0, two / one - 1)) : 0
        variance = one / (2 * (1 - correlation))
    }

    /// From what is left around fitted levels, freed from the bias a fitted level brings.
    ///
    /// Source of the bias (1 + 3ρ) / n for each level: Marriott and Pope, Biometrika 41, 1954.
    init(residuals: [Double], weights: [Double], levels: Int) {
        let scaled = residuals.indices.map { residuals[$0] * weights[$0].squareRoot() }
        let square = scaled.reduce(0) { $0 + $1 * $1 }
        let product = scaled.indices.dropLast().reduce(0) { $0 + scaled[$1] * scaled[$1 + 1] }
        let n = Double(scaled.count)
        let raw = square > 0 ? product / square : 0
        let k = Double(levels)
        correlation = min(0.99, max(0, (n * raw + k) / max(1, n - 3 * k)))
        variance = square / max(1, n - k * (1 + correlation) / (1 - correlation))
    }

    private static func trimmedSquare(_ values: [Double], _ weights: [Double], lag: Int) -> Double {
        guard values.count > lag else { return 0 }
        let squares = (lag..<values.count).map { index in
            let difference = values[index] - values[index - lag]
            return difference * difference * 2 / (1 / weights[index] + 1 / weights[index - lag])
        }.sorted()
        let kept = squares.prefix(max(1, squares.count * 9 / 10))
        // The mean of the lower nine tenths of χ²₁ is 0.6178 (normal noise).
        return kept.reduce(0, +) / Double(kept.count) / 0.6178
    }
}

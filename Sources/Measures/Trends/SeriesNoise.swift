/// Spread and lag-one correlation of the noise of a series.
struct SeriesNoise: Sendable {
    /// Variance of one value of weight 1 about its level.
    let variance: Double
    /// Correlation of neighbours, 0…0.99; negative ones count as 0.
    let correlation: Double

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

    /// Mean square of the differences at a distance, the largest tenth left out.
    static func trimmedSquare(_ values: [Double], _ weights: [Double], lag: Int) -> Double {
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

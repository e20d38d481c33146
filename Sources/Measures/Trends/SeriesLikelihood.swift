import Glibc

/// How well levels between changes explain a series, with first-order autoregressive noise that starts anew in each
/// segment.
///
/// Level, variance and correlation are profiled out.
struct SeriesLikelihood: Sendable {
    /// −2 ln of the greatest likelihood, up to a constant of the series.
    let deviance: Double
    /// Correlation of neighbours of greatest likelihood, 0–0.98.
    let correlation: Double
    /// Weighted mean of each segment.
    let means: [Double]
    /// Σ w (y − mean)² of each segment.
    let squares: [Double]
    /// Σ w of each segment.
    let sizes: [Double]

    private static let correlations = (0..<20).map { Double($0) / 20 } + [0.98]

    /// Fits a level to each segment.
    ///
    /// `changes`: first positions of all segments but the first, ascending.
    /// `floor`: least variance: what no fit can go below.
    init(_ values: [Double], _ weights: [Double], changes: [Int], floor: Double) {
        var (square, product, ends) = (0.0, 0.0, 0.0)
        var (means, squares, sizes): ([Double], [Double], [Double]) = ([], [], [])
        let edges = [0] + changes + [values.count]
        for (start, end) in zip(edges, edges.dropFirst()) {
            var (weight, sum) = (0.0, 0.0)
            for index in start..<end {
                weight += weights[index]
                sum += weights[index] * values[index]
            }
            let mean = sum / weight
            var (own, last) = (0.0, 0.0)
            for index in start..<end {
                let residual = (values[index] - mean) * weights[index].squareRoot()
                own += residual * residual
                if index == start { ends += residual * residual } else { product += residual * last }
                last = residual
            }
            ends += last * last
            square += own
            means.append(mean)
            squares.append(own)
            sizes.append(weight)
        }
        let count = Double(values.count)
        var best = (deviance: Double.infinity, correlation: 0.0)
        for rho in Self.correlations {
            let rest = max(square - 2 * rho * product + rho * rho * (square - ends), 0)
            let value = count * log(max(rest / count, floor)) - Double(means.count) * log(1 - rho * rho)
            if value < best.deviance { best = (value, rho) }
        }
        (deviance, correlation) = best
        (self.means, self.squares, self.sizes) = (means, squares, sizes)
    }

    /// The least clear change, by `separation`; nothing stands against a series without any.
    var weakest: (change: Int, separation: Double) {
        (0..<(means.count - 1)).map { ($0, separation(at: $0)) }.min { $0.1 < $1.1 } ?? (0, .infinity)
    }

    /// Squared size of a change over its variance, each side with a spread of its own, which two values' worth of the
    /// whole series' steadies.
    ///
    /// Source: Welch, "The generalization of Student's problem", Biometrika 34, 1947.
    private func separation(at change: Int) -> Double {
        let pooled = squares.reduce(0, +) / max(1, sizes.reduce(0, +) - Double(sizes.count))
        func variance(_ side: Int) -> Double {
            (squares[side] + 2 * pooled) / (max(0, sizes[side] - 1) + 2) / sizes[side]
        }
        let difference = means[change + 1] - means[change]
        let total = variance(change) + variance(change + 1)
        return total > 0 ? difference * difference / total : .infinity
    }
}

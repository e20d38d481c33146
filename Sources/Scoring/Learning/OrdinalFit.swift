import Glibc

/// Fits a sum of weighted features to three ordered classes: ordinal logistic regression with L2 towards a prior.
///
/// P(−1) = σ(lower − s), P(1) = σ(s − upper), P(0) the rest, where s = scale · offset + Σ weight · value. Everything runs
/// in the order of rows and columns, so that the same input gives the same weights. Source: P. McCullagh, "Regression
/// Models for Ordinal Data", J. R. Stat. Soc. B 42 (1980); steps by J. Duchi et al., "Adaptive Subgradient Methods",
/// J. Mach. Learn. Res. 12 (2011).
struct OrdinalFit {
    /// One text: what is given, and features with their values.
    struct Row {
        var offset: Double
        var columns: [Int32]
        var values: [Double]
        /// −1, 0 or 1.
        var label: Int
    }

    var weights: [Double]
    var scale: Double
    var lower = -0.5
    var upper = 0.5
    private let prior: [Double]
    private let penalty: Double
    private let movesScale: Bool

    /// - Parameters:
    ///   - prior: where weights are drawn to, and where they begin.
    ///   - penalty: strength of the draw; half of it times the squared distance is added to the loss.
    ///   - scale: what an offset of 1 is worth, in logits.
    ///   - movesScale: whether `scale` is fitted too.
    init(prior: [Double], penalty: Double, scale: Double, movesScale: Bool) {
        weights = prior
        self.prior = prior
        self.penalty = penalty
        self.scale = scale
        self.movesScale = movesScale
    }

    func latent(_ row: Row) -> Double {
        var sum = scale * row.offset
        for place in row.columns.indices { sum += weights[Int(row.columns[place])] * row.values[place] }
        return sum
    }

    /// Moves the weights towards their best, from where they are.
    ///
    /// - Parameters:
    ///   - rows: texts, always in the same order.
    ///   - classWeights: of the classes −1, 0 and 1.
    ///   - iterations: steps.
    mutating func fit(_ rows: [Row], classWeights: [Double], iterations: Int) {
        var slopes = [Double](repeating: 0, count: weights.count)
        var squares = [Double](repeating: 1e-6, count: weights.count)
        var ends = [1e-6, 1e-6, 1e-6]
        for round in 0..<iterations {
            let step = round * 3 < iterations * 2 ? 0.2 : 0.05
            for place in weights.indices { slopes[place] = penalty * (weights[place] - prior[place]) }
            var outer = (lower: 0.0, upper: 0.0, scale: 0.0)
            for row in rows {
                let part = slope(latent(row), row.label)
                let weight = classWeights[row.label + 1]
                outer.lower -= weight * part.lower
                outer.upper -= weight * part.upper
                let own = weight * part.latent
                outer.scale -= own * row.offset
                for place in row.columns.indices { slopes[Int(row.columns[place])] -= own * row.values[place] }
            }
            for place in weights.indices {
                squares[place] += slopes[place] * slopes[place]
                weights[place] -= step * slopes[place] / squares[place].squareRoot()
            }
            ends[0] += outer.lower * outer.lower
            ends[1] += outer.upper * outer.upper
            ends[2] += outer.scale * outer.scale
            lower -= step * outer.lower / ends[0].squareRoot()
            upper = max(lower + 0.02, upper - step * outer.upper / ends[1].squareRoot())
            if movesScale { scale = max(0.2, scale - step * outer.scale / ends[2].squareRoot()) }
        }
    }

    /// Slopes of the logarithm of the probability of a label.
    private func slope(_ sum: Double, _ label: Int) -> (latent: Double, lower: Double, upper: Double) {
        let below = Self.logistic(lower - sum)
        let notAbove = Self.logistic(upper - sum)
        switch label {
        case -1: return (below - 1, 1 - below, 0)
        case 1: return (notAbove, 0, -notAbove)
        default:
            let chance = max(1e-9, notAbove - below)
            return (below + notAbove - 1, -below * (1 - below) / chance, notAbove * (1 - notAbove) / chance)
        }
    }

    private static func logistic(_ value: Double) -> Double { 1 / (1 + exp(-value)) }
}

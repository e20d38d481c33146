/// Finds the changes of one series: the best shape is taken in, all are placed again, until none is left that passes.
///
/// Each step fits level, season, channels and all changes so far together, so that no part can pass for another.
struct TrendSearch: Sendable {
    /// An accepted change.
    struct Found: Sendable {
        var shape: TrendShape
        /// Penalised likelihood ratio when it was taken in.
        let score: Double
        let p: Double
    }

    let model: TrendModel
    private(set) var found: [Found] = []
    /// Spread of the last fit.
    private(set) var spread: Double
    /// Factor on variances for the correlation of neighbouring periods, at least 1.
    private(set) var inflation = 1.0
    private var options: TrendOptions { model.options }

    init(_ model: TrendModel) {
        self.model = model
        spread = model.fittedSpread([])
        while found.count < options.mostChanges, addBest() {}
    }

    /// The inflation by what is left around all changes found, whether or not any was.
    func remainingInflation() -> Double { correlationInflation(found.map(\.shape)) }

    /// The smallest lasting fall that passes the threshold with a chance of 80 % at the best placed date, in the unit of the values.
    func smallestVisible() -> Double? {
        let design = model.design(found.map(\.shape), spread: spread)
        let scan = ShapeScan(design, counts: model.adjustment.counts, options: options)
        let least = scan.shapes.indices.filter { scan.shapes[$0].kind == .step }.map {
            let needed = (options.threshold + scan.penalty[$0]) * scan.inverse[$0] / scan.gain[$0]
            return (needed.squareRoot() + 0.841621) * scan.inverse[$0].squareRoot()
        }.min()
        return least.map { max($0 * inflation.squareRoot(), options.minimumEffect) * model.scale }
    }

    /// Takes in the best further change; false when none passes.
    private mutating func addBest() -> Bool {
        let shapes = found.map(\.shape)
        spread = model.fittedSpread(shapes)
        let design = model.design(shapes, spread: spread)
        let scan = ShapeScan(design, counts: model.adjustment.counts, options: options)
        guard let best = scan.best(design.stepScores(model.values)), best.score >= options.threshold else {
            return false
        }
        let factor = correlationInflation(shapes + [best.shape])
        let score = best.score - best.ratio * (1 - 1 / factor)
        guard score >= options.threshold else { return false }
        let p = probability(score, design, scan)
        guard p <= options.level else { return false }
        inflation = factor
        found.append(Found(shape: best.shape, score: score, p: p))
        placeAgain()
        return true
    }

    /// Places every change again, given the others.
    private mutating func placeAgain() {
        guard found.count > 1 else { return }
        for index in found.indices {
            let others = found.indices.filter { $0 != index }.map { found[$0].shape }
            let design = model.design(others, spread: spread)
            let scan = ShapeScan(design, counts: model.adjustment.counts, options: options)
            if let best = scan.best(design.stepScores(model.values)), best.score > 0, !others.contains(best.shape) {
                found[index].shape = best.shape
            }
        }
    }

    private func probability(_ score: Double, _ design: TrendDesign, _ scan: ShapeScan) -> Double {
        guard options.replicates >= 20 else { return 0 }
        var normals = NormalSource(seed: options.seed &+ UInt64(found.count))
        let maxima = (0..<options.replicates).map { _ in
            scan.maximum(design.stepScores(model.simulated(design, &normals)))
        }
        return MaximumTail(maxima).probability(atLeast: score)
    }

    /// (1 + ρ) / (1 − ρ) for the lag-one correlation of what is left, as far as it exceeds one standard error.
    ///
    /// Source: Bayley and Hammersley, "The effective number of independent observations", 1946, for AR(1).
    private func correlationInflation(_ shapes: [TrendShape]) -> Double {
        let design = model.design(shapes, spread: spread)
        let residuals = design.residuals(model.values)
        let scaled = residuals.indices.map { residuals[$0] * design.weights[$0].squareRoot() }
        let square = scaled.reduce(0) { $0 + $1 * $1 }
        guard square > 0, scaled.count > 2 else { return 1 }
        let product = scaled.indices.dropLast().reduce(0) { $0 + scaled[$1] * scaled[$1 + 1] }
        let rho = min(0.9, product / square - 1 / Double(scaled.count).squareRoot())
        return rho > 0 ? (1 + rho) / (1 - rho) : 1
    }
}

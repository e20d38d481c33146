import Glibc

/// One series made ready for detection: adjusted means in standard deviations of single values, with their sampling variance.
struct TrendModel: Sendable {
    let adjustment: MixAdjustment
    let options: TrendOptions
    /// Standard deviation of a single value, in its own unit.
    let scale: Double
    /// Adjusted means, centred, divided by `scale`.
    let values: [Double]
    /// Columns with a normal prior of variance 1: season, then channels; row by row.
    private let random: [Double]
    private let randomColumns: Int

    /// `nil` when no two values differ.
    init?(_ series: TrendSeries, options: TrendOptions) {
        guard let adjustment = MixAdjustment(series) else { return nil }
        self.adjustment = adjustment
        self.options = options
        let scale = adjustment.valueVariance.squareRoot()
        let all = adjustment.counts.reduce(0, +)
        let centre = zip(adjustment.level, adjustment.counts).reduce(0) { $0 + $1.0 * $1.1 } / all
        self.scale = scale
        values = adjustment.level.map { ($0 - centre) / scale }
        var rows: [Double] = []
        for (row, period) in adjustment.periods.enumerated() {
            rows += Self.season(period, options)
            let start = row * adjustment.rank
            rows += adjustment.mixColumns[start..<(start + adjustment.rank)].map { $0 / scale }
        }
        random = rows
        randomColumns = adjustment.periods.isEmpty ? 0 : rows.count / adjustment.periods.count
    }

    /// Number of periods with values.
    var count: Int { values.count }

    /// The fit of level, season, channels and some changes.
    ///
    /// `spread` is the period-to-period standard deviation beyond sampling.
    func design(_ shapes: [TrendShape], spread: Double) -> TrendDesign {
        let fixed = 1 + shapes.count
        let columns = fixed + randomColumns
        var matrix = [Double](repeating: 1, count: count * columns)
        for row in 0..<count {
            for (index, shape) in shapes.enumerated() { matrix[row * columns + 1 + index] = shape.share(at: row) }
            for column in 0..<randomColumns {
                matrix[row * columns + fixed + column] = random[row * randomColumns + column]
            }
        }
        return TrendDesign(
            rows: count,
            columns: columns,
            matrix: matrix,
            firstRandom: fixed,
            weights: adjustment.counts.map { 1 / (1 / $0 + spread * spread) }
        )
    }

    /// The period-to-period spread of greatest posterior likelihood, on a grid.
    func fittedSpread(_ shapes: [TrendShape]) -> Double {
        var best = (spread: options.periodSpread, value: -Double.infinity)
        for step in -3...4 {
            let shift = Double(step) * 0.35
            let spread = options.periodSpread * exp(shift)
            let prior = shift / options.periodSpreadUncertainty
            let value = design(shapes, spread: spread).logLikelihood(values) - prior * prior / 2
            if value > best.value { best = (spread, value) }
        }
        return best.spread
    }

    /// Values drawn from the fit without any further change.
    func simulated(_ design: TrendDesign, _ normals: inout NormalSource) -> [Double] {
        let effects = (0..<randomColumns).map { _ in normals.next() }
        return (0..<count).map { row in
            var value = normals.next() / design.weights[row].squareRoot()
            for column in 0..<randomColumns { value += random[row * randomColumns + column] * effects[column] }
            return value
        }
    }

    /// The part of the season in the level of each row, from the coefficients of a design with some changes.
    func seasonal(_ coefficients: [Double], changes: Int) -> [Double] {
        let columns = randomColumns - adjustment.rank
        return (0..<count).map { row in
            (0..<columns).reduce(0) {
                $0 + random[row * randomColumns + $1] * coefficients[1 + changes + $1]
            }
        }
    }

    private static func season(_ period: Int, _ options: TrendOptions) -> [Double] {
        guard options.cycle > 1 else { return [] }
        var row: [Double] = []
        for (index, spread) in options.seasonSpread.enumerated() where 2 * (index + 1) <= options.cycle {
            let angle = 2 * Double.pi * Double((index + 1) * period % options.cycle) / Double(options.cycle)
            row.append(spread * sin(angle))
            row.append(spread * cos(angle))
        }
        return row
    }
}

import Glibc

/// Histories with the volumes, mix, season and spread of a real one, without its changes.
struct TrendSurrogate: Sendable {
    private let history: TrendSeries
    /// Expected mean of each cell without any change.
    private let means: [Double]
    private let variance: Double
    /// Period-to-period standard deviation, in the unit of the values.
    private let spread: Double
    /// Of the shift of a period with that of the one before.
    private let correlation: Double

    init?(_ history: TrendSeries, options: TrendOptions) {
        guard let model = TrendModel(history, options: options), model.count >= 6 else { return nil }
        self.history = history
        let search = TrendSearch(model)
        let shapes = search.found.map(\.shape)
        let design = model.design(shapes, spread: search.spread)
        let sizes = design.coefficients(model.values)
        let effects = model.adjustment.channelEffects
        var level = [Double](repeating: 0, count: history.periods)
        let all = model.adjustment.counts.reduce(0, +)
        let centre = zip(model.adjustment.level, model.adjustment.counts).reduce(0) { $0 + $1.0 * $1.1 } / all
        for (row, period) in model.adjustment.periods.enumerated() {
            var fitted = 0.0
            for column in 0..<design.columns where column == 0 || column > shapes.count {
                fitted += sizes[column] * design.matrix[row * design.columns + column]
            }
            level[period] = centre + fitted * model.scale
        }
        means = (0..<history.cells.count).map { level[$0 / history.channels] + effects[$0 % history.channels] }
        variance = model.adjustment.valueVariance
        spread = search.spread * model.scale
        let inflation = search.remainingInflation()
        correlation = (inflation - 1) / (inflation + 1)
    }

    /// A history drawn anew, with a fall in every channel.
    ///
    /// Sums are rounded to whole units.
    func drawn(seed: UInt64, fall: PlantedFall? = nil) -> TrendSeries {
        var normals = NormalSource(seed: seed)
        var cells: [TrendCell] = []
        cells.reserveCapacity(means.count)
        var noise = normals.next()
        for period in 0..<history.periods {
            if period > 0 {
                noise = correlation * noise + (1 - correlation * correlation).squareRoot() * normals.next()
            }
            let shift = spread * noise - (fall?.depth(at: period) ?? 0)
            for channel in 0..<history.channels {
                let n = history[period, channel].n
                let chance = normals.next()
                guard n > 0 else {
                    cells.append(TrendCell())
                    continue
                }
                let count = Double(n)
                let mean = means[period * history.channels + channel] + shift
                let sum = (count * mean + (count * variance).squareRoot() * chance).rounded()
                let squares = sum * sum / count + variance * (count - 1)
                cells.append(TrendCell(n: n, sum: Int(sum), sumOfSquares: Int(squares.rounded(.up))))
            }
        }
        return TrendSeries(channels: history.channels, cells: cells)
    }
}

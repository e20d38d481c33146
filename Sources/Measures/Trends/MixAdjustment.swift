/// Period means freed from the mix of channels, by a two-way weighted fit.
///
/// Model: mean of a cell = period + channel + noise, weight n. The channel effects come from differences inside periods
/// only, so a real change of level can never be taken for a change of mix, nor the other way round.
/// Source: Yates, "The analysis of multiple classifications with unequal numbers", JASA 29, 1934.
struct MixAdjustment: Sendable {
    /// Indices of the periods that have values.
    let periods: [Int]
    /// Adjusted mean of each of `periods`, at the overall mix.
    let level: [Double]
    /// Values in each of `periods`.
    let counts: [Double]
    /// Pooled variance of single values inside cells.
    let valueVariance: Double
    /// What is still unknown about the channels: these columns times standard normal numbers.
    ///
    /// Shares of the channels less the overall shares, times a root of the covariance of the channel effects; `rank`
    /// numbers for each of `periods`.
    let mixColumns: [Double]
    /// Columns of `mixColumns`.
    let rank: Int
    /// Effect of each channel; weighted mean 0.
    let channelEffects: [Double]

    /// Ridge on a channel effect, in values: keeps a channel that never stands beside another one finite.
    private static let ridge = 1.0

    /// `nil` when no two values differ.
    init?(_ series: TrendSeries) {
        let filled = (0..<series.periods).filter { series.count($0) > 0 }
        guard let variance = Self.pooledVariance(series) else { return nil }
        let totals = series.total(0..<series.periods)
        let all = Double(totals.reduce(0) { $0 + $1.n })
        let share = totals.map { Double($0.n) / all }
        var (matrix, right) = Self.normalEquations(series, filled, totals)
        for index in share.indices { matrix[index, index] += Self.ridge }
        matrix.addOuterProduct(of: share, weight: max(all * 1e-3, 1))
        guard let factor = matrix.cholesky() else { return nil }
        right = factor.solve(right)
        let centre = zip(right, share).reduce(0) { $0 + $1.0 * $1.1 }
        let effects = right.map { $0 - centre }
        periods = filled
        valueVariance = variance
        channelEffects = effects
        counts = filled.map { Double(series.count($0)) }
        level = filled.map { period in
            (0..<series.channels).reduce(0) {
                $0 + Double(series[period, $1].sum) - Double(series[period, $1].n) * effects[$1]
            } / Double(series.count(period))
        }
        rank = series.channels > 1 ? series.channels : 0
        mixColumns = rank == 0 ? [] : Self.columns(series, filled, share, factor.inverse(), variance)
    }

    /// The variance inside cells, with two values' worth of the overall variance mixed in for tiny series.
    private static func pooledVariance(_ series: TrendSeries) -> Double? {
        var all = TrendCell()
        var deviations = 0.0
        var freedom = 0
        for cell in series.cells where cell.n > 0 {
            all += cell
            deviations += cell.squaredDeviations
            freedom += cell.n - 1
        }
        guard all.n > 1 else { return nil }
        let overall = all.squaredDeviations / Double(all.n - 1)
        guard overall > 0 else { return nil }
        return (deviations + 2 * overall) / Double(freedom + 2)
    }

    /// Equations for the channel effects after the period effects are eliminated.
    private static func normalEquations(
        _ series: TrendSeries,
        _ filled: [Int],
        _ totals: [TrendCell]
    ) -> (SymmetricMatrix, [Double]) {
        let channels = series.channels
        var matrix = SymmetricMatrix(size: channels)
        var right = totals.map { Double($0.sum) }
        for channel in 0..<channels { matrix[channel, channel] = Double(totals[channel].n) }
        var counts = [Double](repeating: 0, count: channels)
        for period in filled {
            var (n, sum) = (0.0, 0.0)
            for channel in 0..<channels {
                counts[channel] = Double(series[period, channel].n)
                n += counts[channel]
                sum += Double(series[period, channel].sum)
            }
            matrix.addOuterProduct(of: counts, weight: -1 / n)
            for channel in 0..<channels { right[channel] -= counts[channel] * sum / n }
        }
        return (matrix, right)
    }

    private static func columns(
        _ series: TrendSeries,
        _ filled: [Int],
        _ share: [Double],
        _ inverse: SymmetricMatrix,
        _ variance: Double
    ) -> [Double] {
        let channels = series.channels
        let root = TriangularRoot(inverse, scaledBy: variance)
        var result: [Double] = []
        result.reserveCapacity(filled.count * channels)
        var deviation = [Double](repeating: 0, count: channels)
        for period in filled {
            let n = Double(series.count(period))
            for channel in 0..<channels {
                deviation[channel] = Double(series[period, channel].n) / n - share[channel]
            }
            for column in 0..<channels {
                var sum = 0.0
                for channel in column..<channels { sum += deviation[channel] * root[channel, column] }
                result.append(sum)
            }
        }
        return result
    }
}

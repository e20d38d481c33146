import Feedback
import Flags
import Measures
import Reports

/// S and B over time, with the mix of channels as it was and held fixed.
struct SeriesBuilder {
    let cells: BrandCells
    let minimumVoices: Int
    private let channels: [String]
    private let effects: [String: Double]

    init(cells: BrandCells, minimumVoices: Int) {
        self.cells = cells
        self.minimumVoices = minimumVoices
        channels = Set(cells.all.compactMap(\.key.channel)).sorted()
        effects = ChannelEffects.effects(of: channels, in: cells)
    }

    func points(_ length: PeriodLength) -> [SeriesPoint] {
        cells.periods(length).map { period in
            let support = cells.cell(.support, period)
            let brand = cells.cell(.brand, period)
            return SeriesPoint(
                period: period.description,
                support: Reports.Strength(support, minimumVoices: minimumVoices),
                brand: Reports.Strength(brand, minimumVoices: minimumVoices),
                adjustedSupport: adjusted(period),
                compared: compared(period)
            )
        }
    }

    /// Support strength at the overall shares of the channels; `nil` with a single channel.
    private func adjusted(_ period: Period) -> Double? {
        guard !effects.isEmpty, let all = cells.cell(.support, period), all.n >= minimumVoices else { return nil }
        let shift = channels.reduce(0.0) { sum, channel in
            sum + Double(cells.cell(.support, period, channel: channel)?.n ?? 0) * (effects[channel] ?? 0)
        }
        // Shares that differ much from the overall ones can carry the estimate beyond the scale.
        return min(100, max(0, 50 + (Double(all.sum) - shift) / Double(all.n) / 200))
    }

    /// S against B over the voices that have both, clustered by customer.
    private func compared(_ period: Period) -> ComparedPoint? {
        func mean(_ measure: MeasureID) -> StretchMean? {
            cells.cell(measure, period).flatMap { StretchMean($0, months: []) }
        }
        guard let support = mean(.comparedSupport), let brand = mean(.comparedBrand),
            let difference = mean(.difference), difference.cell.n >= minimumVoices
        else { return nil }
        let (first, second) = (PrintedMean(strength: support), PrintedMean(strength: brand))
        return ComparedPoint(
            voices: difference.cell.n,
            support: ValueRange(first),
            brand: ValueRange(second),
            difference: ValueRange(PrintedMean(difference: difference, of: first, and: second))
        )
    }
}

/// By how much each channel lies above or below the others in the same month.
///
/// Model: mean of a cell = month + channel, weight n, so that a change of level cannot be taken for a channel's.
/// Solved by turns (Gauss–Seidel), with the ridge of one voice that `MixAdjustment` of Measures has.
enum ChannelEffects {
    private static let rounds = 200
    private static let ridge = 1.0

    /// Effects in basis points with a weighted mean of 0; empty under two channels.
    static func effects(of channels: [String], in cells: BrandCells) -> [String: Double] {
        guard channels.count > 1 else { return [:] }
        let grid = cells.periods(.month).map { period in
            channels.map { TrendCell(cells.cell(.support, period, channel: $0)) }
        }
        .filter { row in row.contains { $0.n > 0 } }
        var effects = [Double](repeating: 0, count: channels.count)
        for _ in 0..<rounds {
            let levels = grid.map { row in level(row, effects) }
            for place in channels.indices {
                var (sum, count) = (0.0, ridge)
                for (row, level) in zip(grid, levels) where row[place].n > 0 {
                    sum += Double(row[place].sum) - Double(row[place].n) * level
                    count += Double(row[place].n)
                }
                effects[place] = sum / count
            }
        }
        let counts = channels.indices.map { place in Double(grid.reduce(0) { $0 + $1[place].n }) }
        let all = counts.reduce(0, +)
        guard all > 0 else { return [:] }
        let centre = zip(counts, effects).reduce(0) { $0 + $1.0 * $1.1 } / all
        return Dictionary(uniqueKeysWithValues: zip(channels, effects.map { $0 - centre }))
    }

    private static func level(_ row: [TrendCell], _ effects: [Double]) -> Double {
        let sum = zip(row, effects).reduce(0.0) { $0 + Double($1.0.sum) - Double($1.0.n) * $1.1 }
        return sum / Double(row.reduce(0) { $0 + $1.n })
    }
}

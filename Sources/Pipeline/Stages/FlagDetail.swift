import Feedback
import Measures

/// Everything a flag carries, as it is stored beside it.
package struct FlagDetail: Codable, Hashable, Sendable {
    /// A level on one side of a change, on the scale 0–100.
    package struct Level: Codable, Hashable, Sendable {
        package let voices: Int
        package let value: Double?
        package let low: Double?
        package let high: Double?
    }

    /// What one channel adds to the difference, in points.
    package struct ChannelPart: Codable, Hashable, Sendable {
        package let channel: String
        package let within: Double
        package let mix: Double
    }

    package let id: String
    package let brand: String
    package let measure: String
    /// `step`, `decline` or `dip`.
    package let kind: String
    /// −1 for a fall, 1 for a rise.
    package let direction: Int
    package let firstPeriod: String
    package let firstPeriodLow: String
    package let firstPeriodHigh: String
    package let lastGoodPeriod: String
    package let before: Level
    package let after: Level
    /// Points, freed from mix and season.
    package let difference: Double
    /// Half width of its 95 % interval.
    package let margin: Double
    package let p: Double
    package let q: Double
    package let seriesTested: Int
    package let within: Double
    package let mix: Double
    package let channels: [ChannelPart]
}

extension FlagDetail {
    /// Basis points in one point of strength.
    private static let basisPointsPerPoint = 200.0

    init(_ change: TrendChange, series: TestedSeries, q: Double, seriesTested: Int) {
        func points(_ basisPoints: Double) -> Double { basisPoints / Self.basisPointsPerPoint }
        let measure = series.measure.rawValue
        let first = series.month(change.period)
        id = "\(series.brand)/\(measure)/\(first)"
        brand = series.brand
        self.measure = measure
        kind = change.kind == .ramp ? "decline" : change.kind.rawValue
        direction = change.direction
        firstPeriod = first
        firstPeriodLow = series.month(change.interval.lowerBound)
        firstPeriodHigh = series.month(change.interval.upperBound)
        lastGoodPeriod = series.month(max(0, change.lastGood))
        before = Level(change.before, in: series)
        after = Level(change.after, in: series)
        difference = points(change.difference)
        margin = points(change.margin)
        p = change.p
        self.q = q
        self.seriesTested = seriesTested
        within = points(change.split.within)
        mix = points(change.split.mix)
        channels = series.channels.enumerated().map { place, channel in
            ChannelPart(
                channel: channel,
                within: points(change.split.withinByChannel[place]),
                mix: points(change.split.mixByChannel[place])
            )
        }
    }
}

extension FlagDetail.Level {
    /// Interval of the plain mean, every voice taken as a customer of its own.
    init(_ level: TrendLevel, in series: TestedSeries) {
        var cell = Cell()
        for part in series.trend.total(level.periods) {
            cell.n += part.n
            cell.sum += part.sum
            cell.sumOfSquares += part.sumOfSquares
        }
        cell.customers = cell.n
        cell.customerSumSquares = cell.sumOfSquares
        cell.customerSumCounts = cell.sum
        cell.customerCountSquares = cell.n
        let strength = Strength(cell: cell, minimumVoices: 1)
        voices = level.n
        value = strength?.value
        low = strength?.low
        high = strength?.high
    }
}

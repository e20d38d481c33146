import Feedback
import Measures
package import Store

/// Everything a flag carries, as it is stored beside it.
package struct FlagDetail: Codable, Sendable {
    /// A level on one side of a change, on the scale 0–100.
    package struct Level: Codable, Hashable, Sendable {
        package let voices: Int
        package let value: Double?
        package let low: Double?
        package let high: Double?
        /// The months it is taken over, such as `2014-03`.
        package let from: String
        package let to: String
    }

    /// What one channel adds to the difference, in points.
    package struct ChannelPart: Codable, Hashable, Sendable {
        package let channel: String
        package let within: Double
        package let mix: Double
        /// Difference of the channel's own means; `nil` when it stands on one side only.
        package let change: Double?
        /// Voices after the change.
        package let voices: Int
    }

    /// How one facet moved, in points.
    package struct FacetPart: Codable, Hashable, Sendable {
        package let facet: String
        package let change: Double
        /// Voices after the change.
        package let voices: Int
    }

    /// The share of the lowest two of five stars, 0–100.
    package struct LowStars: Codable, Hashable, Sendable {
        package let before: Double
        package let after: Double
    }

    /// Readable, and the same in every database with the same content.
    package internal(set) var id: String
    package let brand: String
    package let measure: String
    /// `nil` for all channels together.
    package let channel: String?
    /// What the series is cut into: `month`, `week` or `quarter`.
    package let periods: String?
    /// The other series in which the same event was found, such as `facet.speed`, `support@chat` or `support.week`.
    package let alsoIn: [String]?
    /// `step`, `decline` or `dip`.
    package let kind: String
    /// −1 for a fall, 1 for a rise.
    package let direction: Int
    /// The first period of the new level, such as `2014-03` or `2014-W10`; of a slow change, the one in which it sets in.
    package let firstPeriod: String
    package let firstPeriodLow: String
    package let firstPeriodHigh: String
    package let lastGoodPeriod: String
    /// The period in which a slow change has come to its end; otherwise the end of the interval of the first period.
    package let completePeriod: String
    /// The first period with whose data alone the change would have been found; `nil` when that takes too long.
    package let firstDetectable: String?
    package let before: Level
    package let after: Level
    /// Points, freed from mix and season, and so not the raw difference of both levels.
    package let difference: Double
    /// Half width of its 95 % interval.
    package let margin: Double
    package let p: Double
    package let q: Double
    /// The least p and q that the bootstrap can show; `nil` of older runs, whose p and q may lie below it.
    package let resolution: Double?
    package let seriesTested: Int
    package let within: Double
    package let mix: Double
    package let channels: [ChannelPart]
    /// By falling size of change; empty where the flag is about a facet itself.
    package let facets: [FacetPart]
    /// `nil` where the flag is about a facet, or too few voices rate.
    package let lowStars: LowStars?
    /// Points of the raw difference inside channels and sources that stand on both sides; `nil` of older runs.
    package internal(set) var world: Double?
    /// Points of the raw difference that come from sources that begin or end.
    package internal(set) var instrument: Double?
    /// What the ledger knows of the flag.
    package internal(set) var entry: FlagRecord?
}

extension FlagDetail {
    /// Points: the level after less the level before, as voices gave them.
    package var rawDifference: Double? {
        if let old = before.value, let new = after.value { new - old } else { nil }
    }

    /// As-of of the run that reported it first.
    package var firstReportedAt: String? { entry?.firstReportedAt }
    /// When a person acknowledged it.
    package var acknowledgedAt: String? { entry?.acknowledgedAt }
    /// What that person wrote.
    package var note: String? { entry?.note }
}

extension FlagDetail {
    /// Basis points in one point of strength.
    package static let basisPointsPerPoint = 200.0
    /// Between both ends of the scale.
    package static let mostPoints = 100.0

    /// Points, cut at the ends of the scale.
    package var shownDifference: Double { Self.onTheScale(difference) }

    /// A change of points, cut where it leads beyond the scale: an estimate freed from mix and season can.
    package static func onTheScale(_ points: Double) -> Double { min(mostPoints, max(-mostPoints, points)) }

    init(_ found: FoundChange, parts others: [FoundChange], seriesTested: Int, minimumVoices: Int) {
        func points(_ basisPoints: Double) -> Double { basisPoints / Self.basisPointsPerPoint }
        let (series, change, dates) = (found.series, found.change, found.dates)
        let parts = FlagParts(change, series: series, minimumVoices: minimumVoices)
        id = "\(series.name)/\(series.name(of: dates.first))"
        brand = series.brand
        measure = series.measure.rawValue
        channel = series.channel
        periods = series.length.rawValue
        alsoIn = Self.subjects(of: others)
        kind = Self.kind(change.kind.rawValue)
        direction = change.direction
        firstPeriod = series.name(of: dates.first)
        firstPeriodLow = series.name(of: dates.low)
        firstPeriodHigh = series.name(of: dates.high)
        lastGoodPeriod = series.name(of: max(0, change.lastGood))
        completePeriod = change.kind == .ramp ? series.name(of: change.end) : firstPeriodHigh
        firstDetectable = dates.firstDetectable(of: change, in: series).map(series.name)
        before = Level(change.before, in: series)
        after = Level(change.after, in: series)
        difference = points(change.difference)
        margin = points(change.margin)
        p = change.toldP
        q = change.toldQ
        resolution = change.resolution
        self.seriesTested = seriesTested
        within = points(change.split.within)
        mix = points(change.split.mix)
        channels = parts.channels
        facets = parts.facets
        lowStars = parts.lowStars
    }
}

extension FlagDetail.Level {
    /// Interval of the plain mean, every voice of a month taken as a customer of its own.
    init(_ level: TrendLevel, in series: TestedSeries) {
        let strength = Strength(cell: series.total(of: series.measure, over: level.periods), minimumVoices: 1)
        voices = level.n
        value = strength?.value
        low = strength?.low
        high = strength?.high
        from = series.month(of: level.periods.lowerBound)
        to = series.month(of: max(level.periods.lowerBound, level.periods.upperBound - 1), isEnd: true)
    }
}

extension FlagDetail {
    /// What the series of some changes are of, each once, in their order.
    private static func subjects(of changes: [FoundChange]) -> [String] {
        var seen: Set<String> = []
        return changes.map {
            SeriesName.subject($0.series.measure, channel: $0.series.channel, length: $0.series.length)
        }.filter { seen.insert($0).inserted }
    }

    /// The detector's name of a shape as reports call it.
    package static func kind(_ name: String) -> String { name == TrendKind.ramp.rawValue ? "decline" : name }

    /// Whether the flag is about one facet rather than support strength.
    package var isAboutFacet: Bool { measure.hasPrefix("facet.") }
}

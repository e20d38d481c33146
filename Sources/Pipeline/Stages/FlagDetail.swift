import Feedback
import Measures

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
    /// `step`, `decline` or `dip`.
    package let kind: String
    /// −1 for a fall, 1 for a rise.
    package let direction: Int
    /// The first month of the new level; of a slow change, the month in which it sets in.
    package let firstPeriod: String
    package let firstPeriodLow: String
    package let firstPeriodHigh: String
    package let lastGoodPeriod: String
    /// The month in which a slow change has come to its end; otherwise the end of the interval of the first period.
    package let completePeriod: String
    /// The first month with whose data alone the change would have been found; `nil` when that takes too long.
    package let firstDetectable: String?
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
    /// By falling size of change; empty where the flag is about a facet itself.
    package let facets: [FacetPart]
    /// `nil` where the flag is about a facet, or too few voices rate.
    package let lowStars: LowStars?
    /// What the ledger knows of the flag.
    var entry: StoredFlags.Entry?
}

extension FlagDetail {
    /// Basis points in one point of strength.
    static let basisPointsPerPoint = 200.0

    init(_ change: TrendChange, series: TestedSeries, seriesTested: Int, minimumVoices: Int) {
        func points(_ basisPoints: Double) -> Double { basisPoints / Self.basisPointsPerPoint }
        let dates = FlagDates(change)
        let parts = FlagParts(change, series: series, minimumVoices: minimumVoices)
        id = "\(series.name)/\(series.month(dates.first))"
        brand = series.brand
        measure = series.measure.rawValue
        kind = change.kind == .ramp ? "decline" : change.kind.rawValue
        direction = change.direction
        firstPeriod = series.month(dates.first)
        firstPeriodLow = series.month(dates.low)
        firstPeriodHigh = series.month(dates.high)
        lastGoodPeriod = series.month(max(0, change.lastGood))
        completePeriod = change.kind == .ramp ? series.month(change.end) : firstPeriodHigh
        firstDetectable = dates.firstDetectable(of: change, in: series.trend).map(series.month)
        before = Level(change.before, in: series)
        after = Level(change.after, in: series)
        difference = points(change.difference)
        margin = points(change.margin)
        p = change.p
        q = change.q
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
        from = series.month(level.periods.lowerBound)
        to = series.month(max(level.periods.lowerBound, level.periods.upperBound - 1))
    }
}

extension FlagDetail {
    /// Months by which the date of a facet's change may differ from that of support strength.
    private static let nearness = 6

    /// Whether the flag is about one facet rather than support strength.
    var isAboutFacet: Bool { measure.hasPrefix("facet.") }

    /// Whether a flag about a facet tells the same event as one about support strength.
    func isPart(of whole: FlagDetail) -> Bool {
        guard isAboutFacet, !whole.isAboutFacet, brand == whole.brand, direction == whole.direction,
            let low = Self.month(firstPeriodLow), let high = Self.month(max(firstPeriodHigh, completePeriod)),
            let first = Self.month(whole.firstPeriodLow), let last = Self.month(whole.completePeriod)
        else { return false }
        return high >= first - Self.nearness && low <= last + Self.nearness
    }

    private static func month(_ name: String) -> Int? { Period(.month, named: name)?.index }
}

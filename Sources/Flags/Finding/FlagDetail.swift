import Feedback
import Measures
package import Store

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
        self.init(
            id: "\(series.name)/\(series.name(of: dates.first))",
            brand: series.brand,
            measure: series.measure.rawValue,
            channel: series.channel,
            product: series.product,
            periods: series.length.rawValue,
            alsoIn: Self.subjects(of: others),
            kind: Self.kind(change.kind.rawValue),
            direction: change.direction,
            firstPeriod: series.name(of: dates.first),
            firstPeriodLow: series.name(of: dates.low),
            firstPeriodHigh: series.name(of: dates.high),
            lastGoodPeriod: series.name(of: max(0, change.lastGood)),
            completePeriod: series.name(of: change.kind == .ramp ? change.end : dates.high),
            firstDetectable: dates.firstDetectable(of: change, in: series).map(series.name),
            before: Level(change.before, in: series),
            after: Level(change.after, in: series),
            difference: points(change.difference),
            margin: points(change.margin),
            p: change.toldP,
            q: change.toldQ,
            resolution: change.resolution,
            seriesTested: seriesTested,
            within: points(change.split.within),
            mix: points(change.split.mix),
            channels: parts.channels,
            facets: parts.facets,
            lowStars: parts.lowStars
        )
    }
}

extension FlagDetail.Level {
    /// Interval of the plain mean, every voice of a month taken as a customer of its own.
    init(_ level: TrendLevel, in series: TestedSeries) {
        let strength = Strength(cell: series.total(of: series.measure, over: level.periods), minimumVoices: 1)
        self.init(
            voices: level.n,
            value: strength?.value,
            low: strength?.low,
            high: strength?.high,
            from: series.month(of: level.periods.lowerBound),
            to: series.month(of: max(level.periods.lowerBound, level.periods.upperBound - 1), isEnd: true)
        )
    }
}

extension FlagDetail {
    /// What the series of some changes are of, each once, in their order.
    private static func subjects(of changes: [FoundChange]) -> [String] {
        var seen: Set<String> = []
        return changes.map {
            SeriesName.subject(
                $0.series.measure,
                channel: $0.series.channel,
                product: $0.series.product,
                length: $0.series.length
            )
        }.filter { seen.insert($0).inserted }
    }

    /// The detector's name of a shape as reports call it.
    package static func kind(_ name: String) -> String { name == TrendKind.ramp.rawValue ? "decline" : name }

    /// Whether the flag is about one facet rather than support strength.
    package var isAboutFacet: Bool { measure.hasPrefix("facet.") }
}

import Feedback
import Measures
import Store

/// Where a change shows most: by channel, by facet, and in stars.
struct FlagParts {
    let channels: [FlagChannel]
    let facets: [FlagFacet]
    let lowStars: FlagLowStars?

    init(_ change: TrendChange, series: TestedSeries, minimumVoices: Int) {
        let sides = Sides(series: series, before: change.before.periods, after: change.after.periods)
        channels = series.channels.enumerated().map { place, channel in
            let (old, new) = sides.cells(series.measure, channel: channel)
            let isShown = min(old.n, new.n) >= minimumVoices
            return FlagChannel(
                channel: channel,
                within: change.split.withinByChannel[place] / FlagDetail.basisPointsPerPoint,
                mix: change.split.mixByChannel[place] / FlagDetail.basisPointsPerPoint,
                change: isShown ? sides.difference(old, new) : nil,
                voices: new.n
            )
        }
        guard series.measure == .support, series.length != .week else {
            (facets, lowStars) = ([], nil)
            return
        }
        facets = Self.facets(sides, minimumVoices: minimumVoices)
        let (old, new) = sides.cells(.lowStarShare)
        lowStars =
            if min(old.n, new.n) >= minimumVoices, let before = old.mean, let after = new.mean {
                FlagLowStars(before: before / 100, after: after / 100)
            } else { nil }
    }

    private static func facets(_ sides: Sides, minimumVoices: Int) -> [FlagFacet] {
        let parts = Facet.allCases.compactMap { facet -> FlagFacet? in
            let (old, new) = sides.cells(.facet(facet))
            guard min(old.n, new.n) >= minimumVoices, let change = sides.difference(old, new) else { return nil }
            return FlagFacet(facet: facet.rawValue, change: change, voices: new.n)
        }
        return parts.sorted { left, right in
            abs(left.change) == abs(right.change) ? left.facet < right.facet : abs(left.change) > abs(right.change)
        }
    }
}

/// The months before and after a change.
private struct Sides {
    let series: TestedSeries
    let before: Range<Int>
    let after: Range<Int>

    func cells(_ measure: MeasureID, channel: String? = nil) -> (old: Cell, new: Cell) {
        (
            series.total(of: measure, channel: channel, over: before),
            series.total(of: measure, channel: channel, over: after)
        )
    }

    /// Points; `nil` when a side is empty.
    func difference(_ old: Cell, _ new: Cell) -> Double? {
        if let first = old.mean, let second = new.mean {
            (second - first) / FlagDetail.basisPointsPerPoint
        } else {
            nil
        }
    }
}

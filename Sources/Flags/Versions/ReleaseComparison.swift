import Feedback
package import Measures
package import Store

/// The versions of one product that voices first name while a change sets in, against those before them.
///
/// It compares; it does not say that the release is the cause.
package struct ReleaseComparison: Sendable {
    package let product: String?
    /// First named from a period before the interval of the first period on, and until its end.
    package let new: [VersionTimeline.Version]
    /// First named before that, and still named since the level before is taken.
    package let earlier: [VersionTimeline.Version]
    /// All of the timeline that are named between the beginning of the level before and the end of the level after.
    package let around: [VersionTimeline.Version]

    /// The support polarities of all voices of the new versions, and of the earlier ones; a customer who names two
    /// versions counts as two.
    package var after: Cell { Self.sum(of: new) }
    package var before: Cell { Self.sum(of: earlier) }
    /// Basis points; `nil` when a side has fewer than two customers or neither varies.
    package var change: MeanChange? { MeanChange(before: before, after: after) }

    /// Those of a flag about support, with voices enough on both sides, the largest move its way first; empty where no
    /// version came.
    ///
    /// `timelines`: those of the brand.
    package static func all(
        of flag: FlagDetail,
        in timelines: [VersionTimeline],
        minimumVoices: Int
    ) -> [ReleaseComparison] {
        guard let span = FlagSpan(flag) else { return [] }
        let own = timelines.filter { flag.product == nil || $0.product == flag.product }
        let found = own.map { ReleaseComparison($0, span) }.filter {
            !$0.new.isEmpty && $0.after.n >= minimumVoices && $0.before.n >= minimumVoices
        }
        return found.sorted { left, right in
            let (first, second) = (left.move * Double(flag.direction), right.move * Double(flag.direction))
            return first == second ? left.product ?? "" < right.product ?? "" : first > second
        }
    }

    /// Basis points.
    private var move: Double { (after.mean ?? 0) - (before.mean ?? 0) }

    private init(_ timeline: VersionTimeline, _ span: FlagSpan) {
        product = timeline.product
        new = timeline.versions.filter { span.onset.contains($0.firstDay) }
        earlier = timeline.versions.filter {
            $0.firstDay < span.onset.lowerBound && $0.lastDay >= span.whole.lowerBound
        }
        around = timeline.versions.filter {
            $0.firstDay <= span.whole.upperBound && $0.lastDay >= span.whole.lowerBound
        }
    }

    private static func sum(of versions: [VersionTimeline.Version]) -> Cell {
        versions.reduce(into: Cell()) { $0.merge($1.support) }
    }
}

/// The days of a flag.
private struct FlagSpan {
    /// From a period before the interval of the first period, so that a release at its end counts, to the interval's end.
    let onset: ClosedRange<Day>
    /// From the beginning of the level before to the end of the level after.
    let whole: ClosedRange<Day>

    /// - Returns: `nil` for names of another version of Koe.
    init?(_ flag: FlagDetail) {
        guard let length = PeriodLength(rawValue: flag.periods), let low = Period(length, named: flag.firstPeriodLow),
            let high = Period(length, named: flag.firstPeriodHigh), low <= high,
            let from = Period(.month, named: flag.before.from), let to = Period(.month, named: flag.after.to),
            from <= to
        else { return nil }
        onset = Period(length: length, index: low.index - 1).firstDay...Self.lastDay(of: high)
        whole = from.firstDay...Self.lastDay(of: to)
    }

    private static func lastDay(of period: Period) -> Day {
        Day(number: Period(length: period.length, index: period.index + 1).firstDay.number - 1)
    }
}

import Feedback
import Measures

/// A change that the search has found in one series, before it is told.
struct FoundChange {
    /// Days by which the dates of one and the same event may differ between series.
    private static let nearness = 183

    let series: TestedSeries
    let change: TrendChange
    let dates: FlagDates

    init(_ change: TrendChange, in series: TestedSeries) {
        self.series = series
        self.change = change
        dates = FlagDates(change)
    }

    /// One event may show in many series: the change to tell of each, with those that are parts of it.
    ///
    /// Support strength stands for its channels, products, facets and other lengths of period; a channel or a product
    /// stands for facets; of a channel and a product the surer stands for the other, and of facets alone the surest for
    /// all.
    static func events(among found: [FoundChange]) -> [(change: FoundChange, parts: [FoundChange])] {
        var events: [(change: FoundChange, parts: [FoundChange])] = []
        for own in found.sorted(by: isBefore) {
            if let place = events.firstIndex(where: { $0.change.explains(own) }) {
                events[place].parts.append(own)
            } else {
                events.append((own, []))
            }
        }
        return events
    }

    private enum Rank: Int {
        case months, weeks, quarters, part, facet
    }

    private var rank: Rank {
        if series.measure != .support { return .facet }
        if series.channel != nil || series.product != nil { return .part }
        return switch series.length {
        case .week: .weeks
        case .quarter: .quarters
        default: .months
        }
    }

    private static func isBefore(_ left: FoundChange, _ right: FoundChange) -> Bool {
        (left.rank.rawValue, left.change.p, left.series.name, left.change.period)
            < (right.rank.rawValue, right.change.p, right.series.name, right.change.period)
    }

    /// Whether another change is this event seen from another side.
    private func explains(_ other: FoundChange) -> Bool {
        guard series.brand == other.series.brand, series.name != other.series.name,
            rank.rawValue < other.rank.rawValue || rank == .facet || isOtherPart(than: other)
        else { return false }
        if change.direction == other.change.direction { return isNear(other.days, days) }
        return change.kind == .dip && isNear(other.days, days(change.end...change.end))
    }

    /// Whether one is of a channel and the other of a product.
    private func isOtherPart(than other: FoundChange) -> Bool {
        rank == .part && other.rank == .part && (series.product == nil) != (other.series.product == nil)
    }

    private func isNear(_ one: ClosedRange<Int>, _ other: ClosedRange<Int>) -> Bool {
        one.lowerBound <= other.upperBound + Self.nearness && one.upperBound >= other.lowerBound - Self.nearness
    }

    /// From the earliest beginning to the latest end of the change.
    private var days: ClosedRange<Int> {
        days(dates.low...max(dates.high, change.kind == .ramp ? change.end : dates.high))
    }

    private func days(_ places: ClosedRange<Int>) -> ClosedRange<Int> {
        series.period(places.lowerBound).firstDay.number...(series.period(places.upperBound + 1).firstDay.number - 1)
    }
}

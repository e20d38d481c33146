package import Feedback

/// A detected change with a life over nights.
package struct Flag: Hashable, Sendable, Comparable {
    package typealias State = FlagState

    /// Stays the same for life: series, date at first sight, direction.
    package private(set) var id: String
    package let series: String
    package private(set) var kind: TrendKind
    package let direction: Int
    /// First period of the new level, by the latest night.
    package private(set) var period: Int
    package private(set) var interval: ClosedRange<Int>
    /// Size in the unit of the values, by the latest night.
    package private(set) var difference: Double
    package internal(set) var state: State
    /// The night it was first reported.
    package let firstReported: Int
    /// The latest night that found it.
    package private(set) var lastSeen: Int

    /// A stored flag.
    package init(
        id: String,
        series: String,
        kind: TrendKind,
        direction: Int,
        period: Int,
        interval: ClosedRange<Int>,
        difference: Double,
        state: State,
        firstReported: Int,
        lastSeen: Int
    ) {
        self.id = id
        self.series = series
        self.kind = kind
        self.direction = direction
        self.period = period
        self.interval = interval
        self.difference = difference
        self.state = state
        self.firstReported = firstReported
        self.lastSeen = lastSeen
    }

    /// A flag raised tonight.
    init(series: String, change: TrendChange, night: Int) {
        self.init(
            id: "\(series)@\(change.period)\(change.direction < 0 ? "-" : "+")",
            series: series,
            kind: change.kind,
            direction: change.direction,
            period: change.period,
            interval: change.interval,
            difference: change.difference,
            state: .new,
            firstReported: night,
            lastSeen: night
        )
    }

    /// Neither recovered nor superseded.
    package var isOpen: Bool { state == .new || state == .ongoing || state == .acknowledged }

    package static func < (left: Flag, right: Flag) -> Bool {
        (left.series, left.period, left.direction, left.id) < (right.series, right.period, right.direction, right.id)
    }

    mutating func rename() { id += "'" }

    mutating func refresh(_ change: TrendChange, night: Int, isOver: Bool) {
        kind = change.kind
        period = change.period
        interval = change.interval
        difference = change.difference
        lastSeen = night
        if isOver {
            state = .recovered
        } else if state == .new && night > firstReported || state == .recovered {
            state = .ongoing
        }
    }
}

import Feedback

/// All flags ever raised, carried from night to night.
///
/// A value: the night's findings go in, the new ledger and what is news come out. Nothing is deleted.
package struct FlagLedger: Hashable, Sendable {
    /// What one series showed tonight.
    package struct Finding: Hashable, Sendable {
        /// A name of the series that stays the same over nights.
        package let series: String
        package let result: TrendResult

        package init(series: String, result: TrendResult) {
            self.series = series
            self.result = result
        }
    }

    /// By series, then date, then direction.
    package private(set) var flags: [Flag]

    /// Periods that the date of one and the same change may wander between nights.
    static let wandering = 6

    package init(flags: [Flag] = []) {
        self.flags = flags.sorted()
    }

    /// Takes in a night.
    ///
    /// Series that are not among the findings, or had not enough data tonight, keep their flags as they are.
    ///
    /// - Parameters:
    ///   - findings: At most one for each series, in any order.
    ///   - night: Any number that grows from night to night, such as a day.
    /// - Returns: The flags whose state is other than it was, in the order of `flags`. Empty on a night that finds nothing new.
    package mutating func take(_ findings: [Finding], night: Int) -> [Flag] {
        var news: [Flag] = []
        for finding in findings.sorted(by: { $0.series < $1.series }) where finding.result.state == .tested {
            var known = flags.filter { $0.series == finding.series }
            let before = known
            Self.update(&known, finding, night)
            for flag in known where before.first(where: { $0.id == flag.id })?.state != flag.state {
                if flag.state != .ongoing { news.append(flag) }
            }
            flags.removeAll { $0.series == finding.series }
            flags += known
        }
        flags.sort()
        return news.sorted()
    }

    /// Marks a flag as seen by a person; it will not be news again unless it recovers or is superseded.
    ///
    /// - Returns: False when there is no such open flag.
    package mutating func acknowledge(_ id: String) -> Bool {
        guard let index = flags.firstIndex(where: { $0.id == id }), flags[index].isOpen else { return false }
        flags[index].state = .acknowledged
        return true
    }

    /// Takes an acknowledgement back: the flag is again as open as it was.
    ///
    /// - Returns: False when there is no such open flag.
    package mutating func takeBackAcknowledgement(of id: String) -> Bool {
        guard let index = flags.firstIndex(where: { $0.id == id }), flags[index].isOpen else { return false }
        let flag = flags[index]
        if flag.state == .acknowledged { flags[index].state = flag.lastSeen > flag.firstReported ? .ongoing : .new }
        return true
    }

    private static func update(_ known: inout [Flag], _ finding: Finding, _ night: Int) {
        var matched: Set<String> = []
        for change in finding.result.changes {
            if let index = nearest(known, change, besides: matched) {
                matched.insert(known[index].id)
                known[index].refresh(change, night: night, isOver: isOver(change, finding.result.changes))
                if known[index].state == .superseded { known[index].state = .ongoing }
            } else {
                var flag = Flag(series: finding.series, change: change, night: night)
                while known.contains(where: { $0.id == flag.id }) { flag.rename() }
                if isOver(change, finding.result.changes) { flag.state = .recovered }
                matched.insert(flag.id)
                known.append(flag)
            }
        }
        for index in known.indices where known[index].isOpen && !matched.contains(known[index].id) {
            known[index].state = .superseded
        }
    }

    /// The flag of a change: same direction, date within the interval or `wandering` periods; the nearest one.
    ///
    /// A superseded flag is taken where no other fits: a change at the edge of what can be seen, which comes and goes
    /// from night to night, is one flag and no news each time.
    private static func nearest(_ known: [Flag], _ change: TrendChange, besides matched: Set<String>) -> Int? {
        func rank(_ index: Int) -> (Int, Int, Int) {
            (known[index].state == .superseded ? 1 : 0, abs(known[index].period - change.period), index)
        }
        return known.indices.filter {
            known[$0].direction == change.direction && !matched.contains(known[$0].id)
                && (abs(known[$0].period - change.period) <= wandering || change.interval.contains(known[$0].period))
        }.min { rank($0) < rank($1) }
    }

    /// Whether the level came back: a dip that ended, or a later change the other way of at least half its size.
    private static func isOver(_ change: TrendChange, _ changes: [TrendChange]) -> Bool {
        change.kind == .dip
            || changes.contains {
                $0.period > change.period && $0.direction != change.direction && $0.kind != .dip
                    && abs($0.difference) >= abs(change.difference) / 2
            }
    }
}

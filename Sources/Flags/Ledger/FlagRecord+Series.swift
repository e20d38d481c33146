package import Feedback
package import Measures
package import Store

extension FlagRecord {
    package init(_ flag: Flag, id: String, at firstReportedAt: String, _ firstMonth: Int) {
        self.init(
            id: id,
            ledgerID: flag.id,
            series: flag.series,
            kind: flag.kind.rawValue,
            direction: flag.direction,
            month: firstMonth + flag.period,
            low: firstMonth + flag.interval.lowerBound,
            high: firstMonth + flag.interval.upperBound,
            difference: flag.difference,
            state: flag.state,
            firstReported: flag.firstReported,
            firstReportedAt: firstReportedAt,
            lastSeen: flag.lastSeen
        )
    }

    /// Takes over what another night has said of the flag.
    package mutating func refresh(_ flag: Flag, firstMonth: Int) {
        kind = flag.kind.rawValue
        month = firstMonth + flag.period
        low = firstMonth + flag.interval.lowerBound
        high = firstMonth + flag.interval.upperBound
        difference = flag.difference
        // What a person has seen is no news when it is found again after a night that did not find it.
        let isFoundAgain = state == .superseded && flag.state == .ongoing
        state = isFoundAgain && acknowledgedAt != nil ? .acknowledged : flag.state
        lastSeen = flag.lastSeen
    }

    /// The state to a reader of the latest run: new is what no finished report of an earlier run has told.
    package func state(latestRun: Int) -> FlagState {
        guard state == .new || state == .ongoing else { return state }
        return (toldIn ?? latestRun) < latestRun ? .ongoing : .new
    }

    /// What the series is of: `support` or a facet's measure, such as `facet.speed`.
    package var measure: String {
        let measure = SeriesName.measure(of: subject)
        let length = SeriesName.length(of: series)
        return length == .month ? measure : String(measure.dropLast(length.rawValue.count + 1))
    }

    /// Brand of the series, whose name may hold a slash itself.
    package var brand: String { String(series.dropLast(subject.count + 1)) }

    /// What the series is of, such as `facet.speed` or `support@chat`: the part after the last slash.
    var subject: String { series.split(separator: "/").last.map(String.init) ?? "" }

    /// First day of the first bad period.
    var firstDay: Day { Period(length: SeriesName.length(of: series), index: month).firstDay }

    /// - Returns: `nil` for names of another version of Koe.
    package func flag(firstMonth: Int) -> Flag? {
        guard let kind = TrendKind(rawValue: kind), low <= high else {
            return nil
        }
        return Flag(
            id: ledgerID,
            series: series,
            kind: kind,
            direction: direction,
            period: month - firstMonth,
            interval: (low - firstMonth)...(high - firstMonth),
            difference: difference,
            state: state,
            firstReported: firstReported,
            lastSeen: lastSeen
        )
    }

    /// Name of a period of the series by its index.
    package func name(of index: Int) -> String {
        Period(length: SeriesName.length(of: series), index: index).description
    }
}

import Feedback

/// What stands above a chart of a brand: events, changes and early signs, in the order of time.
struct BrandMarks {
    let brand: BrandReport
    let phrases: any Phrases

    private var name: String { phrases.name(of: brand) }

    var all: [TimeMark] {
        let falls = brand.flags.map { change(.fall, $0) }
        let rises = brand.improvements.map { change(.rise, $0) }
        let signs = brand.earlySigns.map { mark(.sign, $0.period, phrases.earlySign($0, brand: name)) }
        return sorted(events + falls + rises + signs)
    }

    /// One change with the events.
    func all(beside flag: ChangeFlag) -> [TimeMark] {
        let own = brand.events.filter { $0.concerns(flag) }.map(mark)
        return sorted(own + [change(flag.difference.value > 0 ? .rise : .fall, flag)])
    }

    /// Those that have a place on an axis over the given periods.
    func on(_ periods: [String]) -> [TimeMark] { Self.on(periods, all) }

    /// The marks that have a number on a chart over the given periods, and the others under a dash.
    func table(_ marks: [TimeMark], over periods: [String]) -> DataTable {
        let signs: [TimeMark.Kind: String] = [.event: "●", .fall: "▼", .rise: "▲", .sign: "■"]
        let shown = Self.on(periods, marks).enumerated().map { index, mark in
            ["\(signs[mark.kind] ?? "") \(index + 1)", phrases.period(mark.period), mark.text]
        }
        let axis = Self.axis(over: periods)
        let others = marks.filter { !Self.isOn(axis, $0) }.map { ["–", phrases.period($0.period), $0.text] }
        return DataTable(
            caption: phrases(.eventsHeading),
            columns: [.short("#"), .short(phrases(.period)), .text(phrases(.event))],
            rows: (shown + others).map { $0.map { Markup($0) } }
        )
    }

    static func on(_ periods: [String], _ marks: [TimeMark]) -> [TimeMark] {
        let axis = axis(over: periods)
        return marks.filter { isOn(axis, $0) }
    }

    /// The earliest and the latest of some periods; `nil` without any.
    private static func axis(over periods: [String]) -> (first: PeriodSpan, last: PeriodSpan)? {
        let spans = periods.compactMap { PeriodSpan($0) }
        guard let first = spans.min(), let last = spans.max() else { return nil }
        return (first, last)
    }

    private static func isOn(_ axis: (first: PeriodSpan, last: PeriodSpan)?, _ mark: TimeMark) -> Bool {
        axis.map { mark.span.middle >= $0.first.start && mark.span.middle <= $0.last.end } ?? false
    }

    private var events: [TimeMark?] { brand.events.map(mark) }

    private func mark(_ event: ChartEvent) -> TimeMark? { mark(.event, event.period, phrases.event(event)) }

    private func sorted(_ marks: [TimeMark?]) -> [TimeMark] {
        marks.compactMap { $0 }.enumerated()
            .sorted { ($0.element.span, $0.offset) < ($1.element.span, $1.offset) }
            .map(\.element)
    }

    private func mark(_ kind: TimeMark.Kind, _ period: String, _ text: String) -> TimeMark? {
        PeriodSpan(period).map {
            TimeMark(kind: kind, span: $0, uncertainty: nil, period: period, text: text, label: nil)
        }
    }

    private func change(_ kind: TimeMark.Kind, _ flag: ChangeFlag) -> TimeMark? {
        guard let span = PeriodSpan(flag.firstPeriod) else { return nil }
        let low = flag.firstPeriodLow.flatMap { PeriodSpan($0) }
        let high = flag.firstPeriodHigh.flatMap { PeriodSpan($0) }
        let uncertainty: (PeriodSpan, PeriodSpan)? = if let low, let high, low <= high { (low, high) } else { nil }
        return TimeMark(
            kind: kind,
            span: span,
            uncertainty: uncertainty,
            period: flag.firstPeriod,
            text: phrases.flagHeadline(flag, brand: name),
            label: NumberText.signed(flag.difference.value)
        )
    }
}

import Feedback

/// One brand's own years in small, on a scale that all brands of a page share.
struct MultiplePicture {
    let brand: String
    /// Oldest first, at least one.
    let series: [SeriesPoint]
    /// Shared by all panels: ends of the strength axis.
    let limits: (low: Double, high: Double)
    let phrases: any Phrases

    private var description: String {
        let gaps = series.filter { $0.support.range == nil || $0.brand.range == nil }.count
        let periods = (series.first?.period ?? "", series.last?.period ?? "")
        return phrases.multipleDescription(brand: brand, first: periods.0, last: periods.1, gaps: gaps)
    }

    func markup(id: String) -> Markup {
        var drawing = Drawing(width: 220, height: 132)
        let strength = Axis(low: limits.low, high: limits.high, start: 108, end: 8)
        let spans = series.compactMap { PeriodSpan($0.period) }
        let time = Axis(low: spans.first?.start ?? 0, high: spans.last?.end ?? 1, start: 26, end: 214)
        drawing.rectangle("plot", x: 26, y: 8, width: 188, height: 100)
        let ticks = strength.ticks(about: 3)
        drawing.lines(
            "grid",
            ticks.map(strength.position).map { y in (start: Point(x: 26, y: y), end: Point(x: 214, y: y)) }
        )
        for tick in ticks {
            let y = strength.position(tick)
            drawing.text("t muted", NumberText.whole(tick), at: Point(x: 21, y: y + 4), anchor: .end)
        }
        let years = [spans.first, spans.last].compactMap { $0 }.map { String(Int($0.start / 12)) }
        drawing.text("t muted", years.first ?? "", at: Point(x: 26, y: 126))
        if years.first != years.last {
            drawing.text("t muted", years.last ?? "", at: Point(x: 214, y: 126), anchor: .end)
        }
        let lines = [line(.brand) { $0.brand }, line(.support) { $0.support }]
        for line in lines { line.drawBand(on: &drawing, time: time, strength: strength) }
        for line in lines { line.drawLine(on: &drawing, time: time, strength: strength, markRadius: 2.6) }
        return drawing.markup(
            id: id,
            kind: "picture small-multiple",
            title: "\(brand) – \(phrases(.timeTitle))",
            description: description
        )
    }

    private func line(_ look: SeriesLine.Look, _ part: (SeriesPoint) -> Strength) -> SeriesLine {
        SeriesLine(
            look: look,
            values: series.compactMap { point in
                PeriodSpan(point.period).map { SeriesLine.Value(span: $0, range: part(point).range) }
            }
        )
    }
}

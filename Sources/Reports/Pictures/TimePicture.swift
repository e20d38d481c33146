import Feedback

/// Support strength and brand strength over time with their intervals, events and flags.
struct TimePicture {
    let brand: String
    /// Oldest first, at least one.
    let series: [SeriesPoint]
    /// Single months behind the lines, drawn faintly; empty where the lines show every value there is.
    let months: [SeriesPoint]
    /// Oldest first; shown under numbers from 1.
    let marks: [TimeMark]
    let phrases: any Phrases

    /// The picture in words.
    var description: String {
        phrases.timeDescription(
            brand: brand,
            first: series.first?.period ?? "",
            last: series.last?.period ?? "",
            gaps: gaps.count,
            isQuarterly: !months.isEmpty
        )
    }

    func markup(id: String, size: PictureSize) -> Markup {
        let isWide = size == .wide
        let spans = spans
        let time = Axis(
            low: spans.first?.start ?? 0,
            high: spans.last?.end ?? 1,
            start: isWide ? 40 : 28,
            end: size.width - (isWide ? 150 : 8)
        )
        let rows = TimeFrame.rows(of: marks, on: time)
        let top: Double =
            (isWide ? 28 : 24 + 20 * Double(named.count)) + Double((rows.max() ?? -1) + 1) * TimeFrame.markRowHeight
        let plotHeight: Double = isWide ? 290 : 210
        var drawing = Drawing(width: size.width, height: top + plotHeight + 40)
        let strength = Axis(low: limits.low, high: limits.high, start: top + plotHeight, end: top)
        let frame = TimeFrame(time: time, strength: strength, marks: marks)
        frame.drawPlot(on: &drawing, name: phrases.strengthAxis)
        frame.drawMarks(on: &drawing)
        drawLines(on: &drawing, time: time, strength: strength)
        frame.drawGaps(gaps, word: phrases(.insufficient), on: &drawing)
        if isWide { labelEnds(on: &drawing, strength: strength, x: time.end + 12) } else { drawLegend(on: &drawing) }
        return drawing.markup(
            id: id,
            kind: "picture \(size.rawValue)",
            title: "\(brand) – \(phrases(.timeTitle))",
            description: description
        )
    }

    private var spans: [PeriodSpan] { series.compactMap { PeriodSpan($0.period) } }

    private var support: SeriesLine { line(.support) { $0.support } }

    private var loyalty: SeriesLine { line(.brand) { $0.brand } }

    /// The lines of the picture with their names.
    private var named: [(line: SeriesLine, name: String)] {
        let main = [(line: support, name: phrases(.supportStrength)), (line: loyalty, name: phrases(.brandStrength))]
        return main + (adjusted.map { [(line: $0, name: phrases(.adjustedSupport))] } ?? [])
    }

    private func line(_ look: SeriesLine.Look, _ part: (SeriesPoint) -> Strength) -> SeriesLine {
        SeriesLine(
            look: look,
            values: series.compactMap { point in
                PeriodSpan(point.period).map { SeriesLine.Value(span: $0, range: part(point).range) }
            }
        )
    }

    /// Periods in which one of the two is missing.
    private var gaps: [PeriodSpan] {
        series.filter { $0.support.range == nil || $0.brand.range == nil }.compactMap { PeriodSpan($0.period) }
    }

    private var limits: (low: Double, high: Double) {
        let ranges = series.flatMap { [$0.support.range, $0.brand.range] }.compactMap { $0 }
        let single = months.flatMap { [$0.support.range?.value, $0.brand.range?.value] }.compactMap { $0 }
        return Axis.strengthLimits(around: ranges.flatMap { [$0.low, $0.high] } + single)
    }

    /// S with the mix held fixed, where it tells something else than S itself.
    private var adjusted: SeriesLine? {
        let differs = series.contains { point in
            guard let raw = point.support.range?.value, let adjusted = point.adjustedSupport else { return false }
            return abs(raw - adjusted) >= 1
        }
        guard differs else { return nil }
        let values: [SeriesLine.Value] = series.compactMap { point in
            guard let span = PeriodSpan(point.period) else { return nil }
            let range = point.adjustedSupport.map { ValueRange(value: $0, low: $0, high: $0) }
            return SeriesLine.Value(span: span, range: range)
        }
        return SeriesLine(look: .adjusted, values: values)
    }

    private func drawLines(on drawing: inout Drawing, time: Axis, strength: Axis) {
        let radius: Double = series.count > 24 ? 0 : 4
        drawMonths(on: &drawing, time: time, strength: strength)
        support.drawBand(on: &drawing, time: time, strength: strength)
        loyalty.drawBand(on: &drawing, time: time, strength: strength)
        adjusted?.drawLine(on: &drawing, time: time, strength: strength, markRadius: 0)
        loyalty.drawLine(on: &drawing, time: time, strength: strength, markRadius: radius)
        support.drawLine(on: &drawing, time: time, strength: strength, markRadius: radius)
    }

    private func drawMonths(on drawing: inout Drawing, time: Axis, strength: Axis) {
        func points(_ part: (SeriesPoint) -> Strength) -> [Point] {
            months.compactMap { month in
                guard let span = PeriodSpan(month.period), let value = part(month).range?.value else { return nil }
                return Point(x: time.position(span.middle), y: strength.position(value))
            }
        }
        drawing.discs("month brand", at: points { $0.brand }, radius: 1.6)
        drawing.discs("month support", at: points { $0.support }, radius: 1.6)
    }

    /// Names and newest values at the right end, one under the other where they would touch.
    private func labelEnds(on drawing: inout Drawing, strength: Axis, x: Double) {
        var ends = named.compactMap { line, name in
            line.last.map { (line: line, name: name, y: strength.position($0.range.value)) }
        }
        ends.sort { $0.y < $1.y }
        for index in ends.indices.dropFirst() { ends[index].y = max(ends[index].y, ends[index - 1].y + 34) }
        let excess = max(0, (ends.last?.y ?? 0) + 16 - strength.start)
        for end in ends {
            let kind = "\(end.line.look.rawValue)-text"
            drawing.text("t strong \(kind)", end.name, at: Point(x: x, y: end.y - excess - 2))
            drawing.text("t \(kind)", Self.newest(end.line), at: Point(x: x, y: end.y - excess + 14))
        }
    }

    /// The newest value, with its year when it is not of the last period.
    private static func newest(_ line: SeriesLine) -> String {
        guard let last = line.last else { return "" }
        let value = NumberText.tenths(last.range.value)
        return line.values.last?.range == nil ? "\(value) (\(Int(last.middle / 12)))" : value
    }

    private func drawLegend(on drawing: inout Drawing) {
        for (index, item) in named.enumerated() {
            let y = 12 + Double(index) * 20
            drawing.path("line \(item.line.look.rawValue)", [Point(x: 4, y: y), Point(x: 40, y: y)])
            item.line.drawMarks(at: [Point(x: 22, y: y)], radius: 4, on: &drawing)
            let label = "\(item.name) \(Self.newest(item.line))"
            drawing.text("t strong \(item.line.look.rawValue)-text", label, at: Point(x: 48, y: y + 4))
        }
    }
}

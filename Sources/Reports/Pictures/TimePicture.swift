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
        let rows = markRows(time)
        let top: Double =
            (isWide ? 28 : 24 + 20 * Double(named.count)) + Double((rows.max() ?? -1) + 1) * Self.markRowHeight
        let plotHeight: Double = isWide ? 290 : 210
        var drawing = Drawing(width: size.width, height: top + plotHeight + 40)
        let strength = Axis(low: limits.low, high: limits.high, start: top + plotHeight, end: top)
        drawFrame(on: &drawing, time: time, strength: strength, size: size)
        drawMarks(on: &drawing, time: time, strength: strength, rows: rows)
        drawLines(on: &drawing, time: time, strength: strength)
        drawGaps(on: &drawing, time: time, strength: strength)
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

    private func drawFrame(on drawing: inout Drawing, time: Axis, strength: Axis, size: PictureSize) {
        drawing.rectangle(
            "plot",
            x: time.start,
            y: strength.end,
            width: time.end - time.start,
            height: strength.start - strength.end
        )
        drawing.text("t muted small", phrases.strengthAxis, at: Point(x: 0, y: strength.end - 13))
        for tick in strength.ticks(about: 6) {
            let y = strength.position(tick)
            drawing.line("grid", from: Point(x: time.start, y: y), to: Point(x: time.end, y: y))
            drawing.text("t muted", NumberText.whole(tick), at: Point(x: time.start - 7, y: y + 4), anchor: .end)
        }
        drawYears(on: &drawing, time: time, bottom: strength.start)
    }

    private func drawYears(on drawing: inout Drawing, time: Axis, bottom: Double) {
        let first = Int((time.low / 12).rounded(.down))
        let last = max(first, Int((time.high / 12).rounded(.up)) - 1)
        let yearWidth = (time.end - time.start) * 12 / max(1, time.high - time.low)
        let every = max(1, Int((46 / max(1, yearWidth)).rounded(.up)))
        for year in first...last {
            let (start, end) = (time.position(Double(year) * 12), time.position(Double(year) * 12 + 12))
            if Double(year) * 12 >= time.low {
                drawing.line("axis", from: Point(x: start, y: bottom), to: Point(x: start, y: bottom + 5))
            }
            let isLabelled = (year - first) % every == 0 && (end - start >= 26 || every > 1)
            let middle = min((start + end) / 2, time.end - 12)
            if isLabelled {
                drawing.text("t muted", String(year), at: Point(x: middle, y: bottom + 19), anchor: .middle)
            }
        }
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
        for month in months {
            guard let span = PeriodSpan(month.period) else { continue }
            let x = time.position(span.middle)
            for (look, strengthOfMonth) in [("brand", month.brand), ("support", month.support)] {
                guard let value = strengthOfMonth.range?.value else { continue }
                drawing.circle("month \(look)", at: Point(x: x, y: strength.position(value)), radius: 1.6)
            }
        }
    }

    /// A short hatch on the time axis where a value is missing.
    private func drawGaps(on drawing: inout Drawing, time: Axis, strength: Axis) {
        for gap in gaps {
            let (left, right) = (time.position(gap.start), time.position(gap.end))
            drawing.rectangle("gap", x: left, y: strength.start - 5, width: right - left, height: 5)
        }
        if let first = gaps.first {
            let at = Point(x: time.position(first.start) + 2, y: strength.start - 10)
            drawing.text("t muted small halo", phrases(.insufficient), at: at)
        }
    }

    private static let markRowHeight = 22.0

    /// Row above the plot for each mark: the lowest in which it touches no other.
    private func markRows(_ time: Axis) -> [Int] {
        var ends: [Double] = []
        return marks.map { mark in
            let x = time.position(mark.span.middle)
            let row = ends.firstIndex { x - $0 >= 23 } ?? ends.count
            let end = x + (mark.label == nil ? 0 : 34)
            if row < ends.count { ends[row] = end } else { ends.append(end) }
            return row
        }
    }

    private func drawMarks(on drawing: inout Drawing, time: Axis, strength: Axis, rows: [Int]) {
        for (index, mark) in marks.enumerated() {
            let x = time.position(mark.span.middle)
            if let (low, high) = mark.uncertainty {
                let left = time.position(low.start)
                drawing.rectangle(
                    "doubt",
                    x: left,
                    y: strength.end,
                    width: time.position(high.end) - left,
                    height: strength.start - strength.end
                )
            }
            let y = strength.end - 12 - Double(rows[index]) * Self.markRowHeight
            drawing.line("when \(mark.kind.rawValue)", from: Point(x: x, y: y + 8), to: Point(x: x, y: strength.start))
            drawSign(mark.kind, number: index + 1, at: Point(x: x, y: y), on: &drawing)
            if let label = mark.label { drawing.text("t small halo", label, at: Point(x: x + 13, y: y + 4)) }
        }
    }

    private func drawSign(_ kind: TimeMark.Kind, number: Int, at point: Point, on drawing: inout Drawing) {
        let (x, y) = (point.x, point.y)
        switch kind {
        case .event:
            drawing.circle("sign event", at: point, radius: 8.5)
        case .sign:
            drawing.rectangle("sign early", x: x - 8.5, y: y - 8.5, width: 17, height: 17, radius: 3)
        case .fall:
            drawing.area("sign fall", [Point(x: x - 11, y: y - 9), Point(x: x + 11, y: y - 9), Point(x: x, y: y + 10)])
        case .rise:
            drawing.area("sign rise", [Point(x: x - 11, y: y + 9), Point(x: x + 11, y: y + 9), Point(x: x, y: y - 10)])
        }
        let shift: Double = kind == .fall ? 1 : (kind == .rise ? 6 : 4)
        drawing.text("t sign-number", String(number), at: Point(x: x, y: y + shift), anchor: .middle)
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
            item.line.drawMark(at: Point(x: 22, y: y), radius: 4, on: &drawing)
            let label = "\(item.name) \(Self.newest(item.line))"
            drawing.text("t strong \(item.line.look.rawValue)-text", label, at: Point(x: 48, y: y + 4))
        }
    }
}

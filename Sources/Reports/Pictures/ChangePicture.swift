import Feedback

/// The series that a flag is about, with the levels before and after, when it moved, and the events of its time.
struct ChangePicture {
    let brand: String
    let flag: ChangeFlag
    /// Oldest first; shown under numbers from 1.
    let marks: [TimeMark]
    let phrases: any Phrases

    /// The picture in words.
    var description: String {
        phrases.changeDescription(
            measure: phrases.measure(flag.measure, facet: flag.facet),
            first: flag.series.first?.period ?? "",
            last: flag.series.last?.period ?? "",
            gaps: gaps.count
        )
    }

    func markup(id: String, size: PictureSize) -> Markup {
        let isWide = size == .wide
        let spans = flag.series.compactMap { PeriodSpan($0.period) }
        let time = Axis(
            low: spans.first?.start ?? 0,
            high: spans.last?.end ?? 1,
            start: isWide ? 40 : 28,
            end: size.width - (isWide ? 24 : 8)
        )
        let rows = TimeFrame.rows(of: marks, on: time)
        let top = 28 + Double((rows.max() ?? -1) + 1) * TimeFrame.markRowHeight
        let plotHeight: Double = isWide ? 250 : 200
        var drawing = Drawing(width: size.width, height: top + plotHeight + 40)
        let strength = Axis(low: limits.low, high: limits.high, start: top + plotHeight, end: top)
        let frame = TimeFrame(time: time, strength: strength, marks: marks)
        frame.drawPlot(on: &drawing, name: phrases.strengthAxis)
        frame.drawMarks(on: &drawing)
        line.drawBand(on: &drawing, time: time, strength: strength)
        line.drawLine(on: &drawing, time: time, strength: strength, markRadius: flag.series.count > 24 ? 0 : 4)
        drawLevels(on: &drawing, time: time, strength: strength)
        frame.drawGaps(gaps, word: phrases(.insufficient), on: &drawing)
        return drawing.markup(
            id: id,
            kind: "picture \(size.rawValue)",
            title: "\(brand) – \(phrases.measure(flag.measure, facet: flag.facet))",
            description: description
        )
    }

    private var line: SeriesLine {
        SeriesLine(
            look: .support,
            values: flag.series.compactMap { point in
                PeriodSpan(point.period).map { SeriesLine.Value(span: $0, range: point.strength.range) }
            }
        )
    }

    private var gaps: [PeriodSpan] {
        flag.series.filter { $0.strength.range == nil }.compactMap { PeriodSpan($0.period) }
    }

    private var limits: (low: Double, high: Double) {
        let ranges = flag.series.compactMap(\.strength.range).flatMap { [$0.low, $0.high] }
        return Axis.strengthLimits(
            around: ranges + [flag.before.range?.value, flag.after.range?.value].compactMap { $0 }
        )
    }

    /// The level of each side over its months, with its value.
    private func drawLevels(on drawing: inout Drawing, time: Axis, strength: Axis) {
        guard let windows = flag.windows else { return }
        let sides = [
            (flag.before, windows.beforeFrom, windows.beforeTo), (flag.after, windows.afterFrom, windows.afterTo),
        ]
        for (level, from, to) in sides {
            guard let value = level.range?.value, let start = PeriodSpan(from), let end = PeriodSpan(to) else {
                continue
            }
            let (left, right) = (time.position(start.start), time.position(end.end))
            let y = strength.position(value)
            drawing.line("level", from: Point(x: left, y: y), to: Point(x: right, y: y))
            let text = NumberText.tenths(value)
            // Above the line and clear of the band, and inside the plot.
            let middle = min(max((left + right) / 2, time.start + 18), time.end - 18)
            drawing.text("t strong halo", text, at: Point(x: middle, y: max(y - 9, strength.end + 12)), anchor: .middle)
        }
    }
}

import Feedback

/// The frame of a picture over time: a plot with round values and years, and numbered marks above it.
struct TimeFrame {
    static let markRowHeight = 22.0

    let time: Axis
    let strength: Axis
    /// Oldest first; shown under numbers from 1.
    let marks: [TimeMark]

    /// Row above the plot for each mark: the lowest in which it touches no other.
    static func rows(of marks: [TimeMark], on time: Axis) -> [Int] {
        var ends: [Double] = []
        return marks.map { mark in
            let x = time.position(mark.span.middle)
            let row = ends.firstIndex { x - $0 >= 23 } ?? ends.count
            let end = x + (mark.label == nil ? 0 : 34)
            if row < ends.count { ends[row] = end } else { ends.append(end) }
            return row
        }
    }

    /// `name`: of the axis of strengths.
    func drawPlot(on drawing: inout Drawing, name: String) {
        drawing.rectangle(
            "plot",
            x: time.start,
            y: strength.end,
            width: time.end - time.start,
            height: strength.start - strength.end
        )
        drawing.text("t muted small", name, at: Point(x: 0, y: strength.end - 13))
        let ticks = strength.ticks(about: 6)
        let levels = ticks.map(strength.position)
        drawing.lines("grid", levels.map { y in (start: Point(x: time.start, y: y), end: Point(x: time.end, y: y)) })
        for tick in ticks {
            let y = strength.position(tick)
            drawing.text("t muted", NumberText.whole(tick), at: Point(x: time.start - 7, y: y + 4), anchor: .end)
        }
        drawYears(on: &drawing)
    }

    private func drawYears(on drawing: inout Drawing) {
        let bottom = strength.start
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

    func drawMarks(on drawing: inout Drawing) {
        let rows = Self.rows(of: marks, on: time)
        for (index, mark) in marks.enumerated() {
            let x = time.position(mark.span.middle)
            if let (low, high) = mark.uncertainty { drawDoubt(from: low, to: high, on: &drawing) }
            let y = strength.end - 12 - Double(rows[index]) * Self.markRowHeight
            drawing.line("when \(mark.kind.rawValue)", from: Point(x: x, y: y + 8), to: Point(x: x, y: strength.start))
            drawSign(mark.kind, number: index + 1, at: Point(x: x, y: y), on: &drawing)
            if let label = mark.label { drawing.text("t small halo", label, at: Point(x: x + 13, y: y + 4)) }
        }
    }

    /// The time in which a change may have begun.
    private func drawDoubt(from low: PeriodSpan, to high: PeriodSpan, on drawing: inout Drawing) {
        let left = time.position(low.start)
        drawing.rectangle(
            "doubt",
            x: left,
            y: strength.end,
            width: time.position(high.end) - left,
            height: strength.start - strength.end
        )
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

    /// A short hatch on the time axis where a value is missing, with a word at the first.
    func drawGaps(_ gaps: [PeriodSpan], word: String, on drawing: inout Drawing) {
        for gap in gaps {
            let (left, right) = (time.position(gap.start), time.position(gap.end))
            drawing.rectangle("gap", x: left, y: strength.start - 5, width: right - left, height: 5)
        }
        if let first = gaps.first {
            let at = Point(x: time.position(first.start) + 2, y: strength.start - 10)
            drawing.text("t muted small halo", word, at: at)
        }
    }
}

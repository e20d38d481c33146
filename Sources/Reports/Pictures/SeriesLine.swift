/// One strength over time: a band, a line broken where there is too little data, and marks.
struct SeriesLine {
    /// How the line looks; colour, dash and mark go together.
    enum Look: String {
        case support, brand
        /// Support strength with the mix held fixed.
        case adjusted
    }

    struct Value: Hashable {
        let span: PeriodSpan
        /// `nil` where there are too few voices.
        let range: ValueRange?
    }

    let look: Look
    /// Oldest first.
    let values: [Value]

    /// Stretches without a gap: neither a missing value nor a missing period.
    var runs: [[(middle: Double, range: ValueRange)]] {
        var runs: [[(middle: Double, range: ValueRange)]] = []
        var end: Double?
        for value in values {
            guard let range = value.range else {
                end = nil
                continue
            }
            // Weeks and years do not fit exactly; half a week is no gap.
            if let end, value.span.start - end < 0.12, let last = runs.indices.last {
                runs[last].append((value.span.middle, range))
            } else {
                runs.append([(value.span.middle, range)])
            }
            end = value.span.end
        }
        return runs
    }

    /// The newest value there is.
    var last: (middle: Double, range: ValueRange)? { runs.last?.last }

    /// Bands first, so that no band covers the other strength's line.
    func drawBand(on drawing: inout Drawing, time: Axis, strength: Axis) {
        for run in runs {
            if run.count == 1, let only = run.first {
                let x = time.position(only.middle)
                drawing.line(
                    "whisker \(look.rawValue)",
                    from: Point(x: x, y: strength.position(only.range.low)),
                    to: Point(x: x, y: strength.position(only.range.high))
                )
            }
            let upper = run.map { Point(x: time.position($0.middle), y: strength.position($0.range.high)) }
            let lower = run.map { Point(x: time.position($0.middle), y: strength.position($0.range.low)) }
            drawing.area("band \(look.rawValue)", upper + lower.reversed())
        }
    }

    /// The line and its marks; radius 0 marks only values that stand alone and the newest.
    func drawLine(on drawing: inout Drawing, time: Axis, strength: Axis, markRadius: Double) {
        let runs = runs
        for (index, run) in runs.enumerated() {
            let points = run.map { Point(x: time.position($0.middle), y: strength.position($0.range.value)) }
            drawing.path("line \(look.rawValue)", points)
            let isMarked = markRadius > 0 || points.count == 1
            let marked = isMarked ? points : (index == runs.count - 1 ? points.suffix(1) : [])
            drawMarks(at: Array(marked), radius: markRadius > 0 ? markRadius : 3.5, on: &drawing)
        }
    }

    func drawMarks(at points: [Point], radius: Double, on drawing: inout Drawing) {
        switch look {
        case .support: drawing.discs("mark support", at: points, radius: radius)
        case .adjusted: drawing.discs("mark adjusted", at: points, radius: radius * 0.75)
        case .brand: drawing.diamonds("mark brand", at: points, radius: radius * 1.35)
        }
    }
}

import Feedback

/// The square on which support strength stands against brand strength: grid, diagonal and margin.
struct StrengthPlane {
    let horizontal: Axis
    let vertical: Axis
    private let limits: (low: Double, high: Double)
    private let margin: Double

    /// A square at a place in pixels, on which all values (0–100) fit; the margin is in points.
    init(values: [Double], margin: Double, left: Double, top: Double, side: Double) {
        limits = Axis.strengthLimits(around: values)
        self.margin = margin
        horizontal = Axis(low: limits.low, high: limits.high, start: left, end: left + side)
        vertical = Axis(low: limits.low, high: limits.high, start: top + side, end: top)
    }

    func point(support: Double, brand: Double) -> Point {
        Point(x: horizontal.position(brand), y: vertical.position(support))
    }

    func draw(on drawing: inout Drawing, phrases: any Phrases) {
        let (left, right) = (horizontal.start, horizontal.end)
        let (bottom, top) = (vertical.start, vertical.end)
        drawing.rectangle("plot", x: left, y: top, width: right - left, height: bottom - top)
        drawing.area("margin-band", bandCorners)
        let ticks = horizontal.ticks(about: 6)
        let (columns, rows) = (ticks.map(horizontal.position), ticks.map(vertical.position))
        drawing.lines(
            "grid",
            columns.map { x in (start: Point(x: x, y: top), end: Point(x: x, y: bottom)) }
                + rows.map { y in (start: Point(x: left, y: y), end: Point(x: right, y: y)) }
        )
        for tick in ticks {
            let x = horizontal.position(tick)
            let y = vertical.position(tick)
            drawing.text("t muted", NumberText.whole(tick), at: Point(x: x, y: bottom + 17), anchor: .middle)
            drawing.text("t muted", NumberText.whole(tick), at: Point(x: left - 8, y: y + 4), anchor: .end)
        }
        drawing.line(
            "identity",
            from: point(support: limits.low, brand: limits.low),
            to: point(support: limits.high, brand: limits.high)
        )
        drawing.text("t muted small", phrases(.supportHigher), at: Point(x: left + 8, y: top + 17))
        drawing.text("t muted small", phrases(.brandHigher), at: Point(x: right - 8, y: bottom - 9), anchor: .end)
        drawing.text("t", phrases(.supportStrength), at: Point(x: max(2, left - 36), y: top - 12))
        drawing.text("t", phrases(.brandStrength), at: Point(x: right, y: bottom + 36), anchor: .end)
    }

    /// Corners of |S − B| ≤ margin inside the square.
    private var bandCorners: [Point] {
        let (low, high) = limits
        let width = min(margin, high - low)
        return [
            point(support: low, brand: low), point(support: low + width, brand: low),
            point(support: high, brand: high - width), point(support: high, brand: high),
            point(support: high - width, brand: high), point(support: low, brand: low + width),
        ]
    }

    /// A cross of the two intervals around a point, kept free of labels.
    func drawIntervals(support: ValueRange, brand: ValueRange, on drawing: inout Drawing, board: inout LabelBoard) {
        let (s, b) = (support.value, brand.value)
        let lines = [
            (start: point(support: support.low, brand: b), end: point(support: support.high, brand: b)),
            (start: point(support: s, brand: brand.low), end: point(support: s, brand: brand.high)),
        ]
        drawing.lines("interval", lines)
        for (start, end) in lines { board.block(from: start, to: end) }
    }
}

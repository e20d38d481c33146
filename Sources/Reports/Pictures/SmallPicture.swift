import Feedback

/// One line over its own years in small, with its band.
struct SmallPicture {
    let title: String
    let description: String
    /// Oldest first, at least one.
    let values: [SeriesLine.Value]
    /// Ends of the axis of values.
    let limits: (low: Double, high: Double)
    /// How values of the axis are written.
    let text: (Double) -> String
    /// What stands in the plot where no value is known.
    let nothing: String

    private static let (right, top, bottom) = (214.0, 8.0, 108.0)

    private var ticks: [Double] { [limits.low, (limits.low + limits.high) / 2, limits.high] }
    private var left: Double { 10 + (ticks.map { PictureSize.textWidth(text($0)) }.max() ?? 0) }

    func markup(id: String) -> Markup {
        var drawing = Drawing(width: 220, height: 132)
        let strength = Axis(low: limits.low, high: limits.high, start: Self.bottom, end: Self.top)
        let time = Axis(
            low: values.first?.span.start ?? 0,
            high: values.last?.span.end ?? 1,
            start: left,
            end: Self.right
        )
        let line = SeriesLine(look: .support, values: values)
        drawFrame(on: &drawing, strength: strength)
        line.drawBand(on: &drawing, time: time, strength: strength)
        line.drawLine(on: &drawing, time: time, strength: strength, markRadius: 2.6)
        if line.last == nil {
            let middle = Point(x: (left + Self.right) / 2, y: 62)
            drawing.text("t muted", nothing, at: middle, anchor: .middle)
        }
        return drawing.markup(id: id, kind: "picture small-multiple", title: title, description: description)
    }

    private func drawFrame(on drawing: inout Drawing, strength: Axis) {
        let (width, height) = (Self.right - left, Self.bottom - Self.top)
        drawing.rectangle("plot", x: left, y: Self.top, width: width, height: height)
        let levels = ticks.map(strength.position)
        drawing.lines("grid", levels.map { y in (start: Point(x: left, y: y), end: Point(x: Self.right, y: y)) })
        for tick in ticks {
            let y = strength.position(tick)
            drawing.text("t muted small", text(tick), at: Point(x: left - 4, y: y + 4), anchor: .end)
        }
        let years = [values.first, values.last].compactMap { $0 }.map { String(Int($0.span.start / 12)) }
        drawing.text("t muted", years.first ?? "", at: Point(x: left, y: 126))
        if years.first != years.last {
            drawing.text("t muted", years.last ?? "", at: Point(x: Self.right, y: 126), anchor: .end)
        }
    }
}

import Feedback

/// Support strength minus brand strength of every brand, with its interval, against the equality margin.
struct DifferencePicture {
    /// A brand with its difference; `nil` when there is too little data.
    struct Row: Hashable {
        let name: String
        let difference: ValueRange?
        let state: VerdictState
        let stateName: String
    }

    let rows: [Row]
    let margin: Double
    let phrases: any Phrases

    /// The picture in words.
    var description: String {
        phrases.differenceDescription(margin: margin)
    }

    func markup(id: String, size: PictureSize) -> Markup {
        let isWide = size == .wide
        let rowHeight: Double = isWide ? 34 : 50
        let top: Double = 34
        let bottom = top + Double(rows.count) * rowHeight
        var drawing = Drawing(width: size.width, height: bottom + 46)
        let axis = Axis(
            low: -reach,
            high: reach,
            start: isWide ? PictureSize.nameColumn(rows.map(\.name)) : 12,
            end: size.width - (isWide ? 216 : 12)
        )
        drawFrame(on: &drawing, axis: axis, top: top, bottom: bottom)
        for (index, row) in rows.enumerated() {
            let y = top + (Double(index) + (isWide ? 0.5 : 0.68)) * rowHeight
            draw(row, at: y, axis: axis, isWide: isWide, on: &drawing)
        }
        return drawing.markup(
            id: id,
            kind: "picture \(size.rawValue)",
            title: phrases(.differenceLong),
            description: description
        )
    }

    /// Points shown to each side: at least twice the margin, at most 100.
    private var reach: Double {
        let most = rows.compactMap(\.difference).flatMap { [abs($0.low), abs($0.high)] }.max() ?? 0
        return min(100, (max(most + 1, margin * 2) / 5).rounded(.up) * 5)
    }

    private func drawFrame(on drawing: inout Drawing, axis: Axis, top: Double, bottom: Double) {
        let (left, right) = (axis.position(-margin), axis.position(margin))
        drawing.rectangle("margin-band", x: left, y: top - 4, width: right - left, height: bottom - top + 8)
        for tick in axis.ticks(about: 6) {
            let x = axis.position(tick)
            drawing.line(tick == 0 ? "identity" : "grid", from: Point(x: x, y: top - 4), to: Point(x: x, y: bottom + 4))
            drawing.text(
                "t muted",
                NumberText.signed(tick, decimals: 0),
                at: Point(x: x, y: bottom + 20),
                anchor: .middle
            )
        }
        drawing.text("t muted small", "← " + phrases(.brandHigher), at: Point(x: axis.start, y: bottom + 40))
        drawing.text(
            "t muted small",
            phrases(.supportHigher) + " →",
            at: Point(x: axis.end, y: bottom + 40),
            anchor: .end
        )
        let label = phrases.within(margin: margin)
        drawing.text("t muted small", label, at: Point(x: axis.position(0), y: top - 14), anchor: .middle)
    }

    private func draw(_ row: Row, at y: Double, axis: Axis, isWide: Bool, on drawing: inout Drawing) {
        let nameAt = isWide ? Point(x: axis.start - 12, y: y + 4) : Point(x: axis.start, y: y - 15)
        let name = PictureSize.fitted(row.name, into: 190)
        drawing.text("t strong", name, at: nameAt, anchor: isWide ? .end : .start)
        let stateAt = isWide ? Point(x: axis.end + 14, y: y + 4) : Point(x: axis.end, y: y - 15)
        let number = row.difference.map { NumberText.signed($0.value) + "  " } ?? ""
        drawing.text("t", number + row.stateName, at: stateAt, anchor: isWide ? .start : .end)
        guard let difference = row.difference else {
            drawing.line("gap", from: Point(x: axis.start, y: y), to: Point(x: axis.end, y: y))
            return
        }
        let (low, high) = (axis.position(difference.low), axis.position(difference.high))
        let ends = [low, high].map { x in (start: Point(x: x, y: y - 5), end: Point(x: x, y: y + 5)) }
        drawing.lines("interval bold", [(start: Point(x: low, y: y), end: Point(x: high, y: y))] + ends)
        drawing.circle("dot \(row.state.rawValue)", at: Point(x: axis.position(difference.value), y: y), radius: 5.5)
    }
}

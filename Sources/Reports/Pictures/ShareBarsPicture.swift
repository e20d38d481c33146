import Feedback

/// Bars that each stand for a whole, cut into parts.
struct ShareBarsPicture {
    struct Part: Hashable {
        /// Class of the part's colour.
        let kind: String
        let name: String
    }

    struct Bar: Hashable {
        let name: String
        /// One count a part.
        let counts: [Int]
    }

    let title: String
    let description: String
    let parts: [Part]
    let bars: [Bar]

    func markup(id: String, size: PictureSize) -> Markup {
        let isWide = size == .wide
        let rowHeight: Double = isWide ? 34 : 48
        let legendRows = isWide ? 1 : (parts.count + 1) / 2
        let top = 12 + Double(legendRows) * 22
        var drawing = Drawing(width: size.width, height: top + Double(bars.count) * rowHeight + 6)
        drawLegend(on: &drawing, size: size)
        let axis = Axis(low: 0, high: 1, start: isWide ? nameColumn : 0, end: size.width - (isWide ? 80 : 0))
        for (index, bar) in bars.enumerated() {
            draw(bar, top: top + Double(index) * rowHeight, axis: axis, size: size, on: &drawing)
        }
        return drawing.markup(id: id, kind: "picture \(size.rawValue)", title: title, description: description)
    }

    private var nameColumn: Double { PictureSize.nameColumn(bars.map(\.name)) }

    private func drawLegend(on drawing: inout Drawing, size: PictureSize) {
        var x: Double = size == .wide ? nameColumn : 0
        var y: Double = 4
        for (index, part) in parts.enumerated() {
            if size == .narrow, index > 0, index % 2 == 0 {
                x = 0
                y += 22
            }
            drawing.rectangle("bar \(part.kind)", x: x, y: y, width: 14, height: 14)
            drawing.text("t", part.name, at: Point(x: x + 20, y: y + 12))
            x += size == .wide ? PictureSize.textWidth(part.name) + 48 : size.width / 2
        }
    }

    private func draw(_ bar: Bar, top: Double, axis: Axis, size: PictureSize, on drawing: inout Drawing) {
        let isWide = size == .wide
        let total = bar.counts.reduce(0, +)
        let barTop = isWide ? top + 6 : top + 22
        let middle = barTop + 15
        drawing.text(
            "t",
            PictureSize.fitted(bar.name, into: 190),
            at: isWide ? Point(x: nameColumn - 12, y: middle) : Point(x: 0, y: top + 15),
            anchor: isWide ? .end : .start
        )
        let count = NumberText.count(total)
        let countAt = isWide ? Point(x: size.width - 4, y: middle) : Point(x: size.width, y: top + 15)
        drawing.text("t muted", count, at: countAt, anchor: .end)
        var sum = 0
        for (part, value) in zip(parts, bar.counts) where value > 0 {
            let left = axis.position(Double(sum) / Double(total))
            sum += value
            let right = axis.position(Double(sum) / Double(total))
            drawing.rectangle("bar \(part.kind)", x: left, y: barTop, width: right - left, height: 22)
            let label = NumberText.percent(value, of: total)
            if right - left > PictureSize.textWidth(label) + 8 {
                drawing.text("t on \(part.kind)", label, at: Point(x: (left + right) / 2, y: middle), anchor: .middle)
            }
        }
    }
}

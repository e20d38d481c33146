import Feedback

/// Mentions that blame to the left, mentions that praise to the right, one row a facet.
struct FacetPicture {
    let brand: String
    let facets: [FacetRow]
    let phrases: any Phrases

    /// The picture in words.
    var description: String {
        phrases.facetDescription(brand: brand)
    }

    func markup(id: String, size: PictureSize) -> Markup {
        let isWide = size == .wide
        let rowHeight: Double = isWide ? 30 : 46
        let top: Double = 34
        var drawing = Drawing(width: size.width, height: top + Double(facets.count) * rowHeight + 10)
        let names = PictureSize.nameColumn(facets.map { phrases.facet(named: $0.facet) })
        // Room for the number beside the longest bar.
        let room =
            12
            + (facets.flatMap { [$0.positive, $0.negative] }.map { NumberText.count($0) }
                .map(PictureSize.textWidth).max() ?? 0)
        let left: Double = isWide ? names + max(36, room) : room
        let right = size.width - (isWide ? 190 : room)
        let most = Double(facets.map { max($0.positive, $0.negative) }.max() ?? 1)
        let axis = Axis(low: -max(1, most), high: max(1, most), start: left, end: right)
        let zero = axis.position(0)
        drawing.text("t against", "← " + phrases(.blame), at: Point(x: zero - 10, y: 18), anchor: .end)
        drawing.text("t for", phrases(.praise) + " →", at: Point(x: zero + 10, y: 18))
        if isWide { drawing.text("t muted", phrases(.strength), at: Point(x: size.width - 4, y: 18), anchor: .end) }
        for (index, row) in facets.enumerated() {
            draw(row, top: top + Double(index) * rowHeight, axis: axis, nameEnd: names - 12, size: size, on: &drawing)
        }
        let bottom = top + Double(facets.count) * rowHeight
        drawing.line("axis", from: Point(x: zero, y: top - 6), to: Point(x: zero, y: bottom))
        return drawing.markup(
            id: id,
            kind: "picture \(size.rawValue)",
            title: "\(brand) – \(phrases.facetsTitle)",
            description: description
        )
    }

    private func draw(
        _ row: FacetRow,
        top: Double,
        axis: Axis,
        nameEnd: Double,
        size: PictureSize,
        on drawing: inout Drawing
    ) {
        let isWide = size == .wide
        let barTop = isWide ? top + 4 : top + 20
        let middle = barTop + 13
        let zero = axis.position(0)
        let name = phrases.facet(named: row.facet)
        drawing.text(
            "t",
            name,
            at: isWide ? Point(x: nameEnd, y: middle) : Point(x: 0, y: top + 13),
            anchor: isWide ? .end : .start
        )
        let (blamed, praised) = (axis.position(-Double(row.negative)), axis.position(Double(row.positive)))
        drawing.rectangle("bar against", x: blamed, y: barTop, width: zero - blamed, height: 18)
        drawing.rectangle("bar for", x: zero, y: barTop, width: praised - zero, height: 18)
        drawing.text("t", NumberText.count(row.negative), at: Point(x: blamed - 6, y: middle), anchor: .end)
        drawing.text("t", NumberText.count(row.positive), at: Point(x: praised + 6, y: middle))
        let strength = phrases.strength(row.strength)
        let strengthAt = isWide ? Point(x: size.width - 4, y: middle) : Point(x: size.width, y: top + 13)
        drawing.text("t muted", strength, at: strengthAt, anchor: .end)
    }
}

/// One brand's way over the years on the plane of support strength against brand strength.
struct PathPicture {
    /// A year with both values.
    struct Stop: Hashable {
        let period: String
        let support: ValueRange
        let brand: ValueRange
    }

    let brand: String
    /// Oldest first, at least one.
    let stops: [Stop]
    let margin: Double
    let phrases: any Phrases

    func markup(id: String, size: PictureSize) -> Markup {
        let side: Double = size == .wide ? 460 : 236
        let left = size == .wide ? 56.0 : 44
        var drawing = Drawing(width: size.width, height: side + 82)
        let values = stops.flatMap { [$0.support.value, $0.brand.value] } + lastInterval
        let plane = StrengthPlane(values: values, margin: margin, left: left, top: 32, side: side)
        plane.draw(on: &drawing, phrases: phrases)
        let points = stops.map { plane.point(support: $0.support.value, brand: $0.brand.value) }
        drawing.path("way", points)
        var board = LabelBoard(left: left, right: min(size.width, left + side + 60), top: 30, bottom: 32 + side)
        if let last = stops.last {
            plane.drawIntervals(support: last.support, brand: last.brand, on: &drawing, board: &board)
        }
        for (index, point) in points.enumerated() {
            let isLast = index == points.count - 1
            drawing.circle(isLast ? "dot now" : "dot past", at: point, radius: isLast ? 7 : 4.5)
            board.block(point, radius: isLast ? 7 : 5)
        }
        for index in labelOrder {
            let isEnd = index == 0 || index == points.count - 1
            guard let place = board.place(stops[index].period, beside: points[index]) else { continue }
            let kind = isEnd ? "t strong halo" : "t muted halo"
            drawing.text(kind, stops[index].period, at: place.point, anchor: place.anchor)
        }
        return drawing.markup(
            id: id,
            kind: "picture \(size.rawValue)",
            title: "\(brand) – \(phrases(.pathTitle))",
            description: description
        )
    }

    /// The last year first, then the first, then the others: the ends always get their label.
    private var labelOrder: [Int] {
        let last = stops.count - 1
        return [last] + (0..<max(0, last))
    }

    private var lastInterval: [Double] {
        guard let last = stops.last else { return [] }
        return [last.support.low, last.support.high, last.brand.low, last.brand.high]
    }

    /// The picture in words.
    var description: String {
        let periods = (stops.first?.period ?? "", stops.last?.period ?? "")
        return phrases.pathDescription(brand: brand, first: periods.0, last: periods.1, margin: margin)
    }
}

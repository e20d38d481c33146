/// All brands at their brand strength and support strength, against the line of equality.
struct ScatterPicture {
    /// A brand with both values.
    struct Dot: Hashable {
        let name: String
        let support: ValueRange
        let brand: ValueRange
        let state: VerdictState
    }

    let dots: [Dot]
    let margin: Double
    let phrases: any Phrases

    /// The picture in words.
    var description: String {
        phrases.scatterDescription(margin: margin, brands: dots.count)
    }

    func markup(id: String, size: PictureSize) -> Markup {
        let side: Double = size == .wide ? 460 : 236
        let left = size == .wide ? 56.0 : 44
        var drawing = Drawing(width: size.width, height: side + 82)
        let plane = StrengthPlane(values: values, margin: margin, left: left, top: 32, side: side)
        plane.draw(on: &drawing, phrases: phrases)
        var board = LabelBoard(left: left, right: size.width, top: 30, bottom: 32 + side)
        let points = dots.map { plane.point(support: $0.support.value, brand: $0.brand.value) }
        for (dot, point) in zip(dots, points) {
            plane.drawIntervals(support: dot.support, brand: dot.brand, on: &drawing, board: &board)
            board.block(point, radius: 7)
        }
        for (dot, point) in zip(dots, points) {
            drawing.circle("dot \(dot.state.rawValue)", at: point, radius: 6)
            let name = PictureSize.fitted(dot.name, into: 150)
            if let place = board.place(name, beside: point) {
                drawing.text("t strong halo", name, at: place.point, anchor: place.anchor)
            }
        }
        return drawing.markup(
            id: id,
            kind: "picture \(size.rawValue)",
            title: phrases.scatterTitle,
            description: description
        )
    }

    private var values: [Double] {
        dots.flatMap { [$0.support.low, $0.support.high, $0.brand.low, $0.brand.high] }
    }
}

/// Finds places for labels beside points so that no two overlap.
struct LabelBoard {
    private struct Box {
        let left: Double
        let right: Double
        let top: Double
        let bottom: Double

        func meets(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }
    }

    /// A found place.
    struct Place: Hashable {
        let point: Point
        let anchor: Drawing.Anchor
    }

    private let limits: (left: Double, right: Double, top: Double, bottom: Double)
    private var taken: [Box] = []

    init(left: Double, right: Double, top: Double, bottom: Double) {
        limits = (left, right, top, bottom)
    }

    /// Keeps labels away from a point.
    mutating func block(_ point: Point, radius: Double) {
        taken.append(
            Box(left: point.x - radius, right: point.x + radius, top: point.y - radius, bottom: point.y + radius)
        )
    }

    /// Keeps labels off a horizontal or vertical line.
    mutating func block(from start: Point, to end: Point) {
        taken.append(
            Box(
                left: min(start.x, end.x) - 1,
                right: max(start.x, end.x) + 1,
                top: min(start.y, end.y) - 1,
                bottom: max(start.y, end.y) + 1
            )
        )
    }

    /// A free place right, left, above or below of a point; `nil` when every one is taken.
    mutating func place(_ text: String, beside point: Point) -> Place? {
        for gap in [9.0, 17, 26] {
            if let place = place(text, beside: point, gap: gap) { return place }
        }
        return nil
    }

    private mutating func place(_ text: String, beside point: Point, gap: Double) -> Place? {
        let candidates = [
            Place(point: Point(x: point.x + gap, y: point.y + 4), anchor: .start),
            Place(point: Point(x: point.x - gap, y: point.y + 4), anchor: .end),
            Place(point: Point(x: point.x, y: point.y - gap - 1), anchor: .middle),
            Place(point: Point(x: point.x, y: point.y + gap + 11), anchor: .middle),
            Place(point: Point(x: point.x + gap, y: point.y - gap), anchor: .start),
            Place(point: Point(x: point.x + gap, y: point.y + gap + 9), anchor: .start),
            Place(point: Point(x: point.x - gap, y: point.y - gap), anchor: .end),
            Place(point: Point(x: point.x - gap, y: point.y + gap + 9), anchor: .end),
        ]
        for candidate in candidates {
            let box = Self.box(of: text, at: candidate)
            let isInside =
                box.left >= limits.left && box.right <= limits.right && box.top >= limits.top
                && box.bottom <= limits.bottom
            if isInside, !taken.contains(where: box.meets) {
                taken.append(box)
                return candidate
            }
        }
        return nil
    }

    private static func box(of text: String, at place: Place) -> Box {
        let width = PictureSize.textWidth(text)
        let left =
            switch place.anchor {
            case .start: place.point.x
            case .middle: place.point.x - width / 2
            case .end: place.point.x - width
            }
        return Box(left: left, right: left + width, top: place.point.y - 11, bottom: place.point.y + 4)
    }
}

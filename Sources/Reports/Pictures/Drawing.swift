import Feedback

/// An SVG picture under construction: shapes in the order they are painted.
///
/// Colours, strokes, fonts and where a text is held come from the classes of the style sheet, so that one picture serves light, dark and
/// print. Coordinates are in CSS pixels from the upper left corner.
struct Drawing {
    /// Where a text is held.
    enum Anchor: String {
        case start, middle, end
    }

    let width: Double
    let height: Double
    private var body = ""

    init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    mutating func line(_ kind: String, from start: Point, to end: Point) {
        body += "<line class=\"\(kind)\" x1=\"\(start.xText)\" y1=\"\(start.yText)\""
        body += " x2=\"\(end.xText)\" y2=\"\(end.yText)\"/>\n"
    }

    /// Straight lines that look alike, as one shape.
    mutating func lines(_ kind: String, _ lines: [(start: Point, end: Point)]) {
        shape(
            kind,
            lines.map { start, end in
                let tail = start.y == end.y ? "H\(end.xText)" : start.x == end.x ? "V\(end.yText)" : "L\(end.text)"
                return "M\(start.text)\(tail)"
            }
        )
    }

    /// An open line through points; nothing for fewer than two.
    mutating func path(_ kind: String, _ points: [Point]) {
        guard points.count > 1 else { return }
        body += "<polyline class=\"\(kind)\" points=\"\(Self.list(points))\"/>\n"
    }

    mutating func area(_ kind: String, _ points: [Point]) {
        guard points.count > 2 else { return }
        body += "<polygon class=\"\(kind)\" points=\"\(Self.list(points))\"/>\n"
    }

    mutating func rectangle(_ kind: String, x: Double, y: Double, width: Double, height: Double, radius: Double = 0) {
        body += "<rect class=\"\(kind)\" x=\"\(number(x))\" y=\"\(number(y))\""
        body += " width=\"\(number(max(0, width)))\" height=\"\(number(max(0, height)))\""
        body += radius > 0 ? " rx=\"\(number(radius))\"/>\n" : "/>\n"
    }

    mutating func circle(_ kind: String, at center: Point, radius: Double) {
        body += "<circle class=\"\(kind)\" cx=\"\(center.xText)\" cy=\"\(center.yText)\" r=\"\(number(radius))\"/>\n"
    }

    /// Discs that look alike, as one shape.
    mutating func discs(_ kind: String, at centers: [Point], radius: Double) {
        let r = number(radius)
        // From the top all the way around but for a tenth of a pixel, since an arc to its own start is none.
        shape(kind, centers.map { "M\(Point(x: $0.x, y: $0.y - radius).text)a\(r),\(r) 0 1 1-0.1,0z" })
    }

    /// Squares standing on their corners that look alike, as one shape.
    mutating func diamonds(_ kind: String, at centers: [Point], radius: Double) {
        let r = number(radius)
        shape(kind, centers.map { "M\(Point(x: $0.x, y: $0.y - radius).text)l\(r),\(r)-\(r),\(r)-\(r)-\(r)z" })
    }

    private mutating func shape(_ kind: String, _ pieces: [String]) {
        if !pieces.isEmpty { body += "<path class=\"\(kind)\" d=\"\(pieces.joined())\"/>\n" }
    }

    mutating func text(_ kind: String, _ text: String, at point: Point, anchor: Anchor = .start) {
        let look = anchor == .start ? kind : "\(kind) \(anchor.rawValue)"
        body += "<text class=\"\(look)\" x=\"\(point.xText)\" y=\"\(point.yText)\">"
        body += Markup.escaped(text) + "</text>\n"
    }

    /// The finished picture with its name and its description in words.
    ///
    /// The id is unique in the page and made of ASCII letters, digits and hyphens.
    func markup(id: String, kind: String, title: String, description: String) -> Markup {
        Markup(
            trusted: """
                <svg class="\(kind)" role="img" aria-labelledby="\(id)-title \(id)-desc" \
                viewBox="0 0 \(number(width)) \(number(height))" width="\(number(width))" height="\(number(height))" \
                xmlns="http://www.w3.org/2000/svg">
                <title id="\(id)-title">\(Markup.escaped(title))</title>
                <desc id="\(id)-desc">\(Markup.escaped(description))</desc>
                \(body)</svg>
                """
        )
    }

    private static func list(_ points: [Point]) -> String {
        points.map(\.text).joined(separator: " ")
    }
}

/// A place in a picture.
struct Point: Hashable {
    var x: Double
    var y: Double

    fileprivate var xText: String { number(x) }
    fileprivate var yText: String { number(y) }
    fileprivate var text: String { "\(xText),\(yText)" }
}

/// A coordinate with one decimal where it has one.
private func number(_ value: Double) -> String {
    guard let tenths = Int(exactly: (value * 10).rounded(.toNearestOrAwayFromZero)) else { return "–" }
    let (sign, size) = (tenths < 0 ? "-" : "", tenths.magnitude)
    return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
}

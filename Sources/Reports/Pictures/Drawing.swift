import Feedback

/// An SVG picture under construction: shapes in the order they are painted.
///
/// Colours, strokes and fonts come from the classes of the style sheet, so that one picture serves light, dark and
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

    /// A square standing on its corner.
    mutating func diamond(_ kind: String, at center: Point, radius: Double) {
        let (x, y) = (center.x, center.y)
        area(
            kind,
            [
                Point(x: x, y: y - radius), Point(x: x + radius, y: y), Point(x: x, y: y + radius),
                Point(x: x - radius, y: y),
            ]
        )
    }

    mutating func text(_ kind: String, _ text: String, at point: Point, anchor: Anchor = .start) {
        body += "<text class=\"\(kind)\" x=\"\(point.xText)\" y=\"\(point.yText)\" text-anchor=\"\(anchor.rawValue)\">"
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
        points.map { "\($0.xText),\($0.yText)" }.joined(separator: " ")
    }
}

/// A place in a picture.
struct Point: Hashable {
    var x: Double
    var y: Double

    fileprivate var xText: String { number(x) }
    fileprivate var yText: String { number(y) }
}

/// A coordinate with one decimal.
private func number(_ value: Double) -> String { NumberText.fixed(value, decimals: 1, minus: "-") }

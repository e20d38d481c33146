/// A piece of HTML or SVG that is safe to put into a page.
///
/// Escaping works on scalars: a `<` followed by a combining mark is one `Character` and would slip through
/// an escape by `Character`, as Mustache's own does.
struct Markup: Hashable, Sendable {
    /// Well-formed XML content.
    private(set) var html: String

    static let empty = Markup(trusted: "")

    /// Markup written by Koe itself.
    init(trusted: String) {
        html = trusted
    }

    /// Any text, escaped for content and for quoted attributes.
    init(_ text: String) {
        html = Self.escaped(text)
    }

    /// A text escaped for content and for quoted attributes.
    ///
    /// Characters that XML 1.0 forbids become U+FFFD.
    static func escaped(_ text: String) -> String {
        guard holdsSpecial(text), text.unicodeScalars.contains(where: { replacement(of: $0) != nil }) else {
            return text
        }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let replacement = replacement(of: scalar) {
                result.append(contentsOf: replacement.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Whether a scalar that is replaced may begin at a byte; over plain memory, since every text of a page is asked.
    private static func holdsSpecial(_ text: String) -> Bool {
        let bytes = text.utf8.span
        for index in bytes.indices {
            switch bytes[index] {
            case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0x7F, 0xC2, 0xEF: return true
            case 0x09, 0x0A: continue
            case 0..<0x20: return true
            default: continue
            }
        }
        return false
    }

    private static func replacement(of scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x26: "&amp;"
        case 0x3C: "&lt;"
        case 0x3E: "&gt;"
        case 0x22: "&quot;"
        case 0x27: "&#39;"
        case 0x09, 0x0A: nil
        case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: "\u{FFFD}"
        default: nil
        }
    }

    static func + (left: Markup, right: Markup) -> Markup { Markup(trusted: left.html + right.html) }

    static func += (left: inout Markup, right: Markup) { left.html += right.html }

    /// An element around content; attribute values are escaped here.
    static func element(_ name: String, _ attributes: [(String, String)] = [], _ content: Markup) -> Markup {
        Markup(trusted: "<\(name)\(attributeText(attributes))>\(content.html)</\(name)>")
    }

    /// An element without content.
    static func empty(_ name: String, _ attributes: [(String, String)] = []) -> Markup {
        Markup(trusted: "<\(name)\(attributeText(attributes))/>")
    }

    private static func attributeText(_ attributes: [(String, String)]) -> String {
        attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
    }
}

extension Sequence<Markup> {
    /// All pieces one after another.
    func joined(separator: String = "") -> Markup {
        Markup(trusted: map(\.html).joined(separator: separator))
    }
}

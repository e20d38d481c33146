/// What stands in a cell besides what its writer wrote.
enum CellText {
    /// What a customer wrote, as it is read: without the mark-up of a text that is all HTML, with line ends for `<br>`,
    /// and in the original where Google translated it.
    static func written(_ text: String) -> String {
        let text = ByteSearch.holds(text, 0x5C) ? withLineEnds(text) : text
        guard ByteSearch.holds(text, 0x3C) else {
            // Some programs write the mark-up itself in entities.
            let decoded = HtmlEntity.decoded(text)
            return original(isHTML(decoded) ? PlainText.read(decoded) : decoded)
        }
        if isHTML(text) { return original(PlainText.read(text)) }
        var plain = text
        for tag in ["<br />", "<br/>", "<br>", "<BR>"] { plain = plain.replacing(tag, with: "\n") }
        return original(HtmlEntity.decoded(plain))
    }

    /// Whether a text is mark-up from its first to its last letter.
    private static func isHTML(_ text: String) -> Bool {
        guard text.utf8.first == UInt8(ascii: "<"), text.utf8.last(where: { $0 > 0x20 }) == UInt8(ascii: ">") else {
            return false
        }
        return ["<p", "<div", "<html", "<span"].contains { text.hasPrefix($0) }
    }

    /// Exports of one line a row write a line end as a backslash and `n`.
    private static func withLineEnds(_ text: String) -> String {
        if ByteSearch.holds(text, 0x0A) { return text }
        return text.replacing("\\r\\n", with: "\n").replacing("\\n", with: "\n")
    }

    /// A number that a spreadsheet was kept from reading: `0012` for `="0012"`.
    static func withoutFormula(_ cell: String) -> String {
        guard cell.utf8.first == 0x3D, cell.hasPrefix("=\""), cell.hasSuffix("\""), cell.utf8.count > 3 else {
            return cell
        }
        let inner = cell.dropFirst(2).dropLast()
        return inner.contains("\"") ? cell : String(inner)
    }

    /// The original of a review that Google translated: what stands behind `(Original)`, or before the translation.
    static func original(_ text: String) -> String {
        let mark = "(Translated by Google)"
        guard ByteSearch.holds(text, 0x28), let (before, after) = cut(text, at: mark) else { return text }
        if let (_, original) = cut(after, at: "(Original)") { return EdgeSpace.trimmed(original) }
        let plain = EdgeSpace.trimmed(before)
        return plain.isEmpty ? EdgeSpace.trimmed(after) : plain
    }

    /// The `reviewId` of a link, without its percent signs; `nil` for other texts.
    static func reviewID(_ link: String) -> String? {
        guard link.hasPrefix("http"), let (_, rest) = cut(link, at: "reviewId=") else { return nil }
        let value = decoded(String(rest.prefix { $0 != "&" && $0 != "#" }))
        return value.isEmpty ? nil : value
    }

    /// A mail address in small letters, since its writers do not mind them; any other name as it is.
    static func handle(_ name: String) -> String {
        guard ByteSearch.holds(name, 0x40), !name.hasPrefix("@"), !ByteSearch.holds(name, 0x20) else { return name }
        return name.lowercased()
    }

    /// A number that pandas wrote as a fraction because its column has gaps: `13` for `13.0`.
    static func whole(_ id: String) -> String {
        guard id.hasSuffix(".0"), id.count > 2, id.dropLast(2).utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return id }
        return String(id.dropLast(2))
    }

    private static func decoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        let raw = Array(text.utf8)
        var index = 0
        while index < raw.count {
            if raw[index] == 0x25, index + 2 < raw.count,
                let value = UInt8(String(decoding: raw[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                index += 3
            } else {
                bytes.append(raw[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func cut(_ text: String, at mark: String) -> (before: String, after: String)? {
        var index = text.startIndex
        while index < text.endIndex {
            if text[index...].hasPrefix(mark) {
                return (String(text[..<index]), String(text[text.index(index, offsetBy: mark.count)...]))
            }
            index = text.index(after: index)
        }
        return nil
    }
}

/// Text whose control characters are shown instead of obeyed, so that no data can steer a terminal.
enum VisibleText {
    /// The text with every control character but newline and tab as a visible sign: `␛` for an escape, `␍` for a
    /// carriage return, `⟨9B⟩` for one of the upper range and for marks that turn the direction of writing.
    static func of(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        var visible = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case _ where !isHidden(scalar): visible.unicodeScalars.append(scalar)
            case 0x7F: visible.append("\u{2421}")
            case 0..<0x20: visible.append(picture(scalar.value))
            default: visible += "⟨\(String(scalar.value, radix: 16, uppercase: true))⟩"
            }
        }
        return visible
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// The picture that Unicode has for a control character of the lower range.
    private static func picture(_ value: UInt32) -> Character {
        Unicode.Scalar(0x2400 + value).map(Character.init) ?? "\u{FFFD}"
    }
}

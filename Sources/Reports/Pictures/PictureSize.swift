/// A picture is drawn twice, for paper and screens and for a phone, so that its text never shrinks.
enum PictureSize: String, CaseIterable {
    case wide, narrow

    var width: Double { self == .wide ? 720 : 300 }

    /// Width of the column of names at the left of a wide picture: as wide as the longest, 60–190 pixels.
    static func nameColumn(_ names: [String]) -> Double {
        min(190, max(60, names.map(textWidth).max() ?? 0)) + 20
    }

    /// A text cut to a width, with an ellipsis where something is left out.
    static func fitted(_ text: String, into width: Double) -> String {
        guard textWidth(text) > width else { return text }
        var result = ""
        for character in text {
            guard textWidth(result) + textWidth(String(character)) + 12 <= width else { break }
            result.append(character)
        }
        return result + "…"
    }

    /// Rough width of a text at 12.5 pixels: wide characters of CJK count in full, others for a little over half.
    static func textWidth(_ text: String) -> Double {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 12.5 : 7.0) }
    }
}

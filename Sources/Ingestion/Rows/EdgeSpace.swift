/// White space at the ends of what a source wrote.
enum EdgeSpace {
    /// White space of Unicode, and the marks without width that exports leave at the ends of cells.
    private static func isWideSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
        default: false
        }
    }

    /// The text without white space at its ends; the same text when there is none, without a copy.
    static func trimmed(_ text: String) -> String {
        let view = text.unicodeScalars
        guard let first = view.first, let last = view.last, isWideSpace(first) || isWideSpace(last) else { return text }
        guard let start = view.firstIndex(where: { !isWideSpace($0) }),
            let end = view.lastIndex(where: { !isWideSpace($0) })
        else { return "" }
        return String(view[start...end])
    }
}

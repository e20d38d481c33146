/// Whether values are sentences rather than names or lists of them.
enum SentenceSign {
    /// Whether at least one in four values is.
    static func isMostly(_ values: [String]) -> Bool {
        values.count(where: isOne) * 4 >= values.count && !values.isEmpty
    }

    /// Four words, a mark at the end of a sentence, or letters of a language that writes without spaces, and no list of a
    /// program.
    private static func isOne(_ value: String) -> Bool {
        if value.hasPrefix("['") || value.hasPrefix("[\"") || value.hasPrefix("{'") { return false }
        if value.split(whereSeparator: \.isWhitespace).count >= 4 { return true }
        if let last = value.last, ".!?。！？…".contains(last), value.count >= 4 { return true }
        return value.unicodeScalars.count { isSpaceless($0.value) } >= 6
    }

    /// Kana, ideographs and Thai.
    private static func isSpaceless(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0E00...0x0E7F, 0x3041...0x30FF, 0x3400...0x9FFF, 0xFF66...0xFF9D: true
        default: false
        }
    }
}

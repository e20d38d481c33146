/// What the values of a column look like, whatever its name.
enum ColumnKind: Hashable {
    case empty
    /// Web addresses.
    case url
    /// Mail addresses.
    case mail
    /// Structures of JSON.
    case structure
    /// Digits that a spreadsheet rounded, as `5.70306E+17`.
    case rounded
    /// 0 and 1, true and false.
    case flag
    case number
    /// Words without spaces that differ from row to row and hold digits.
    case identifier
    case time
    /// A few short words that come again and again.
    case topic
    /// Anything else: names, titles, sentences.
    case prose

    init(_ values: [String]) {
        let values = values.filter { !AnswerWord.isNone($0) }
        guard !values.isEmpty else {
            self = .empty
            return
        }
        func most(_ test: (String) -> Bool) -> Bool { Self.areMost(values, test) }
        if most({ $0.hasPrefix("http://") || $0.hasPrefix("https://") }) {
            self = .url
        } else if most(Self.isMail) {
            self = .mail
        } else if most({ $0.hasPrefix("{\"") || $0.hasPrefix("[{") }) {
            self = .structure
        } else if most(RoundedNumber.isOne) {
            self = .rounded
        } else if most({ Self.flags.contains($0.lowercased()) }) {
            self = .flag
        } else if most({ RatingReader.plainNumber($0) != nil || Self.isDigits($0) }) {
            self = .number
        } else if most(Self.isTime) {
            self = .time
        } else if most(Self.isIdentifier), Set(values).count * 10 >= values.count * 9 {
            self = .identifier
        } else if values.count >= 4, Set(values).count * 2 <= values.count, values.allSatisfy({ $0.count <= 30 }) {
            self = .topic
        } else if values.count >= 20, Set(values).count * 8 <= values.count {
            // The choices of a question may be whole sentences.
            self = .topic
        } else {
            self = .prose
        }
    }

    /// Whether at least eight of ten values pass a test; of others no more than two of ten are looked at in vain.
    private static func areMost(_ values: [String], _ test: (String) -> Bool) -> Bool {
        var misses = 0
        for value in values where !test(value) {
            misses += 1
            if misses * 10 > values.count * 2 { return false }
        }
        return true
    }

    /// Whether the values are numbers that a spreadsheet rounded.
    static func areRounded(_ values: [String]) -> Bool {
        let values = values.filter { !AnswerWord.isNone($0) }
        return !values.isEmpty && areMost(values, RoundedNumber.isOne)
    }

    /// Whether the values could be what somebody wrote.
    var isWritten: Bool { self == .prose || self == .topic }

    private static let flags: Set<String> = ["0", "1", "true", "false", "yes", "no", "y", "n", "t", "f"]

    private static func isDigits(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isMail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[1].contains(".") && !text.contains(" ")
    }

    private static func isIdentifier(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && text.utf8.contains { (0x30...0x39).contains($0) }
            && text.utf8.count <= 80
    }

    private static func isTime(_ text: String) -> Bool {
        guard text.utf8.count <= 80, !isDigits(text) else { return false }
        return WrittenTime.reads(text)
    }
}

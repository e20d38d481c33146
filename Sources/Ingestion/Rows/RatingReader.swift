package import Feedback

/// What a rating cell says.
package enum RatingReading: Hashable, Sendable {
    case rating(Rating)
    /// The survey was offered, and not answered.
    case unanswered
}

/// Why a rating could not be used.
package struct RatingFault: Error, Hashable, Sendable {
    package let message: String
    /// Whether it is in no form of a rating at all, rather than outside its scale.
    package var isUnread = false
}

/// Reads ratings as sources write them: numbers, fractions, stars, words and faces.
package struct RatingReader: Sendable {
    /// Scale that is declared; `nil` means that what is written tells.
    private let scale: RatingScale?
    /// Scale of bare numbers where none is declared.
    private let usual: RatingScale
    /// Whether the lowest number is the best.
    private let isReversed: Bool
    /// Whether no scale is told for bare numbers.
    private let isUntold: Bool
    /// Thousandths of a point by folded word.
    private let words: [String: Int]

    /// - Parameters:
    ///   - scale: What the mapping or the row declares.
    ///   - usual: Scale of bare numbers where none is declared.
    ///   - isReversed: Whether 1 is the best; bare numbers are then turned round.
    ///   - isUntold: Whether bare numbers are no ratings, since nothing tells their scale.
    ///   - words: Points by word, as the mapping gives them.
    package init(
        scale: RatingScale? = nil,
        usual: RatingScale = .fiveStars,
        isReversed: Bool = false,
        isUntold: Bool = false,
        words: [String: Int] = [:]
    ) {
        self.scale = scale
        self.usual = usual
        self.isReversed = isReversed
        self.isUntold = isUntold
        self.words = Dictionary(
            words.map { (Self.wordKey($0.key), $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The rating a text tells.
    ///
    /// - Throws: `RatingFault` when it tells none or one outside the scale.
    package func read(_ text: String) throws(RatingFault) -> RatingReading {
        if !words.isEmpty, let value = words[Self.wordKey(text)] {
            return .rating(try rating(value, on: scale ?? usual))
        }
        if let number = Self.plainNumber(text) {
            if isUntold { throw Self.untold }
            let scale = scale ?? usual
            return .rating(try rating(isReversed ? (scale.low + scale.high) * 1_000 - number : number, on: scale))
        }
        return try readWritten(WidthFolding.string(text).filter { $0 != " " && $0 != "\t" })
    }

    /// What tells one word from another: its letters and digits, or where it has none, as ◎ and 😊, the marks themselves.
    static func wordKey(_ word: String) -> String {
        let key = WidthFolding.key(word)
        return key.isEmpty ? WidthFolding.string(EdgeSpace.trimmed(word)) : key
    }

    /// Whether a text says that nobody answered.
    static func isUnanswered(_ text: String) -> Bool {
        unanswered.contains(WidthFolding.string(text)) || AnswerWord.isNone(text)
    }

    private func readWritten(_ text: String) throws(RatingFault) -> RatingReading {
        if Self.unanswered.contains(text) { return .unanswered }
        if let value = Self.outOf(text) { return .rating(try rating(value, on: scale ?? .fiveStars)) }
        if let stars = Self.stars(text) { return .rating(try rating(stars.value, on: scale ?? stars.scale)) }
        if let (value, written) = Self.fraction(text) { return .rating(try rating(value, on: scale ?? written)) }
        if let value = Self.counted(text) { return .rating(try rating(value, on: scale ?? usual)) }
        if let (value, own) = Self.named[text] { return .rating(try rating(value, on: own)) }
        throw RatingFault(
            message: "the rating is in no form that is known; give `scale:` or `words:` in the mapping",
            isUnread: true
        )
    }

    private static let untold = RatingFault(
        message: "the other rows tell no scale for this rating; give its `scale:` in the mapping",
        isUnread: true
    )

    private func rating(_ thousandths: Int, on scale: RatingScale) throws(RatingFault) -> Rating {
        guard let rating = Rating(thousandths: thousandths, scale: scale) else {
            throw RatingFault(
                message:
                    "the rating is outside its scale of \(scale.low) to \(scale.high); give the right `scale:` in the mapping"
            )
        }
        return rating
    }

    /// `4`, `4.5`, `４`, in thousandths.
    static func plainNumber(_ text: String) -> Int? {
        // Most are one digit.
        if text.utf8.count == 1, let digit = text.utf8.first, (0x30...0x39).contains(digit) {
            return Int(digit - 0x30) * 1_000
        }
        var bytes = Array(text.utf8)
        if !bytes.allSatisfy({ $0 < 0x80 }) { bytes = Array(WidthFolding.string(text).utf8) }
        while bytes.last == 0x20 { bytes.removeLast() }
        var scanner = TimeScanner(bytes)
        scanner.skipSpace()
        let isNegative = scanner.take(0x2D)
        guard let whole = scanner.number(digits: 1...6) else { return nil }
        var value = whole * 1_000
        if scanner.take(0x2E) {
            guard let part = scanner.milliseconds() else { return nil }
            value += part
        }
        return scanner.isAtEnd ? (isNegative ? -value : value) : nil
    }

    /// `★★★★☆` or `⭐⭐⭐`: black stars count, white ones fill the scale.
    private static func stars(_ text: String) -> (value: Int, scale: RatingScale)? {
        var full = 0
        var empty = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "★", "⭐", "🌟": full += 1
            case "☆": empty += 1
            case "\u{FE0F}": continue
            default: return nil
            }
        }
        let total = full + empty
        guard total > 0, total <= 10 else { return nil }
        guard empty > 0, total != 5, let scale = RatingScale(low: full == 0 ? 0 : 1, high: total) else {
            return (full * 1_000, .fiveStars)
        }
        return (full * 1_000, scale)
    }

    /// `5つ星のうち4.0`, `4.0outof5stars`, without spaces.
    private static func outOf(_ text: String) -> Int? {
        let lead = "5つ星のうち"
        if text.hasPrefix(lead) { return plainNumber(String(text.dropFirst(lead.count))) }
        for tail in ["outof5stars", "outof5"] where text.hasSuffix(tail) {
            return plainNumber(String(text.dropLast(tail.count)))
        }
        return nil
    }

    /// `4/5`, `8/10`, `80%`.
    private static func fraction(_ text: String) -> (value: Int, scale: RatingScale)? {
        if text.hasSuffix("%"), let value = plainNumber(String(text.dropLast())),
            let percent = RatingScale(low: 0, high: 100)
        {
            return (value, percent)
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let value = plainNumber(parts[0]), let top = plainNumber(parts[1]), top % 1_000 == 0,
            let scale = scale(upTo: top / 1_000)
        else { return nil }
        return (value, scale)
    }

    /// The usual scale of a highest value: from 1 up to 7, from 0 above.
    static func scale(upTo high: Int) -> RatingScale? {
        RatingScale(low: high > 7 ? 0 : 1, high: high)
    }

    /// `4stars`, `星4つ`, `☆2つ`, `4点`, `2つ星`.
    private static func counted(_ text: String) -> Int? {
        var rest = Substring(text)
        let leads = ["星", "★", "☆", "評価:", "rating:"]
        let tails = ["starrating", "starsrating", "stars", "star", "つ星", "個", "つ", "点", "★", "☆"]
        let lead = leads.first { rest.hasPrefix($0) }
        if let lead { rest = rest.dropFirst(lead.count) }
        let tail = tails.first { rest.hasSuffix($0) }
        if let tail { rest = rest.dropLast(tail.count) }
        guard lead != nil || tail != nil else { return nil }
        return plainNumber(String(rest))
    }

    private static let unanswered: Set<String> = ["offered", "unoffered", "not_offered", "notoffered", "未回答", "無回答"]

    /// Words and faces that mean one thing everywhere.
    private static let named: [String: (value: Int, scale: RatingScale)] = {
        var table: [String: (value: Int, scale: RatingScale)] = [:]
        for (index, word) in ["one", "two", "three", "four", "five"].enumerated() {
            table[word] = ((index + 1) * 1_000, .fiveStars)
        }
        for (index, face) in ["😡", "🙁", "😐", "🙂", "😍"].enumerated() { table[face] = ((index + 1) * 1_000, .fiveStars) }
        guard let twoWay = RatingScale(low: 0, high: 1) else { return table }
        for word in ["good", "goodwithcomment", "good_with_comment", "👍", "良い", "高評価"] { table[word] = (1_000, twoWay) }
        for word in ["bad", "badwithcomment", "bad_with_comment", "👎", "悪い", "低評価"] { table[word] = (0, twoWay) }
        return table
    }()
}

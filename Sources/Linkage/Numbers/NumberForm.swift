/// A case or order number in comparable forms.
struct NumberForm: Hashable, Sendable {
    /// Letters and digits, lower case, without separators; kanji digits as digits.
    let characters: [UInt32]
    /// Runs of letters and runs of digits without leading zeros: `CS-2021-00045` and `cs 2021/45` are equal here.
    let segments: StableHash
    let digitCount: Int
    private let hasLetters: Bool

    /// - Returns: `nil` when there are fewer than three digits, and no long code of letters with a digit.
    init?(_ scalars: some Collection<UInt32>) {
        var kept: [UInt32] = []
        var digits = 0
        for value in scalars {
            if let digit = Self.digit(value) {
                kept.append(0x30 + digit)
                digits += 1
            } else if Self.isLetter(value) {
                kept.append(NameNormaliser.lower(value))
            }
        }
        guard digits >= 3 || Self.isCode(letters: kept.count - digits, digits: digits) else { return nil }
        characters = kept
        digitCount = digits
        hasLetters = digits < kept.count
        segments = Self.segmentHash(scalars)
    }

    /// Whether so many letters and digits are a code such as `ABCDEF12`.
    static func isCode(letters: Int, digits: Int) -> Bool { digits >= 1 && letters >= 1 && letters + digits >= 7 }

    var whole: StableHash { StableHash(scalars: characters) }

    /// The digits alone, for people who leave the letters off; `nil` when there are no letters or few digits.
    var digitsOnly: StableHash? {
        guard hasLetters, digitCount >= 5 else { return nil }
        return StableHash(scalars: characters.filter(ScalarClass.isDigit))
    }

    /// The last four digits.
    var tail: StableHash? {
        let digits = characters.filter(ScalarClass.isDigit)
        return digits.count >= 4 ? StableHash(scalars: digits.suffix(4)) : nil
    }

    /// Hashes of the number with one character left out, and of the number itself; empty below six characters.
    ///
    /// Two numbers one edit apart share at least one of these.
    /// Source: symmetric deletion (Bocek, Hunt, Stiller 2007, "Fast similarity search in large dictionaries").
    var slips: [StableHash] {
        guard characters.count >= 6, digitCount >= 5 else { return [] }
        var seen: [StableHash] = [whole]
        for position in characters.indices {
            if position > 0, characters[position] == characters[position - 1] { continue }
            var shorter = characters
            shorter.remove(at: position)
            seen.append(StableHash(scalars: shorter))
        }
        return seen
    }

    /// Value of an ASCII or kanji digit.
    static func digit(_ value: UInt32) -> UInt32? {
        if ScalarClass.isDigit(value) { return value - 0x30 }
        guard value >= 0x3007 else { return nil }
        return kanjiDigits[value]
    }

    private static func isLetter(_ value: UInt32) -> Bool {
        ScalarClass.isLatin(value) || ScalarClass.isKanji(value) || (ScalarClass.isKana(value) && value != 0x30FC)
    }

    private static func segmentHash(_ scalars: some Collection<UInt32>) -> StableHash {
        var output: [UInt32] = []
        var wasDigit = false
        var isRunStart = true
        for value in scalars {
            if let digit = digit(value) {
                if !wasDigit || isRunStart { output.append(0x2D) }
                if digit != 0 || (wasDigit && !isRunStart && output.last != 0x2D) { output.append(0x30 + digit) }
                wasDigit = true
                isRunStart = false
            } else if isLetter(value) {
                if wasDigit || isRunStart { output.append(0x2D) }
                output.append(NameNormaliser.lower(value))
                wasDigit = false
                isRunStart = false
            } else {
                isRunStart = true
            }
        }
        return StableHash(scalars: output)
    }

    private static let kanjiDigits: [UInt32: UInt32] = {
        var table: [UInt32: UInt32] = [:]
        for (digit, kanji) in "〇一二三四五六七八九".unicodeScalars.enumerated() {
            table[kanji.value] = UInt32(digit)
        }
        table[0x96F6] = 0
        return table
    }()
}

extension NumberForm {
    /// The form of a number as a case or a comment has it in a field of its own; made anew each time, for most comments
    /// quote none.
    init?(written number: String) { self.init(FoldedText(number).scalars) }
}

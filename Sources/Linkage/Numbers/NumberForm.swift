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
        kept.reserveCapacity(scalars.count)
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

    /// Whether the digits alone tell the number, for people who leave the letters off.
    private var hasTellingDigits: Bool { hasLetters && digitCount >= 5 }

    /// The digits alone; `nil` when there are no letters or few digits.
    var digitsOnly: StableHash? {
        hasTellingDigits ? StableHash(scalars: characters.lazy.filter(ScalarClass.isDigit)) : nil
    }

    /// Whether another number is this one without its letters.
    func isSpoken(as other: NumberForm) -> Bool {
        hasTellingDigits && !other.hasLetters && digitCount == other.digitCount
            && characters.lazy.filter(ScalarClass.isDigit).elementsEqual(other.characters)
    }

    /// The last four digits.
    var tail: StableHash? {
        guard digitCount >= 4 else { return nil }
        var digits: [UInt32] = []
        digits.reserveCapacity(4)
        for value in characters.reversed() where ScalarClass.isDigit(value) && digits.count < 4 { digits.append(value) }
        return StableHash(scalars: digits.reversed())
    }

    /// Hashes of the number with one character left out, and of the number itself; empty below six characters.
    ///
    /// Two numbers one edit apart share at least one of these.
    /// Source: symmetric deletion (Bocek, Hunt, Stiller 2007, "Fast similarity search in large dictionaries").
    var slips: [StableHash] {
        guard characters.count >= 6, digitCount >= 5 else { return [] }
        var seen: [StableHash] = []
        seen.reserveCapacity(characters.count + 1)
        seen.append(whole)
        for position in characters.indices {
            if position > 0, characters[position] == characters[position - 1] { continue }
            var hasher = ScalarHasher()
            for other in characters.indices where other != position { hasher.add(characters[other]) }
            seen.append(StableHash(hasher))
        }
        return seen
    }

    /// Value of an ASCII or kanji digit.
    static func digit(_ value: UInt32) -> UInt32? {
        if ScalarClass.isDigit(value) { return value - 0x30 }
        guard value >= 0x3007 else { return nil }
        switch value {
        case 0x3007, 0x96F6: return 0
        case 0x4E00: return 1
        case 0x4E8C: return 2
        case 0x4E09: return 3
        case 0x56DB: return 4
        case 0x4E94: return 5
        case 0x516D: return 6
        case 0x4E03: return 7
        case 0x516B: return 8
        case 0x4E5D: return 9
        default: return nil
        }
    }

    private static func isLetter(_ value: UInt32) -> Bool {
        ScalarClass.isLatin(value) || ScalarClass.isKanji(value) || (ScalarClass.isKana(value) && value != 0x30FC)
    }

    private static func segmentHash(_ scalars: some Collection<UInt32>) -> StableHash {
        var hasher = ScalarHasher()
        var wasDigit = false
        var isRunStart = true
        // Whether nothing but zeros has come of the run of digits.
        var isOpen = false
        for value in scalars {
            if let digit = digit(value) {
                if !wasDigit || isRunStart {
                    hasher.add(0x2D)
                    isOpen = true
                }
                if digit != 0 || !isOpen {
                    hasher.add(0x30 + digit)
                    isOpen = false
                }
                wasDigit = true
                isRunStart = false
            } else if isLetter(value) {
                if wasDigit || isRunStart { hasher.add(0x2D) }
                hasher.add(NameNormaliser.lower(value))
                wasDigit = false
                isRunStart = false
            } else {
                isRunStart = true
            }
        }
        return StableHash(hasher)
    }
}

extension NumberForm {
    /// The form of a number as a case or a comment has it in a field of its own; made anew each time, for most comments
    /// quote none.
    init?(written number: String) { self.init(FoldedText(number).scalars) }
}

/// Tells French, German, Spanish and their like in Windows-1252 or Latin-1, whose letters with marks are one byte each.
enum WesternText {
    /// Whether the bytes beyond ASCII are letters with marks, most of them alone in words of ASCII letters, and marks of
    /// typography; the characters of Asian encodings come in pairs, and by the hundred.
    static func isOne(_ bytes: [UInt8]) -> Bool {
        var (letters, alone, inWords, marks, plain) = (0, 0, 0, 0, 0)
        for (index, byte) in bytes.enumerated() {
            let before = index > 0 ? bytes[index - 1] : 0x20
            let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
            if byte < 0x80 {
                plain += isPlainLetter(byte) ? 1 : 0
            } else if isLetter(byte) {
                let isWithin = isLetter(before) && isLetter(after)
                if isWithin { return false }
                letters += 1
                alone += isLetter(before) || isLetter(after) ? 0 : 1
                inWords += isPlainLetter(before) || isPlainLetter(after) ? 1 : 0
            } else {
                // Superscripts within words are letters of the east of Europe.
                let isLetterThere = isSign(byte) && isPlainLetter(before) && isPlainLetter(after)
                if !isMark(byte) || isLetterThere { return false }
                marks += 1
            }
        }
        return letters > 0 && alone * 2 >= letters && inWords * 10 >= letters * 6 && plain >= 2 * letters
            && marks <= 4 * letters
    }

    /// Whether a byte that stands between two of ASCII is what English has beyond it: a mark of typography, a sign at its
    /// place, or a letter of a foreign word.
    ///
    /// Half-width kana of CP932 have the same bytes, and come in words.
    static func isUsualInEnglish(_ byte: UInt8, before: UInt8, after: UInt8) -> Bool {
        switch byte {
        // Leads of CP932 that are no mark of English.
        case 0x82, 0x84, 0x8A, 0x8B, 0x8C, 0x8E, 0x9A, 0x9B, 0x9C: false
        case 0xA3, 0xA5: isDigit(after) || isDigit(before) || after == 0x20
        case 0xA2: isDigit(before)
        default: isMark(byte) || isLetter(byte) || byte == 0xB1
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isPlainLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    /// The letters of Latin-1 but Ð, Þ, ð, þ and ÿ, which only Icelandic needs; Œ and œ, Š and š, Ž and ž of Windows.
    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0xD0, 0xD7, 0xDE, 0xF0, 0xF7, 0xFE, 0xFF: false
        case 0xC0...0xFF, 0x8C, 0x9C, 0x8A, 0x9A, 0x8E, 0x9E: true
        default: false
        }
    }

    private static func isSign(_ byte: UInt8) -> Bool { (0xA1...0xBF).contains(byte) && byte != 0xAD }

    /// Quotes, dashes, dots, the euro and the other signs of prices, degrees and numbers; the space that does not break.
    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x80, 0x82, 0x84, 0x85, 0x8B, 0x91...0x97, 0x99, 0x9B, 0xA0, 0xA1, 0xA3, 0xA7, 0xA9...0xAB, 0xAD, 0xAE,
            0xB0,
            0xB2, 0xB3, 0xB4, 0xB7, 0xBA...0xBF, 0xD7, 0xF7:
            true
        default: false
        }
    }
}

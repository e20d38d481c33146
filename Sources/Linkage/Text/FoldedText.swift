/// Text brought to one form, as Unicode scalar values: what NFKC does for the characters that occur in names and
/// numbers, plus one dash, one space, and Latin letters without accents.
///
/// Hiragana and katakana stay apart here; names fold them further.
struct FoldedText: Hashable, Sendable {
    private(set) var scalars: [UInt32]

    /// Folds a text; capital letters may stay, for names such as `JohnSmith`.
    init(_ text: String, keepsCase: Bool = false) {
        scalars = []
        scalars.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            let value = scalar.value
            if value < 0x80 {
                append(ascii: value, keepsCase: keepsCase)
            } else {
                append(other: value, keepsCase: keepsCase)
            }
        }
    }

    private mutating func append(ascii value: UInt32, keepsCase: Bool) {
        if value <= 0x20 || value == 0x7F {
            scalars.append(0x20)
        } else if value >= 0x41, value <= 0x5A, !keepsCase {
            scalars.append(value + 0x20)
        } else {
            scalars.append(value)
        }
    }

    private mutating func append(other value: UInt32, keepsCase: Bool) {
        switch value {
        case 0xFF01...0xFF5E: append(ascii: value - 0xFEE0, keepsCase: keepsCase)
        case 0x3000, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x85, 0x2028, 0x2029: scalars.append(0x20)
        case 0x200B...0x200F, 0x2060, 0xFEFF, 0xFE00...0xFE0F, 0xAD, 0x0300...0x036F: break
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0x2500, 0x2043: scalars.append(0x2D)
        case 0x2018, 0x2019, 0xB4: scalars.append(0x27)
        case 0x201C, 0x201D: scalars.append(0x22)
        case 0x2460...0x2468: scalars.append(0x31 + value - 0x2460)
        case 0xFF65...0xFF9F, 0x3099, 0x309A: append(kana: value)
        case 0xC0...0x17F: append(ascii: Self.baseLetter(of: value), keepsCase: keepsCase)
        default: scalars.append(KanjiVariant.modern(value))
        }
    }

    private mutating func append(kana value: UInt32) {
        switch value {
        case 0xFF9E, 0x3099: markLast(Self.voiced)
        case 0xFF9F, 0x309A: markLast(Self.semiVoiced)
        default: scalars.append(Self.fullWidthKana[Int(value - 0xFF65)])
        }
    }

    private mutating func markLast(_ mark: (UInt32) -> UInt32?) {
        guard let last = scalars.last, let marked = mark(last) else { return }
        scalars[scalars.count - 1] = marked
    }

    private static func voiced(_ value: UInt32) -> UInt32? {
        switch value {
        case 0x30AB...0x30C1, 0x304B...0x3061: value % 2 == 1 ? value + 1 : nil
        case 0x30C4, 0x30C6, 0x30C8, 0x3064, 0x3066, 0x3068: value + 1
        case 0x30CF, 0x30D2, 0x30D5, 0x30D8, 0x30DB, 0x306F, 0x3072, 0x3075, 0x3078, 0x307B: value + 1
        case 0x30A6: 0x30F4
        default: nil
        }
    }

    private static func semiVoiced(_ value: UInt32) -> UInt32? {
        switch value {
        case 0x30CF, 0x30D2, 0x30D5, 0x30D8, 0x30DB, 0x306F, 0x3072, 0x3075, 0x3078, 0x307B: value + 2
        default: nil
        }
    }

    private static func baseLetter(of value: UInt32) -> UInt32 {
        UInt32(baseLetters[Int(value - 0xC0)])
    }

    /// Full-width forms of U+FF65…U+FF9D.
    private static let fullWidthKana: [UInt32] = """
        ・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン
        """.unicodeScalars.map(\.value)

    /// Base letters of U+00C0…U+017F.
    private static let baseLetters: [UInt8] = Array(
        """
        AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty\
        AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSs\
        TtTtTtUuUuUuUuUuUuWwYyYZzZzZzs
        """.utf8
    )
}

/// Classes of folded scalars.
enum ScalarClass {
    static func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

    static func isLowerLatin(_ value: UInt32) -> Bool { value >= 0x61 && value <= 0x7A }

    static func isUpperLatin(_ value: UInt32) -> Bool { value >= 0x41 && value <= 0x5A }

    static func isLatin(_ value: UInt32) -> Bool { isLowerLatin(value | 0x20) && value < 0x80 }

    static func isHiragana(_ value: UInt32) -> Bool { value >= 0x3041 && value <= 0x309F }

    static func isKatakana(_ value: UInt32) -> Bool { value >= 0x30A1 && value <= 0x30FE }

    static func isKana(_ value: UInt32) -> Bool { isHiragana(value) || isKatakana(value) }

    static func isKanji(_ value: UInt32) -> Bool {
        (value >= 0x4E00 && value <= 0x9FFF) || value == 0x3005 || (value >= 0x3400 && value <= 0x4DBF)
    }
}

extension [UInt32] {
    /// Whether another array stands somewhere in this one.
    func holds(_ part: [UInt32]) -> Bool {
        guard let first = part.first, count >= part.count else { return part.isEmpty }
        for start in 0...(count - part.count) where self[start] == first {
            var offset = 1
            while offset < part.count, self[start + offset] == part[offset] { offset += 1 }
            if offset == part.count { return true }
        }
        return false
    }
}

/// Text as it is compared: full-width ASCII as ASCII, half-width kana as full-width, letters in lower case.
enum WidthFolding {
    /// The scalars of a text, folded.
    static func scalars(_ text: String) -> [UInt32] {
        var out: [UInt32] = []
        out.reserveCapacity(text.utf8.count)
        if text.unicodeScalars.contains(where: { isCombining($0.value) }) {
            for character in text {
                if let whole = composed[character] {
                    append(whole, to: &out)
                } else {
                    for scalar in character.unicodeScalars { append(scalar.value, to: &out) }
                }
            }
            return out
        }
        for scalar in text.unicodeScalars { append(scalar.value, to: &out) }
        return out
    }

    /// Marks that programs of Apple write behind the letter that they belong to.
    private static func isCombining(_ value: UInt32) -> Bool {
        (0x300...0x36F).contains(value) || value == 0x3099 || value == 0x309A
    }

    /// Letters with their marks as one scalar: characters are equal in whatever form of Unicode they are written.
    private static let composed: [Character: UInt32] = {
        var table: [Character: UInt32] = [:]
        for range in [0xC0...0x24F, 0x1E00...0x1EFF, 0x3041...0x30FF] as [ClosedRange<UInt32>] {
            for value in range {
                if let scalar = Unicode.Scalar(value) { table[Character(scalar)] = value }
            }
        }
        return table
    }()

    static func string(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for value in scalars(text) { if let scalar = Unicode.Scalar(value) { out.append(scalar) } }
        return String(out)
    }

    /// The letters and digits of a name only, folded: `受付 日時`, `Posted-At` and `posted_at` in one form.
    static func key(_ name: String) -> String {
        var out = String.UnicodeScalarView()
        for value in scalars(name) {
            if let scalar = Unicode.Scalar(value), isLetterOrDigit(scalar) { out.append(scalar) }
        }
        return String(out)
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39: true
        case 0..<0x80: false
        // Kana and kanji, without asking the tables of Unicode for each.
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x3400...0x9FFF: true
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    private static func append(_ value: UInt32, to out: inout [UInt32]) {
        switch value {
        case 0x41...0x5A: out.append(value + 0x20)
        case 0..<0x80: out.append(value)
        case 0xFF21...0xFF3A: out.append(value - 0xFEE0 + 0x20)
        case 0xFF01...0xFF5E: out.append(value - 0xFEE0)
        case 0x3000, 0xA0: out.append(0x20)
        case 0xFF61...0xFF9F: appendKana(value, to: &out)
        case 0x2018, 0x2019: out.append(0x27)
        case 0xC0...0x24F, 0x370...0x52F: appendLowercase(value, to: &out)
        default: out.append(value)
        }
    }

    private static func appendLowercase(_ value: UInt32, to out: inout [UInt32]) {
        guard let scalar = Unicode.Scalar(value) else { return }
        for lower in scalar.properties.lowercaseMapping.unicodeScalars { out.append(lower.value) }
    }

    /// U+FF61…U+FF9F in order.
    private static let kana = Array(
        "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜".unicodeScalars
    ).map(\.value)

    private static func appendKana(_ value: UInt32, to out: inout [UInt32]) {
        let full = kana[Int(value - 0xFF61)]
        guard value >= 0xFF9E, let last = out.last else { return out.append(full) }
        // カ…ト and ハ…ホ are followed by their voiced forms; ウ by ヴ far away.
        if value == 0xFF9E, (0x30AB...0x30C8).contains(last) || (0x30CF...0x30DB).contains(last) {
            out[out.count - 1] = last + 1
        } else if value == 0xFF9E, last == 0x30A6 {
            out[out.count - 1] = 0x30F4
        } else if value == 0xFF9F, (0x30CF...0x30DB).contains(last) {
            out[out.count - 1] = last + 2
        } else {
            out.append(full)
        }
    }
}

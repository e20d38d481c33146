/// Finds the encoding of a text by its bytes.
///
/// In this order: byte order mark, escapes of ISO-2022-JP, strict UTF-8, English and other languages of the west in
/// Windows-1252, half-width kana alone, Korean of CP949, Chinese of GB 18030, then CP932 against EUC-JP by plausibility.
/// UTF-16 is never guessed without a mark.
package enum EncodingDetector {
    /// Western Europe on Windows, which holds all of Latin-1.
    static let windows = TextEncoding.named("windows-1252")
    /// How many bytes from the first one that is not ASCII are looked at.
    static let window = 65_536

    /// The encoding a byte order mark names, and the mark's length; of UTF-8 that of all marks, as each of several
    /// programs may have put one before the others'.
    package static func byteOrderMark(_ bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
        var length = 0
        while bytes[length...].starts(with: [0xEF, 0xBB, 0xBF]) { length += 3 }
        if length > 0 { return (.utf8, length) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }

    /// The encoding of bytes without a mark; UTF-8 when nothing else is plausible.
    ///
    /// - Parameter sample: Bytes from the first one that is not plain ASCII, or all of them.
    /// - Returns: UTF-8, ISO-2022-JP, Windows-1252, CP932, CP949, GB 18030 or EUC-JP.
    package static func encoding(of sample: [UInt8]) -> TextEncoding {
        if hasJISEscape(sample) { return .iso2022JP }
        let utf8 = utf8Share(sample)
        if utf8.isStrict { return .utf8 }
        if isWindowsEnglish(sample) || WesternText.isOne(sample) { return windows }
        if isHalfWidthKana(sample) { return .cp932 }
        if isKorean(sample) { return .named("cp949") }
        if isChinese(sample) { return .named("gb18030") }
        let candidates: [(TextEncoding, Plausibility)] = [
            (.cp932, plausibility(sample, trail: cp932Pair)),
            (.eucJP, plausibility(sample, trail: eucPair)),
        ]
        let best = candidates.max { $0.1.perMille < $1.1.perMille }
        guard let best, best.1.perMille >= 600, utf8.validPerMille < 900 else { return .utf8 }
        return best.0
    }

    /// Whether bytes are UTF-8 text beyond ASCII, which no other encoding would give by chance.
    static func isPlainlyUTF8(_ bytes: [UInt8]) -> Bool {
        let share = utf8Share(bytes)
        return share.isStrict && share.sequences >= 2
    }

    /// Whether bytes are UTF-8 with more than so many characters beyond ASCII.
    static func isUTF8(_ bytes: [UInt8], beyond count: Int) -> Bool {
        let share = utf8Share(bytes)
        return share.isStrict && share.sequences > count
    }

    /// Whether hardly any of the characters beyond ASCII are UTF-8, so that a byte that was lost does not change the rest.
    static func isHardlyUTF8(_ bytes: [UInt8]) -> Bool { utf8Share(bytes).validPerMille < 400 }

    /// `ESC $ @`, `ESC $ B` or `ESC ( I` among the bytes.
    static func hasJISEscape(_ bytes: [UInt8]) -> Bool {
        var index = 0
        while index + 2 < bytes.count {
            if bytes[index] == 0x1B {
                let pair = (bytes[index + 1], bytes[index + 2])
                if pair == (0x24, 0x40) || pair == (0x24, 0x42) || pair == (0x28, 0x49) { return true }
            }
            index += 1
        }
        return false
    }

    /// English with the quotes, dashes and signs of Windows-1252, and a foreign word here and there: every high byte is one
    /// of these and stands alone.
    private static func isWindowsEnglish(_ bytes: [UInt8]) -> Bool {
        var (found, kanji) = (0, 0)
        for (index, byte) in bytes.enumerated() where byte >= 0x80 {
            let before = index > 0 ? bytes[index - 1] : 0x20
            let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
            guard before < 0x80, after < 0x80 else { return false }
            guard WesternText.isUsualInEnglish(byte, before: before, after: after) else { return false }
            found += 1
            // A letter with a mark and what follows may be a rare kanji of CP932.
            kanji += byte >= 0xE0 && (0x40...0x7E).contains(after) ? 1 : 0
        }
        let letters = bytes.count { (0x41...0x5A).contains($0 & 0xDF) }
        // Of one mark or two a character of CP932 may be made by chance, of more hardly.
        return found > 0 && kanji * 2 <= found && letters >= found * (found < 3 ? 4 : 2)
    }

    /// Pairs that are syllables of KS X 1001 nearly all, which end at 0xC8, where half of what is usual in Chinese and
    /// nothing of Japanese is.
    private static func isKorean(_ bytes: [UInt8]) -> Bool {
        var (pairs, syllables, index) = (0, 0, 0)
        while index + 1 < bytes.count {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            pairs += 1
            syllables += (0xB0...0xC8).contains(bytes[index]) && bytes[index + 1] >= 0xA1 ? 1 : 0
            index += 2
        }
        return pairs >= 8 && syllables * 20 >= pairs * 19
    }

    /// Half-width kana and nothing else: of EUC-JP, as many bytes would lead kana or be beyond 0xDF.
    private static func isHalfWidthKana(_ bytes: [UInt8]) -> Bool {
        let high = bytes.filter { $0 >= 0x80 }
        guard high.count >= 4, high.allSatisfy({ (0xA1...0xDF).contains($0) }) else { return false }
        return high.count { $0 == 0xA4 || $0 == 0xA5 } * 6 < high.count
    }

    /// Pairs of GB 18030 among which 的, one in twenty-five of Chinese, is frequent, and kana of CP932 and EUC-JP are rare.
    private static func isChinese(_ bytes: [UInt8]) -> Bool {
        var (pairs, broken, kana, possessives, index) = (0, 0, 0, 0, 0)
        while index + 1 < bytes.count {
            let (lead, trail) = (bytes[index], bytes[index + 1])
            guard lead >= 0x80 else {
                index += 1
                continue
            }
            guard (0x81...0xFE).contains(lead), (0x40...0xFE).contains(trail), trail != 0x7F else {
                broken += 1
                index += 1
                continue
            }
            pairs += 1
            kana += [0x82, 0x83, 0xA4, 0xA5].contains(lead) ? 1 : 0
            possessives += (lead, trail) == (0xB5, 0xC4) ? 1 : 0
            index += 2
        }
        return pairs >= 20 && broken * 100 <= pairs && kana * 25 < pairs && possessives * 100 >= pairs
    }

    private static func utf8Share(_ bytes: [UInt8]) -> (isStrict: Bool, sequences: Int, validPerMille: Int) {
        var good = 0
        var bad = 0
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += 1
                continue
            }
            let length = UTF8Sequence.length(in: bytes, at: index)
            if length > 0 {
                good += 1
                index += length
            } else if UTF8Sequence.isCutOff(bytes, at: index) {
                break
            } else {
                bad += 1
                index += 1
            }
        }
        return (bad == 0, good, good + bad == 0 ? 1_000 : good * 1_000 / (good + bad))
    }

    private struct Plausibility {
        var perMille = 0
    }

    /// What a pair of bytes stands for: 2 usual in Japanese, 1 possible, 0 impossible; and how many bytes it takes.
    private typealias Pair = (_ lead: UInt8, _ trail: UInt8) -> (weight: Int, length: Int)

    private static func plausibility(_ bytes: [UInt8], trail pair: Pair) -> Plausibility {
        var usual = 0
        var total = 0
        var index = 0
        while index < bytes.count {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            guard index + 1 < bytes.count else { break }
            let (weight, length) = pair(bytes[index], bytes[index + 1])
            // A broken byte speaks against an encoding more than one good pair speaks for it.
            total += weight == 0 ? 4 : 1
            usual += weight == 2 ? 1 : 0
            index += max(1, length)
        }
        return Plausibility(perMille: total == 0 ? 0 : usual * 1_000 / total)
    }

    /// Kana, punctuation and kanji of level 1 are usual; half-width kana and level 2 are possible.
    private static func cp932Pair(_ lead: UInt8, _ trail: UInt8) -> (weight: Int, length: Int) {
        if (0xA1...0xDF).contains(lead) { return (1, 1) }
        guard (0x81...0x9F).contains(lead) || (0xE0...0xFC).contains(lead) else { return (0, 1) }
        guard (0x40...0x7E).contains(trail) || (0x80...0xFC).contains(trail) else { return (0, 1) }
        return ((0x81...0x83).contains(lead) || (0x88...0x97).contains(lead) ? 2 : 1, 2)
    }

    private static func eucPair(_ lead: UInt8, _ trail: UInt8) -> (weight: Int, length: Int) {
        if lead == 0x8E { return (0xA1...0xDF).contains(trail) ? (1, 2) : (0, 1) }
        if lead == 0x8F { return (0xA1...0xFE).contains(trail) ? (1, 3) : (0, 1) }
        guard (0xA1...0xFE).contains(lead), (0xA1...0xFE).contains(trail) else { return (0, 1) }
        return ((0xA1...0xA5).contains(lead) || (0xB0...0xCF).contains(lead) ? 2 : 1, 2)
    }
}

/// The shape of one UTF-8 sequence, by table 3-7 of the Unicode Standard.
enum UTF8Sequence {
    /// Bytes of the well-formed sequence at an index; 0 when there is none.
    static func length(in bytes: [UInt8], at index: Int) -> Int {
        let lead = bytes[index]
        if lead < 0x80 { return 1 }
        let (count, second) = shape(lead)
        guard count > 0, index + count <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
        for offset in 2..<max(2, count) where bytes[index + offset] & 0xC0 != 0x80 { return 0 }
        return count
    }

    /// Whether the bytes end within a sequence that is well-formed as far as it goes.
    static func isCutOff(_ bytes: [UInt8], at index: Int) -> Bool {
        let (count, second) = shape(bytes[index])
        guard count > 0, index + count > bytes.count else { return false }
        if index + 1 < bytes.count, !second.contains(bytes[index + 1]) { return false }
        return bytes[min(index + 2, bytes.count)...].allSatisfy { $0 & 0xC0 == 0x80 }
    }

    /// Length by the lead byte, and what the second byte may be.
    private static func shape(_ lead: UInt8) -> (count: Int, second: ClosedRange<UInt8>) {
        switch lead {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xE1...0xEF: (3, 0x80...0xBF)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        default: (0, 0x80...0xBF)
        }
    }
}

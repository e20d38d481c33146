/// Writes the many ways of a time in plain ASCII: full-width digits, 年月日, 時分秒, 午前 and 午後, Japanese eras.
enum TimeText {
    /// First year of each era, less one.
    private static let eras: [(name: String, base: Int)] = [
        ("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911), ("明治", 1867),
    ]

    /// The text in ASCII, trimmed; `nil` when it holds something that no time holds.
    ///
    /// `expandsYears`: whether a year of two digits before 年 is one of the common era with all four.
    static func folded(_ text: String, expandsYears: Bool = true) -> [UInt8]? {
        let plain = Array(text.utf8)
        // Most times begin with their year: no words stand around them.
        if let first = plain.first, (0x30...0x39).contains(first), plain.last != 0x29,
            ByteSearch.firstBeyondASCII(plain) == nil
        {
            return trimmed(plain)
        }
        var text = text
        if let era = shortEra(plain) { text = String(decoding: era, as: UTF8.self) }
        text = withoutZoneName(withoutReview(text.hasPrefix("Edited ") ? String(text.dropFirst(7)) : text))
        let bytes = Array(text.utf8)
        if bytes.allSatisfy({ $0 < 0x80 }) { return trimmed(bytes) }
        return foldedSlowly(text, expandsYears)
    }

    /// `R8/2/1`, `H30.4.1` and `R6年3月5日`: the year of the common era for the letter of an era and its year.
    private static func shortEra(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= 6, let base = [0x52: 2018, 0x48: 1988, 0x53: 1925][Int(bytes[0] & 0xDF)] else {
            return nil
        }
        let digits = bytes.dropFirst().prefix { (0x30...0x39).contains($0) }
        guard (1...2).contains(digits.count), let year = Int(String(decoding: digits, as: UTF8.self)), year > 0,
            [0x2E, 0x2F, 0x2D].contains(bytes[1 + digits.count]) || bytes[(1 + digits.count)...].starts(with: "年".utf8)
        else { return nil }
        return Array(String(base + year).utf8) + bytes[(1 + digits.count)...]
    }

    /// Without the words around the date of a review: `2026年2月1日に日本でレビュー済み`, `Reviewed in Japan on 1 May 2026`.
    private static func withoutReview(_ text: String) -> String {
        if text.hasSuffix("レビュー済み"), let end = text.lastIndex(of: "に") { return String(text[..<end]) }
        for word in ["投稿日", "投稿日時", "公開日", "掲載日"] where text.hasPrefix(word) {
            let rest = text.dropFirst(word.count).drop { $0 == ":" || $0 == "：" || $0 == " " || $0 == "\u{3000}" }
            if rest.first?.isNumber == true { return String(rest) }
        }
        for word in ["投稿", "に投稿"] where text.hasSuffix(word) && text.first?.isNumber == true {
            return withoutReview(String(text.dropLast(word.count)))
        }
        guard text.hasPrefix("Reviewed in ") else { return text }
        let words = text.split(separator: " ")
        guard let on = words.lastIndex(of: "on") else { return text }
        return words[(on + 1)...].joined(separator: " ")
    }

    /// Without the long name of a zone in brackets at the end: `GMT+0900 (Japan Standard Time)`.
    private static func withoutZoneName(_ text: String) -> String {
        guard text.utf8.last == 0x29, let open = text.lastIndex(of: "(") else { return text }
        let name = text[text.index(after: open)...].dropLast()
        let hasDigits = name.utf8.contains { (0x30...0x39).contains($0) }
        guard name.count > 4, !hasDigits, !name.hasPrefix("曜", after: 1) else { return text }
        return String(text[..<open])
    }

    private static func foldedSlowly(_ text: String, _ expandsYears: Bool) -> [UInt8]? {
        var out: [UInt8] = []
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            if let (year, next) = eraYear(scalars, at: index) {
                out.append(contentsOf: String(year).utf8)
                index = next
                continue
            }
            if let next = weekday(scalars, at: index) {
                out.append(0x20)
                index = next
                continue
            }
            if expandsYears, scalars[index] == "年" { expandYear(&out) }
            guard let piece = ascii(scalars, &index) else { return nil }
            out.append(contentsOf: piece.utf8)
            index += 1
        }
        return trimmed(out)
    }

    /// Puts the century before two digits at the end, as `yy` in a pattern does.
    private static func expandYear(_ out: inout [UInt8]) {
        let digits = out.reversed().prefix { (0x30...0x39).contains($0) }.count
        guard digits == 2 else { return }
        out.insert(contentsOf: out[out.count - 2] < 0x37 ? "20".utf8 : "19".utf8, at: out.count - 2)
    }

    /// `令和6` or `令和元`, before 年, as a year of the common era.
    private static func eraYear(_ scalars: [Unicode.Scalar], at index: Int) -> (year: Int, next: Int)? {
        for (name, base) in eras where scalars[index...].starts(with: name.unicodeScalars) {
            var next = index + 2
            while next < scalars.count, scalars[next] == " " { next += 1 }
            if next < scalars.count, scalars[next] == "元" { return (base + 1, next + 1) }
            var year = 0
            let start = next
            while next < scalars.count, next < start + 3, let digit = digit(scalars[next]) {
                year = year * 10 + digit
                next += 1
            }
            return next > start && year > 0 ? (base + year, next) : nil
        }
        return nil
    }

    /// `(火)`, `（火曜日）` or `火曜日`: where it ends.
    private static func weekday(_ scalars: [Unicode.Scalar], at index: Int) -> Int? {
        let isOpen = scalars[index] == "(" || scalars[index] == "（"
        var next = isOpen ? index + 1 : index
        guard next < scalars.count, "月火水木金土日".unicodeScalars.contains(scalars[next]) else { return nil }
        next += 1
        let named = scalars[next...].starts(with: "曜".unicodeScalars)
        if named { next += scalars[next...].starts(with: "曜日".unicodeScalars) ? 2 : 1 }
        if isOpen {
            if scalars[min(next, scalars.count)...].starts(with: "・祝".unicodeScalars) { next += 2 }
            guard next < scalars.count, scalars[next] == ")" || scalars[next] == "）" else { return nil }
            return next + 1
        }
        return named ? next : nil
    }

    private static func ascii(_ scalars: [Unicode.Scalar], _ index: inout Int) -> String? {
        let scalar = scalars[index]
        if scalar.isASCII { return String(scalar) }
        if (0xFF01...0xFF5E).contains(scalar.value) { return Unicode.Scalar(scalar.value - 0xFEE0).map { String($0) } }
        switch scalar {
        case "年", "月": return "/"
        case "日": return " "
        case "時", "分": return ":"
        case "秒", "頃", "に": return " "
        case "\u{3000}", "\u{A0}", "\u{202F}": return " "
        case "正" where index + 1 < scalars.count && scalars[index + 1] == "午":
            index += 1
            return " noon "
        case "午" where index + 1 < scalars.count && (scalars[index + 1] == "前" || scalars[index + 1] == "後"):
            index += 1
            return scalars[index] == "前" ? " AM " : " PM "
        default: return nil
        }
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value - 0x30)
        case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
        default: nil
        }
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
        else { return [] }
        return Array(bytes[first...last])
    }
}

extension Substring {
    /// Whether a part stands behind so many characters.
    fileprivate func hasPrefix(_ part: String, after count: Int) -> Bool { dropFirst(count).hasPrefix(part) }
}

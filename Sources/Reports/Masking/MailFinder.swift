/// Finds mail addresses in a text, in characters of either width.
package enum MailFinder {
    /// Whether a mail address stands in a text, such as an id.
    package static func holdsAddress(_ text: String) -> Bool {
        text.utf8.contains { $0 == UInt8(ascii: "@") || $0 == 0xEF } && !finds(in: ScalarText(text)).isEmpty
    }

    static func finds(in text: ScalarText) -> [MaskedRange] {
        let scalars = text.scalars
        return scalars.indices.compactMap { at in
            guard "@＠﹫".unicodeScalars.contains(scalars[at]) else { return nil }
            var start = at
            while start > 0, isLocal(scalars[start - 1]) { start -= 1 }
            // A bracket's mark or a hyphen in front belongs to the sentence.
            while start < at, !isLetterOrDigit(scalars[start]), scalars[start] != "_" { start += 1 }
            var end = at + 1
            while end < scalars.count, isDomain(scalars[end]) { end += 1 }
            // So does a full stop or a hyphen behind the address.
            while end > at + 1, !isLetterOrDigit(scalars[end - 1]) { end -= 1 }
            let isAddress = start < at && endsInName(scalars[at + 1..<end])
            return isAddress ? text.masked(start..<end, sign: "•••@•••") : nil
        }
    }

    /// Whether a domain has a dot with a name of two letters or more behind it, and no dot in front.
    private static func endsInName(_ domain: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let dot = domain.lastIndex(where: isDot), dot > domain.startIndex, let first = domain.first,
            isLetterOrDigit(first)
        else { return false }
        let name = domain[(dot + 1)...]
        return name.count > 1 && name.first.map { DigitGroups.digit($0) == nil } ?? false
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: true
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
        default: false
        }
    }

    private static func isDot(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar == "．" }

    private static func isDomain(_ scalar: Unicode.Scalar) -> Bool {
        isLetterOrDigit(scalar) || isDot(scalar) || scalar == "-" || scalar == "－"
    }

    private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
        isDomain(scalar) || "!#$%&'*+/=?^_`{|}~＿＋".unicodeScalars.contains(scalar)
    }
}

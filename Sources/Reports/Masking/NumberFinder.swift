/// Finds phone and card numbers in a text, however they are grouped.
enum NumberFinder {
    /// The most groups of one number: a card's digits, one by one.
    private static let mostGroups = 19

    static func finds(in text: ScalarText) -> [MaskedRange] {
        var finds: [MaskedRange] = []
        for chain in DigitGroups.chains(in: text) {
            var first = 0
            while first < chain.count {
                guard let (last, sign) = match(chain, from: first, in: text) else {
                    first += 1
                    continue
                }
                let start = opening(of: chain[first], in: text)
                let end = chain[last].range.upperBound
                let whole = sign == phoneSign ? PhoneExtension.end(behind: end, in: text) : end
                finds.append(text.masked(start..<whole, sign: sign))
                first = last + 1
            }
        }
        return finds
    }

    private static let phoneSign = "•••-••••"

    /// The longest number that begins with a group.
    private static func match(
        _ chain: [DigitGroup],
        from first: Int,
        in text: ScalarText
    ) -> (last: Int, sign: String)? {
        let plus = hasPlus(chain[first], in: text)
        for last in (first..<min(chain.count, first + mostGroups)).reversed() {
            let groups = chain[first...last]
            let count = groups.reduce(0) { $0 + $1.digits.count }
            guard (8...19).contains(count) else { continue }
            let shape = NumberShape(groups, hasPlus: plus)
            if shape.isCard { return (last, "•••• ••••") }
            if shape.isPhone, !isCode(groups, isFirst: first == 0, in: text) { return (last, phoneSign) }
        }
        return nil
    }

    /// Whether the digits belong to a model number, a part number or a decimal fraction.
    private static func isCode(_ groups: ArraySlice<DigitGroup>, isFirst: Bool, in text: ScalarText) -> Bool {
        guard let first = groups.first, let last = groups.last else { return false }
        let word = text.latinWord(before: first.range.lowerBound)
        if word.last?.properties.isUppercase == true, !["tel", "fax", "phone", "mobile"].contains(folded(word)) {
            return true
        }
        guard groups.count == 1 else { return false }
        if !isFirst, first.gap == DigitGroup.Gap(mark: .dot, length: 1) { return true }
        let end = last.range.upperBound
        return end < text.scalars.count && text.isLatinLetter(end) && !PhoneExtension.begins(at: end, in: text)
    }

    private static func folded(_ word: [Unicode.Scalar]) -> String {
        NameForms.folded(String(String.UnicodeScalarView(word)))
    }

    private static func hasPlus(_ group: DigitGroup, in text: ScalarText) -> Bool {
        let place = group.range.lowerBound
        return place > 0 && "+＋".unicodeScalars.contains(text.scalars[place - 1])
    }

    /// With the plus sign or the bracket in front.
    private static func opening(of group: DigitGroup, in text: ScalarText) -> Int {
        var place = group.range.lowerBound
        while place > 0, "+＋(（".unicodeScalars.contains(text.scalars[place - 1]) { place -= 1 }
        return place
    }
}

/// The number of an extension behind a phone number: `ext. 12`, `x12`, `内線 12`.
enum PhoneExtension {
    private static let words = ["extension", "ext.", "ext", "内線番号", "内線", "x", "#"].map {
        Array($0.unicodeScalars)
    }
    private static let fillers = " \u{3000},、.:：(（"
    private static let mostFillers = 3
    private static let mostDigits = 6

    static func begins(at place: Int, in text: ScalarText) -> Bool { end(behind: place, in: text) > place }

    /// Where the number ends with its extension; the same place where there is none.
    static func end(behind place: Int, in text: ScalarText) -> Int {
        let word = skipFillers(from: place, in: text)
        let rest = text.scalars[word...].prefix(12).map { $0.properties.lowercaseMapping.unicodeScalars.first ?? $0 }
        guard let found = words.first(where: { rest.starts(with: $0) }) else { return place }
        let first = skipFillers(from: word + found.count, in: text)
        let digits = text.scalars[first...].prefix(mostDigits).prefix { DigitGroups.digit($0) != nil }.count
        return digits == 0 ? place : first + digits
    }

    private static func skipFillers(from place: Int, in text: ScalarText) -> Int {
        place + text.scalars[place...].prefix(mostFillers).prefix { fillers.unicodeScalars.contains($0) }.count
    }
}

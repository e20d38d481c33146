/// Full names of people that a text mentions, for texts in which somebody speaks for a customer.
enum NamesInText {
    /// The names in the order of the text, at most eight.
    static func names(in text: String, by normaliser: NameNormaliser) -> [PersonName] {
        let scalars = Array(FoldedText(text, keepsCase: true).scalars.prefix(longestText))
        let found = latin(in: scalars) + kanji(in: scalars)
        return found.prefix(most).compactMap { letters in
            let name = normaliser.name(String(String.UnicodeScalarView(letters.compactMap(Unicode.Scalar.init))))
            return name.fullKeys.isEmpty ? nil : name
        }
    }

    /// Two neighbouring words with a capital each.
    private static func latin(in scalars: [UInt32]) -> [[UInt32]] {
        var words: [Range<Int>] = []
        var start: Int?
        for position in 0...scalars.count {
            let isLetter = position < scalars.count && isNameLetter(scalars[position])
            if isLetter, start == nil { start = position }
            if !isLetter, let first = start {
                words.append(first..<position)
                start = nil
            }
        }
        return zip(words, words.dropFirst()).compactMap { first, second in
            guard second.lowerBound == first.upperBound + 1, scalars[first.upperBound] == 0x20, first.count >= 2,
                second.count >= 2, ScalarClass.isUpperLatin(scalars[first.lowerBound]),
                ScalarClass.isUpperLatin(scalars[second.lowerBound])
            else { return nil }
            return Array(scalars[first.lowerBound..<second.upperBound])
        }
    }

    /// Runs of three to six kanji, with one space allowed inside; a relation before it is no part: `母の田中花子`.
    private static func kanji(in scalars: [UInt32]) -> [[UInt32]] {
        var runs: [[UInt32]] = []
        var position = 0
        while position < scalars.count {
            var end = position
            var hasSpace = false
            while end < scalars.count {
                if ScalarClass.isKanji(scalars[end]) {
                    end += 1
                } else if !hasSpace, end > position, scalars[end] == 0x20, end + 1 < scalars.count,
                    ScalarClass.isKanji(scalars[end + 1])
                {
                    hasSpace = true
                    end += 1
                } else {
                    break
                }
            }
            if (3...7).contains(end - position) { runs.append(Array(scalars[position..<end])) }
            position = max(end, position + 1)
        }
        return runs
    }

    private static func isNameLetter(_ value: UInt32) -> Bool {
        ScalarClass.isLatin(value) || value == 0x27 || value == 0x2D
    }

    private static let most = 8
    private static let longestText = 2_000
}

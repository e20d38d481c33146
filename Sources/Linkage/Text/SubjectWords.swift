/// The telling words of a text: Latin words and numbers, and pairs of neighbouring kanji and katakana.
enum SubjectWords {
    /// Hashes of the words, each once, ascending; words of fewer than four Latin letters and hiragana tell nothing.
    ///
    /// `hasNumbers`: whether numbers are words; they tell one incident from another of its kind.
    static func hashes(of text: FoldedText, hasNumbers: Bool = true) -> [UInt64] {
        var words: [UInt64] = []
        let scalars = text.scalars
        var position = 0
        while position < scalars.count {
            let value = scalars[position]
            if ScalarClass.isDigit(value) || ScalarClass.isLatin(value) {
                var end = position
                let isNumber = ScalarClass.isDigit(value)
                while end < scalars.count,
                    isNumber
                        ? (ScalarClass.isDigit(scalars[end])
                            || (scalars[end] == 0x2E && end + 1 < scalars.count
                                && ScalarClass.isDigit(scalars[end + 1])))
                        : ScalarClass.isLatin(scalars[end])
                {
                    end += 1
                }
                if isNumber ? hasNumbers : end - position >= 4 {
                    words.append(StableHash(scalars: scalars[position..<end]).value)
                }
                position = end
            } else {
                if position + 1 < scalars.count, isTelling(value), isTelling(scalars[position + 1]) {
                    words.append(StableHash(scalars: scalars[position...(position + 1)]).value)
                }
                position += 1
            }
        }
        return words.sortedDistinct()
    }

    private static func isTelling(_ value: UInt32) -> Bool {
        ScalarClass.isKanji(value) || (ScalarClass.isKatakana(value) && value != 0x30FB)
    }
}

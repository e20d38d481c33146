/// Knows copies of a text: posted twice, or in several places.
package enum TextTwin {
    /// Most comments of one text within a month that are one telling, posted in several places.
    ///
    /// What more people wrote is a set phrase, and would tie together threads that have nothing in common.
    package static let mostCopies = 4

    /// Hash of the letters and digits of a text; `nil` for fewer than 24, or 16 where a letter is a syllable or a word,
    /// which two people may well write alike.
    ///
    /// A leading `re:` does not count, nor do case, spaces and signs.
    static func hash(of text: FoldedText) -> StableHash? {
        var hasher = ScalarHasher()
        var letters = 0
        let start = text.scalars.starts(with: replyMark) ? replyMark.count : 0
        for place in start..<text.scalars.count where isLetter(text.scalars[place]) {
            hasher.add(text.scalars[place])
            letters += 1
        }
        return letters >= (text.script == .syllabic ? 16 : 24) ? StableHash(hasher) : nil
    }

    private static func isLetter(_ value: UInt32) -> Bool {
        ScalarClass.isDigit(value) || ScalarClass.isLatin(value) || ScalarClass.isKana(value)
            || ScalarClass.isKanji(value)
    }

    private static let replyMark = "re:".unicodeScalars.map(\.value)
}

/// What a name or a text is written in, as far as linking cares.
enum Script: UInt64, Hashable, Sendable, CaseIterable {
    /// Kana and kanji: a letter is a syllable or a word.
    case syllabic = 1
    case alphabetic = 2

    /// Of a name: syllabic as soon as one letter is.
    init(ofName letters: [UInt32]) {
        let isSyllabic = letters.contains { ScalarClass.isKana($0) || ScalarClass.isKanji($0) }
        self = isSyllabic ? .syllabic : .alphabetic
    }

    /// Letters from which on part of a product's name tells the product.
    var fewestTellingLetters: Int { self == .syllabic ? 2 : 4 }

    /// Letters past which a text is long for a remark.
    var longRemark: Int { self == .syllabic ? 50 : 110 }
}

extension FoldedText {
    /// What the text is written in; kanji without kana tell nothing.
    var script: Script { scalars.contains(where: ScalarClass.isKana) ? .syllabic : .alphabetic }
}

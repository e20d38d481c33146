import Feedback

/// Cuts the terms of Japanese lists with MeCab; their symbols are lemmas.
struct JapaneseTerms: TermReader {
    let reader: MorphemeReader
    let spellings: LemmaSpellings

    /// Lemmas of a word or run of words, or its surfaces after `=`.
    func symbols(of word: String) -> [String] {
        let isExact = word.hasPrefix("=") && word.utf8.count > 1
        var view = TextView()
        let raw = Array((isExact ? word.dropFirst() : word[...]).utf8)
        raw.withUnsafeBufferPointer { view.read($0, writing: .japanese, glyphTable: .empty) }
        let morphemes = reader.morphemes(of: String(decoding: view.normalised, as: UTF8.self))
        if isExact { return morphemes.map { "=\($0.surface)" } }
        return morphemes.flatMap { spellings.read($0.lemma, $0.wordClass) }
    }

    /// A plain term as one word of the dictionary: alone it may be read as another word than in a text (嫌い as 嫌う).
    func whole(_ term: String, _ steps: [PatternStep]) -> PatternStep? {
        guard !term.utf8.contains(where: { " |<>?*=".utf8.contains($0) }) else { return nil }
        let whole = PatternStep.element(PatternElement(alternatives: [[term]]))
        return steps == [whole] ? nil : whole
    }

    func link(_ draft: inout VocabularyDraft, cueWords: [String]) {
        for (symbol, text) in draft.symbols.texts.enumerated() {
            if text.hasPrefix("="), text.utf8.count > 1 {
                draft.surfaces.append((String(text.dropFirst()), Int32(symbol)))
            } else {
                draft.link(text, to: Int32(symbol), isSame: true)
            }
        }
        for word in cueWords { _ = draft.forms.intern(word) }
        let grammar = Grammar.japanese
        for word in grammar.scaleNames + grammar.scaleJoints { _ = draft.forms.intern(word) }
    }
}

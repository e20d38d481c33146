/// How lemmas of the dictionary are read: other spellings, politeness left out, contractions taken apart.
struct LemmaSpellings: Sendable {
    /// Canonical words by lemma, or by `lemma:class`.
    private var variants: [String: [String]] = [:]

    /// What a variant row writes to leave a word out.
    static let nothing = "_"

    /// Reads the rows of other spellings among rows of one language.
    init(_ entries: [LexiconEntry] = []) {
        for entry in entries where entry.kind == .variant {
            let words = entry.partOfSpeech
            variants[entry.term] = words == Self.nothing ? [] : words.split(separator: " ").map(String.init)
        }
    }

    func read(_ lemma: String, _ wordClass: WordClass) -> [String] {
        variants["\(lemma):\(wordClass)"] ?? variants[lemma] ?? [lemma]
    }
}

/// How lemmas of the dictionary are read: other spellings, politeness left out, contractions taken apart.
struct JapaneseSpellings: Sendable {
    /// Canonical words by lemma, or by `lemma:class`.
    private var variants: [String: [String]] = [:]

    /// What a variant row writes to leave a word out.
    static let nothing = "_"

    mutating func add(_ lemma: String, readAs words: String) {
        variants[lemma] = words == Self.nothing ? [] : words.split(separator: " ").map(String.init)
    }

    func read(_ lemma: String, _ wordClass: WordClass) -> [String] {
        variants["\(lemma):\(wordClass)"] ?? variants[lemma] ?? [lemma]
    }
}

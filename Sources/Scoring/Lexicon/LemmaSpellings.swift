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

    func write(to writer: inout FlatWriter) {
        let lemmas = variants.keys.sorted()
        FlatTexts.write(lemmas, to: &writer)
        FlatTexts.write(lemmas.map { variants[$0, default: []].joined(separator: " ") }, to: &writer)
    }

    init(from reader: inout FlatReader) throws(FlatReader.Damaged) {
        let lemmas = try FlatTexts(from: &reader)
        let words = try FlatTexts(from: &reader)
        guard lemmas.count == words.count else { throw FlatReader.Damaged() }
        for place in 0..<lemmas.count { variants[lemmas[place]] = words[place].split(separator: " ").map(String.init) }
    }

    func read(_ lemma: String, _ wordClass: WordClass) -> [String] {
        variants["\(lemma):\(wordClass)"] ?? variants[lemma] ?? [lemma]
    }
}

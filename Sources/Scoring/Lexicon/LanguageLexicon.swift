import Feedback

/// The compiled entries of one language.
struct LanguageLexicon: Sendable {
    let language: Language
    let vocabulary: Vocabulary
    let trie: PatternTrie
    let entryCount: Int
    let spellings: LemmaSpellings
    /// `nil` when no entry asks for a spelling as it stands.
    let surfaces: SurfaceIndex?
    /// `nil` when no list holds a cue.
    let cues: CueTable?

    init(_ language: Language, from reader: inout FlatReader) throws(FlatReader.Damaged) {
        self.language = language
        entryCount = Int(try reader.number())
        spellings = try LemmaSpellings(from: &reader)
        vocabulary = try Vocabulary(from: &reader)
        trie = try PatternTrie(from: &reader)
        surfaces = try reader.number() > 0 ? SurfaceIndex(from: &reader) : nil
        cues = try reader.number() > 0 ? CueTable(from: &reader) : nil
    }
}

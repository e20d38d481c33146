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

    func deallocate() {
        vocabulary.deallocate()
        trie.deallocate()
        surfaces?.deallocate()
        cues?.deallocate()
    }
}

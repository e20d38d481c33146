/// The compiled entries of one language.
struct LanguageLexicon: Sendable {
    let vocabulary: Vocabulary
    let trie: PatternTrie
    let entryCount: Int

    func deallocate() {
        vocabulary.deallocate()
        trie.deallocate()
    }
}

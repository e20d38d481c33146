/// The scorer: word lists, a dictionary and the rules.
package struct Scorer: Sendable {
    /// Changes whenever the same text with the same lists could score otherwise.
    package static let rulesVersion = "6"

    let lexicon: Lexicon
    let dictionary: JapaneseDictionary

    package init(lexicon: Lexicon, dictionary: JapaneseDictionary) {
        self.lexicon = lexicon
        self.dictionary = dictionary
    }

    /// A worker for one thread.
    ///
    /// - Throws: `ScoringError` with `outOfMemory`.
    package func makeWorker() throws -> ScoringWorker {
        try ScoringWorker(lexicon: lexicon, dictionary: dictionary)
    }
}

import Feedback

/// One language as the scorer knows it: how its texts are told from others, cut into words and read.
///
/// Each language has one conformer, in its own folder; what asks by language is passed one, or finds it in the registry.
protocol LanguageScorer: SendableMetatype {
    static var language: Language { get }
    /// How texts are brought to one form before they are cut.
    static var writing: Writing { get }
    /// What the rules have to know.
    static var grammar: Grammar { get }
    /// What turns sums into valences, while no accepted list has moved the zero point.
    static var measure: Measure { get }

    /// Whether a text with these letters is of this language; `declared` is what its source says.
    static func claim(_ letters: LetterCounts, in raw: UnsafeBufferPointer<UInt8>, declared: Language?) -> LanguageClaim

    /// Whether a sentence of this language stands in a text, beside words of another.
    static func hasSentence(in raw: UnsafeBufferPointer<UInt8>) -> Bool

    /// What reads the terms of word lists; `entries` are the rows of the language.
    ///
    /// - Throws: `ScoringError` with `outOfMemory`.
    static func makeTermReader(
        _ entries: [LexiconEntry],
        _ dictionary: JapaneseDictionary
    ) throws(ScoringError) -> any TermReader

    /// What cuts texts, for one thread; `lexicon` must outlive it, as it reads its arrays in place.
    ///
    /// - Throws: `ScoringError` with `outOfMemory`.
    static func makeTokenizer(
        _ lexicon: LanguageLexicon,
        _ dictionary: JapaneseDictionary
    ) throws(ScoringError) -> any Tokenizer

    /// What finds the words that cues can be learnt from; `entries` are the rows of the language.
    ///
    /// - Throws: `ScoringError` with `outOfMemory`.
    static func makeWordReader(
        _ entries: [LexiconEntry],
        _ dictionary: JapaneseDictionary
    ) throws(ScoringError) -> any WordReader
}

/// What a language says of a text.
enum LanguageClaim {
    /// The text is of this language.
    case own
    /// The text is of a language that nobody here reads, though its letters are ours.
    case foreign
    /// One of the two above, unless a sentence of another language stands in the text.
    case ownOfWords, foreignOfWords
    /// Another language may have it.
    case none
}

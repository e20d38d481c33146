import Feedback

/// English, cut at spaces and signs.
enum EnglishScorer: LanguageScorer {
    static let language = Language.english
    static let writing = Writing()
    static let grammar = Grammar()
    static let measure = Measure(half: 1_000, neutralZone: 60)

    /// Latin letters mean English when it is declared so, unless words of other languages outnumber its own.
    static func claim(
        _ letters: LetterCounts,
        in raw: UnsafeBufferPointer<UInt8>,
        declared: Language?
    ) -> LanguageClaim {
        if letters.latin == 0 { return .none }
        return declared == language || EnglishFunctionWords.prevail(in: raw, accented: letters.accented) ? .own : .none
    }

    static func hasSentence(in raw: UnsafeBufferPointer<UInt8>) -> Bool { EnglishFunctionWords.stand(in: raw) }

    static func makeTermReader(
        _ entries: [LexiconEntry],
        _ dictionary: JapaneseDictionary
    ) throws(ScoringError) -> any TermReader {
        EnglishTerms(entries)
    }

    static func makeTokenizer(
        _ lexicon: LanguageLexicon,
        _ dictionary: JapaneseDictionary
    ) throws(ScoringError) -> any Tokenizer {
        EnglishTokenizer(vocabulary: lexicon.vocabulary)
    }

    static func makeWordReader(
        _ entries: [LexiconEntry],
        _ dictionary: JapaneseDictionary
    ) throws(ScoringError) -> any WordReader {
        EnglishWordReader()
    }
}

import Feedback

/// Japanese, cut with MeCab.
enum JapaneseScorer: LanguageScorer {
    static let language = Language.japanese
    static let writing = Writing.japanese
    static let grammar = Grammar.japanese
    static let measure = Measure(half: 800, neutralZone: 60)

    /// Kana means Japanese, beside many more Latin letters too unless these are sentences: addresses, @names, #tags and
    /// names of products are not.
    ///
    /// Han without kana is Japanese when it is declared so, or has no letter or particle that only Chinese uses.
    static func claim(
        _ letters: LetterCounts,
        in raw: UnsafeBufferPointer<UInt8>,
        declared: Language?
    ) -> LanguageClaim {
        if letters.kana > 0 { return (letters.kana + letters.han) * 4 >= letters.latin ? .own : .ownOfWords }
        if letters.han == 0 { return .none }
        let isChinese = letters.chineseOnly > 0 || letters.chineseParticles * 8 > letters.han
        let isOwn = declared == language || !isChinese
        if letters.han > letters.latin { return isOwn ? .own : .foreign }
        return isOwn ? .ownOfWords : .foreignOfWords
    }

    /// A few words of Japanese among many others are of no other language.
    static func hasSentence(in raw: UnsafeBufferPointer<UInt8>) -> Bool { false }

    static func makeTermReader(
        _ entries: [LexiconEntry],
        _ dictionary: JapaneseDictionary
    ) throws(ScoringError) -> any TermReader {
        JapaneseTerms(reader: try dictionary.makeReader(), spellings: LemmaSpellings(entries))
    }

    static func makeTokenizer(
        _ lexicon: LanguageLexicon,
        _ dictionary: JapaneseDictionary
    ) throws(ScoringError) -> any Tokenizer {
        JapaneseTokenizer(reader: try dictionary.makeReader(), lexicon: lexicon)
    }

    static func makeWordReader(
        _ entries: [LexiconEntry],
        _ dictionary: JapaneseDictionary
    ) throws(ScoringError) -> any WordReader {
        JapaneseWordReader(reader: try dictionary.makeReader(), spellings: LemmaSpellings(entries))
    }
}

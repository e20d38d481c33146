import Feedback

/// The way of one text through view, tokenizer, matcher and rules, with the buffers of the text before.
struct ScoringPass {
    private let glyphs: GlyphTable
    private let terms: [String]
    private var view = TextView()
    private var list = TokenList()
    private var ruleTexts = RuleTexts()
    private var englishTokenizer: EnglishTokenizer
    private var japaneseTokenizer: JapaneseTokenizer
    private let unsaidNegation: UnsaidNegation
    private var englishMatcher: Matcher
    private var japaneseMatcher: Matcher
    private var englishInterpreter: Interpreter
    private var japaneseInterpreter: Interpreter
    private var englishCues: CueReader?
    private var japaneseCues: CueReader?

    /// `lexicon` must outlive the pass, which reads its arrays in place.
    init(lexicon: Lexicon, reader: MorphemeReader) {
        glyphs = lexicon.glyphs
        terms = lexicon.terms
        let records = lexicon.records
        func adjustment(_ language: Language) -> ScoreAdjustment? {
            lexicon.adjustments.first { $0.language == language }
        }
        englishCues = lexicon.englishCues.map(CueReader.init)
        japaneseCues = lexicon.japaneseCues.map(CueReader.init)
        englishTokenizer = EnglishTokenizer(vocabulary: lexicon.english.vocabulary)
        japaneseTokenizer = JapaneseTokenizer(reader: reader, lexicon: lexicon)
        unsaidNegation = UnsaidNegation(lexicon.japanese.vocabulary)
        englishMatcher = Matcher(lexicon: lexicon.english, records: records, coversConditions: false)
        japaneseMatcher = Matcher(lexicon: lexicon.japanese, records: records, coversConditions: true)
        englishInterpreter = Interpreter(
            lexicon: lexicon.english,
            records: records,
            language: .english,
            adjustment: adjustment(.english)
        )
        japaneseInterpreter = Interpreter(
            lexicon: lexicon.japanese,
            records: records,
            language: .japanese,
            adjustment: adjustment(.japanese)
        )
    }

    /// Bytes of a text that are read; the evidence says where the rest was left out.
    ///
    /// Rules look back over a text, so that the time for one grows with the square of its length.
    static let longestText = 1 << 17

    mutating func score(_ raw: UnsafeBufferPointer<UInt8>, declaredLanguage: Language?) -> Score {
        guard raw.count > Self.longestText else { return scoreWhole(raw, declaredLanguage) }
        var end = Self.longestText
        while end > 0, raw[end] & 0xC0 == 0x80 { end -= 1 }
        var score = scoreWhole(UnsafeBufferPointer(rebasing: raw[..<end]), declaredLanguage)
        let rest = ByteRange(start: end, length: raw.count - end)
        score.evidence.append(Evidence(range: rest, entry: "text beyond \(end) bytes", valence: 0, rule: "unread"))
        return score
    }

    private mutating func scoreWhole(_ raw: UnsafeBufferPointer<UInt8>, _ declared: Language?) -> Score {
        let language = LanguageDetector.language(of: raw, declared: declared)
        list.removeAll()
        if case .unknown = language { return scoreGlyphs(raw) }
        view.read(raw, language: language, glyphTable: glyphs)
        if case .japanese = language { return scoreJapanese() }
        return scoreEnglish(raw)
    }

    /// Emoji, emoticons and stars without a word say the same in every language.
    private mutating func scoreGlyphs(_ raw: UnsafeBufferPointer<UInt8>) -> Score {
        let none = Score(language: .unknown, valence: nil)
        view.read(raw, language: .english, glyphTable: glyphs)
        guard !view.glyphs.isEmpty, view.bytes.allSatisfy({ $0 < 0x80 && !$0.isASCIIAlphanumeric }) else { return none }
        var score = scoreEnglish(raw)
        score.language = .unknown
        return score.evidence.isEmpty ? none : score
    }

    /// Words of the last text of a language by their numbers in the table of cues.
    func cueWords(_ language: Language) -> [Int32] { (language == .japanese ? japaneseCues : englishCues)?.words ?? [] }

    private mutating func scoreEnglish(_ raw: UnsafeBufferPointer<UInt8>) -> Score {
        englishTokenizer.tokenize(view.bytes, map: view.map, raw: raw, into: &list)
        englishMatcher.match(list.tokens)
        englishInterpreter.interpret(englishMatcher.found, &list, view.glyphs)
        englishCues?.read(list.tokens, view.bytes, isJapanese: false)
        return englishInterpreter.score(list.tokens, view, terms: terms, cues: englishCues, ruleTexts: &ruleTexts)
    }

    private mutating func scoreJapanese() -> Score {
        japaneseTokenizer.tokenize(view.bytes, map: view.map, into: &list)
        unsaidNegation.mark(&list, view.bytes)
        japaneseMatcher.match(list.tokens)
        japaneseInterpreter.interpret(japaneseMatcher.found, &list, view.glyphs)
        japaneseCues?.read(list.tokens, view.bytes, isJapanese: true)
        return japaneseInterpreter.score(list.tokens, view, terms: terms, cues: japaneseCues, ruleTexts: &ruleTexts)
    }
}

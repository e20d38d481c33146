import Feedback

/// The way of one text through view, tokenizer, matcher and rules, with the buffers of the text before.
struct ScoringPass {
    private let glyphs: GlyphTable
    private let terms: [String]
    private var view = TextView()
    private var list = TokenList()
    private var ruleTexts = RuleTexts()
    private let languages: [Language]
    /// One for each of `languages`.
    private var passes: [LanguagePass] = []

    /// `lexicon` must outlive the pass, which reads its arrays in place.
    init(lexicon: Lexicon, dictionary: JapaneseDictionary) throws(ScoringError) {
        glyphs = lexicon.glyphs
        terms = lexicon.terms
        languages = LanguageRegistry.all.map { $0.language }
        for scorer in LanguageRegistry.all { passes.append(try LanguagePass(scorer, lexicon, dictionary)) }
    }

    mutating func score(_ raw: UnsafeBufferPointer<UInt8>, declaredLanguage: Language?) -> Score {
        let language = LanguageDetector.language(of: raw, declared: declaredLanguage)
        guard let place = languages.firstIndex(of: language) else { return Score(language: .unknown, valence: nil) }
        list.removeAll()
        view.read(raw, language: language, glyphTable: glyphs)
        return passes[place].score(view, raw, &list, terms: terms, ruleTexts: &ruleTexts)
    }

    /// Words of the last text of a language by their numbers in the table of cues.
    func cueWords(_ language: Language) -> [Int32] {
        languages.firstIndex(of: language).flatMap { passes[$0].cues?.words } ?? []
    }
}

import Feedback

/// The way of one text through view, tokenizer, matcher and rules, with the buffers of the text before.
struct ScoringPass {
    private let glyphs: GlyphTable
    private var terms: TermTexts
    private var view = TextView()
    private var list = TokenList()
    private var ruleTexts = RuleTexts()
    private let languages: [Language]
    /// One for each of `languages`.
    private var passes: [LanguagePass] = []

    /// `lexicon` must outlive the pass, which reads its arrays in place.
    init(lexicon: Lexicon, dictionary: JapaneseDictionary) throws(ScoringError) {
        glyphs = lexicon.glyphs
        terms = TermTexts(lexicon.terms)
        languages = LanguageRegistry.all.map { $0.language }
        for scorer in LanguageRegistry.all { passes.append(try LanguagePass(scorer, lexicon, dictionary)) }
    }

    /// Bytes of a text that are read; the evidence says where the rest was left out.
    ///
    /// Bounds the memory for one text, and its sums, which have 32 bits.
    static let longestText = 1 << 20

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
        guard let place = languages.firstIndex(of: language) else { return scoreGlyphs(raw) }
        list.removeAll()
        view.read(raw, writing: passes[place].writing, glyphTable: glyphs)
        var score = passes[place].score(view, raw, &list, terms: &terms, ruleTexts: &ruleTexts)
        if let end = view.ownWordsEnd {
            let rest = ByteRange(start: end, length: raw.count - end)
            score.evidence.append(
                Evidence(range: rest, entry: "older mail, signature or notice", valence: 0, rule: "unread")
            )
        }
        return score
    }

    /// Emoji, emoticons and stars without a word say the same in every language.
    private mutating func scoreGlyphs(_ raw: UnsafeBufferPointer<UInt8>) -> Score {
        let none = Score(language: .unknown, valence: nil)
        guard let place = languages.firstIndex(of: LanguageRegistry.ofGlyphs) else { return none }
        list.removeAll()
        view.read(raw, writing: passes[place].writing, glyphTable: glyphs)
        guard !view.glyphs.isEmpty,
            view.bytes.allSatisfy({ $0 < 0x80 && !$0.isASCIIAlphanumeric })
        else { return none }
        var score = passes[place].score(view, raw, &list, terms: &terms, ruleTexts: &ruleTexts)
        score.language = .unknown
        return score.evidence.isEmpty ? none : score
    }

    /// Words of the last text of a language by their numbers in the table of cues.
    func cueWords(_ language: Language) -> [Int32] {
        languages.firstIndex(of: language).flatMap { passes[$0].cues?.words } ?? []
    }
}

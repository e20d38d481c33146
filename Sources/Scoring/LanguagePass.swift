import Feedback

/// The way of a text of one language from its view to its score, with the buffers of the text before.
struct LanguagePass {
    /// How its texts are brought to one form.
    let writing: Writing
    private var tokenizer: any Tokenizer
    private var matcher: Matcher
    private var interpreter: Interpreter
    /// `nil` when no list holds a cue.
    private(set) var cues: CueReader?

    /// `lexicon` must outlive the pass, which reads its arrays in place.
    init(
        _ scorer: any LanguageScorer.Type,
        _ lexicon: Lexicon,
        _ dictionary: JapaneseDictionary
    ) throws(ScoringError) {
        guard let own = lexicon[scorer.language] else {
            preconditionFailure("a lexicon holds every language of the registry")
        }
        writing = scorer.writing
        tokenizer = try scorer.makeTokenizer(own, dictionary)
        matcher = Matcher(
            lexicon: own,
            records: lexicon.records,
            coversConditions: scorer.grammar.operands == .before
        )
        // The zero point that accepted lists have moved.
        let adjustment = lexicon.adjustments.first { $0.language == scorer.language }
        interpreter = Interpreter(
            lexicon: own,
            records: lexicon.records,
            grammar: scorer.grammar,
            measure: adjustment.map { scorer.measure.moved(bias: $0.bias, neutral: $0.neutral) } ?? scorer.measure
        )
        cues = own.cues.map(CueReader.init)
    }

    mutating func score(
        _ view: TextView,
        _ raw: UnsafeBufferPointer<UInt8>,
        _ list: inout TokenList,
        terms: inout TermTexts,
        ruleTexts: inout RuleTexts
    ) -> Score {
        tokenizer.tokenize(view, raw: raw, into: &list)
        matcher.match(list.tokens)
        interpreter.interpret(matcher.found, &list, view.glyphs)
        cues?.read(list.tokens, view.bytes)
        return interpreter.score(list.tokens, view, terms: &terms, cues: cues, ruleTexts: &ruleTexts)
    }
}

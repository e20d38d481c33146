import Feedback

/// Applies the rules to the entries found in one text.
struct Interpreter {
    let lexicon: LanguageLexicon
    let records: FlatArray<LexiconRecord>
    let language: Language
    let measure: Measure
    var findings: [Finding] = []
    /// Entries that act on others: negators, intensifiers, contrasts, hedges, conditions.
    var operators: [Match] = []
    /// Thousandths by clause.
    var clauseWeights: [Int32] = []
    var clauseIsHandling: [Bool] = []

    init(lexicon: LanguageLexicon, records: FlatArray<LexiconRecord>, language: Language) {
        self.lexicon = lexicon
        self.records = records
        self.language = language
        measure = Measure(language)
    }

    /// Makes findings of matches and lets every rule act, in an order that is part of the scorer's version.
    mutating func interpret(
        _ matches: [Match],
        overlaid: [Match],
        _ tokens: inout [Token],
        _ glyphs: [TextView.Glyph]
    ) {
        findings.removeAll(keepingCapacity: true)
        operators.removeAll(keepingCapacity: true)
        readClauses(matches, &tokens)
        for match in matches { sort(match, tokens) }
        addGlyphs(tokens, glyphs)
        addRatings(tokens)
        findings.sort { $0.start != $1.start ? $0.start < $1.start : $0.end < $1.end }
        applyAffixes(matches)
        applySpelling(tokens)
        for match in operators where kind(match) == .intensifier { intensify(match, tokens) }
        for match in operators where kind(match) == .negator { negate(match, tokens) }
        for match in operators where kind(match) == .conditional { condition(match, tokens) }
        for match in overlaid { condition(match, tokens) }
        if language == .japanese { applyOrders(tokens) }
        for match in operators where kind(match) == .hedge { hedge(match, tokens) }
        applyQuestions(tokens)
        applyThanks(tokens)
        for match in operators where kind(match) == .contrast { contrast(match, tokens) }
        settle()
    }

    func kind(_ match: Match) -> EntryKind { records[match.entry].kind }

    func record(_ match: Match) -> LexiconRecord { records[match.entry] }

    @inline(__always)
    func classes(_ token: Token) -> SymbolClasses {
        token.form < 0 ? [] : lexicon.vocabulary.records[token.form].classes
    }

    private mutating func sort(_ match: Match, _ tokens: [Token]) {
        let record = record(match)
        switch record.kind {
        case .negator, .intensifier, .contrast, .hedge, .conditional:
            operators.append(match)
            if record.kind == .negator || (!record.hasValence && record.facet == nil && record.signal == nil) { return }
        case .blocker, .classMember, .variant: return
        case .lemma, .phrase, .affix, .emoji, .emoticon, .courtesyFormula, .irony: break
        }
        let token = tokens[Int(match.start)]
        findings.append(
            Finding(
                entry: match.entry,
                kind: record.kind,
                start: match.start,
                end: match.end,
                clause: token.clause,
                sentence: token.sentence,
                valence: record.valence,
                facet: record.facet,
                polarity: record.polarity,
                second: record.second,
                third: record.third,
                signal: record.signal,
                rules: record.kind == .courtesyFormula ? .courtesy : record.kind == .irony ? .irony : []
            )
        )
    }

    private mutating func addGlyphs(_ tokens: [Token], _ glyphs: [TextView.Glyph]) {
        for (place, token) in tokens.enumerated() where token.glyph >= 0 {
            let glyph = glyphs[Int(token.glyph)]
            var finding = Finding(
                entry: -1,
                kind: .emoji,
                start: Int32(place),
                end: Int32(place + 1),
                clause: token.clause,
                sentence: token.sentence,
                valence: 0,
                facet: nil,
                polarity: .bare,
                signal: nil
            )
            if glyph.entry >= 0 {
                let record = records[glyph.entry]
                finding = Finding(
                    entry: glyph.entry,
                    kind: record.kind,
                    start: Int32(place),
                    end: Int32(place + 1),
                    clause: token.clause,
                    sentence: token.sentence,
                    valence: record.valence,
                    facet: record.facet,
                    polarity: record.polarity,
                    signal: record.signal
                )
                if glyph.count > 1 {
                    finding.valence = finding.valence * 1_200 / 1_000
                    finding.rules.insert(.repetition)
                }
            } else {
                finding.valence = measure.valence(ofRating: -1 - glyph.entry)
                finding.rules = .rating
            }
            findings.append(finding)
        }
    }
}

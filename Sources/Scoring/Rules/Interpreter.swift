import Feedback

/// Applies the rules to the entries found in one text.
struct Interpreter {
    let lexicon: LanguageLexicon
    let records: FlatArray<LexiconRecord>
    let grammar: Grammar
    let measure: Measure
    var findings: [Finding] = []
    /// Entries that act on others: negators, intensifiers, contrasts, hedges, conditions.
    var operators: [Match] = []
    /// Thousandths by clause; empty while no clause is weakened.
    var clauseWeights: [Int32] = []
    /// Whether each clause speaks of staff or handling; empty when none does.
    var clauseIsHandling: [Bool] = []
    /// Words that ratings are written with.
    let ratingWords: RatingWords

    init(lexicon: LanguageLexicon, records: FlatArray<LexiconRecord>, grammar: Grammar, measure: Measure) {
        self.lexicon = lexicon
        self.records = records
        self.grammar = grammar
        self.measure = measure
        ratingWords = RatingWords(lexicon.vocabulary, grammar)
    }

    /// Makes findings of matches and lets every rule act, in an order that is part of the scorer's version.
    mutating func interpret(
        _ found: MatchList,
        _ list: inout TokenList,
        _ glyphs: [TextView.Glyph]
    ) {
        findings.removeAll(keepingCapacity: true)
        operators.removeAll(keepingCapacity: true)
        clauseWeights.removeAll(keepingCapacity: true)
        splitClauses(found.matches, &list)
        find(found.matches, list, glyphs)
        for beside in found.besides { add(beside.lost, beside: beside.host) }
        dropEnclosedPraise()
        applySpelling(list)
        applyOperators(found.overlaid, list)
        applyQuestions(list)
        applyThanks(list)
        applyOthers(list)
        applyFrames(found.events, list)
        applyIrony(list)
        applyContrasts(list)
        settle(list)
        findHandling(list)
    }

    /// Makes findings of entries, glyphs and ratings, in the order of the text.
    private mutating func find(_ matches: [Match], _ list: TokenList, _ glyphs: [TextView.Glyph]) {
        var holdsAffix = false
        for match in matches {
            sort(match, list.tokens)
            if kind(match) == .affix { holdsAffix = true }
        }
        if !glyphs.isEmpty || list.holdsNumber {
            if !glyphs.isEmpty { addGlyphs(list.tokens, glyphs) }
            if list.holdsNumber { addRatings(list.tokens) }
        }
        if holdsAffix { applyAffixes(matches) }
    }

    private mutating func applyOperators(_ overlaid: [Match], _ list: TokenList) {
        let tokens = list.tokens
        for match in operators where kind(match) == .intensifier { intensify(match, tokens) }
        applyNegators(tokens)
        for match in operators where kind(match) == .conditional { condition(match, tokens) }
        for match in overlaid { condition(match, tokens) }
        if list.marks.contains(.imperative) { applyOrders(tokens) }
        for match in operators where kind(match) == .hedge { hedge(match, tokens) }
    }

    func kind(_ match: Match) -> EntryKind { records[match.entry].kind }

    func record(_ match: Match) -> LexiconRecord { records[match.entry] }

    private mutating func sort(_ match: Match, _ tokens: [Token]) {
        let record = record(match)
        switch record.kind {
        case .contrast where record.hasValence && endsClause(match, tokens):
            guard endsSentence(match, tokens) else {
                operators.append(match)
                return
            }
        case .negator, .intensifier, .contrast, .hedge, .conditional:
            operators.append(match)
            if record.kind == .negator || (!record.hasValence && record.facet == nil && record.signal == nil) { return }
        case .blocker, .classMember, .variant, .cue, .event: return
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
                mask: match.mask,
                rules: record.kind == .courtesyFormula ? .courtesy : record.kind == .irony ? .irony : []
            )
        )
    }

    /// Adds the facet of an entry to the finding that took a word of it.
    private mutating func add(_ lost: Match, beside host: Match) {
        guard let facet = record(lost).facet,
            let place = findings[firstFinding(from: host.start)...].firstIndex(where: {
                $0.start == host.start && $0.entry == host.entry
            })
        else { return }
        let claim = FacetClaim(facet: facet, polarity: record(lost).polarity)
        findings[place].beside = Finding.Beside(entry: lost.entry, start: lost.start, end: lost.end, claim: claim)
        findings[place].rules.insert(.beside)
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
        sortFindings()
    }
}

import Feedback

extension Interpreter {
    /// What the rules have made of a text, as a score.
    ///
    /// `view`: the text the tokens are of.
    /// `terms`: terms of all entries.
    /// `cues`: those of the text, when accepted lists hold any.
    func score(
        _ tokens: [Token],
        _ view: TextView,
        terms: inout TermTexts,
        cues: CueReader?,
        ruleTexts: inout RuleTexts
    ) -> Score {
        var score = Score(language: lexicon.language, valence: nil)
        score.evidence.reserveCapacity(findings.count)
        var sum: Int32 = 0
        var handlingSum: Int32 = 0
        for finding in findings {
            let valence = weighted(finding)
            sum += valence
            if !clauseIsHandling.isEmpty, clauseIsHandling[Int(finding.clause)] { handlingSum += valence }
            let range = self.range(finding.start, finding.end, tokens, view)
            let term = finding.entry >= 0 ? terms[finding.entry] : "rating"
            if finding.statesFacet {
                addFacets(finding, range, term, &score)
                if let beside = finding.beside {
                    let range = self.range(beside.start, beside.end, tokens, view)
                    addFacet(beside.claim, range, terms[beside.entry], &score)
                }
            }
            if let signal = finding.signal {
                score.signals.append(SignalMention(signal: signal, range: range, entry: term))
            }
            if valence != 0 || !finding.rules.isEmpty {
                let rule = ruleTexts[finding.rules]
                score.evidence.append(Evidence(range: range, entry: term, valence: Int(valence), rule: rule))
            }
        }
        let added = cues?.sums { _ in true } ?? CueReader.Sums()
        let whole = measure.bias + sum + added.valence
        let calm = measure.calm + added.calm
        score.valence = measure.valence(ofSum: whole, calm: calm)
        if clauseIsHandling.contains(true) {
            let own = cues?.sums { clauseIsHandling[Int(tokens[Int($0)].clause)] } ?? CueReader.Sums()
            let sum = measure.bias + handlingSum + own.valence
            score.handlingValence = measure.valence(ofSum: sum, calm: measure.calm + own.calm)
        }
        cues?.addClaims(tokens, view, &score)
        cues?.explain(sum: whole, calm: calm, base: measure.calm, tokens, view, &score)
        score.addBias(measure.bias + measure.calmed(whole, by: calm, part: measure.calm))
        return score
    }

    private func range(_ start: Int32, _ end: Int32, _ tokens: [Token], _ view: TextView) -> ByteRange {
        view.range(Int(tokens[Int(start)].start), Int(tokens[Int(end) - 1].end))
    }

    private func addFacets(_ finding: Finding, _ range: ByteRange, _ term: String, _ score: inout Score) {
        if let facet = finding.facet {
            addFacet(FacetClaim(facet: facet, polarity: finding.polarity), range, term, &score)
        }
        if let claim = finding.second { addFacet(claim, range, term, &score) }
        if let claim = finding.third { addFacet(claim, range, term, &score) }
    }

    private func addFacet(_ claim: FacetClaim, _ range: ByteRange, _ term: String, _ score: inout Score) {
        score.facets.append(FacetMention(facet: claim.facet, polarity: claim.polarity, range: range, entry: term))
    }
}

/// Names of rules as evidence gives them, put together once for each set that occurs.
struct RuleTexts {
    private var texts: [RuleNames: String] = [:]

    subscript(rules: RuleNames) -> String {
        mutating get {
            if rules.isEmpty { return rules.text }
            if let known = texts[rules] { return known }
            let text = rules.text
            texts[rules] = text
            return text
        }
    }
}

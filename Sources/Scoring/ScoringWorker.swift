package import Feedback

/// Scores texts on one thread; keeps the buffers of the text before.
package final class ScoringWorker {
    private let lexicon: Lexicon
    private var view = TextView()
    private var tokens: [Token] = []
    /// Zero points that accepted lists have moved.
    private let adjusted: [Language: Measure]
    private var ruleTexts: [RuleNames: String] = [:]
    private var englishTokenizer: EnglishTokenizer
    private var japaneseTokenizer: JapaneseTokenizer
    private var englishMatcher: Matcher
    private var japaneseMatcher: Matcher
    private var englishInterpreter: Interpreter
    private var japaneseInterpreter: Interpreter

    init(lexicon: Lexicon, reader: MorphemeReader) {
        self.lexicon = lexicon
        adjusted = Dictionary(lexicon.adjustments.map { ($0.language, Measure($0)) }) { first, _ in first }
        englishTokenizer = EnglishTokenizer(vocabulary: lexicon.english.vocabulary)
        japaneseTokenizer = JapaneseTokenizer(reader: reader, lexicon: lexicon)
        englishMatcher = Matcher(lexicon: lexicon.english, records: lexicon.records, coversConditions: false)
        japaneseMatcher = Matcher(lexicon: lexicon.japanese, records: lexicon.records, coversConditions: true)
        englishInterpreter = Interpreter(lexicon: lexicon.english, records: lexicon.records, language: .english)
        japaneseInterpreter = Interpreter(lexicon: lexicon.japanese, records: lexicon.records, language: .japanese)
    }

    package func score(_ text: String, declaredLanguage: Language?) -> Score {
        score(Array(text.utf8), declaredLanguage: declaredLanguage)
    }

    /// Scores one text.
    ///
    /// - Parameters:
    ///   - text: UTF-8; malformed bytes count as spaces.
    ///   - declaredLanguage: what the source says; the script of the text may overrule it.
    /// - Returns: ranges are bytes of `text`.
    package func score(_ text: [UInt8], declaredLanguage: Language?) -> Score {
        text.withUnsafeBufferPointer { raw in
            let language = LanguageDetector.language(of: raw, declared: declaredLanguage)
            guard language != .unknown else { return Score(language: .unknown, valence: nil) }
            tokens.removeAll(keepingCapacity: true)
            view.read(raw, language: language, glyphTable: lexicon.glyphs)
            if language == .japanese {
                japaneseTokenizer.tokenize(view.bytes, map: view.map, into: &tokens)
                japaneseMatcher.match(tokens)
                japaneseInterpreter.interpret(
                    japaneseMatcher.matches,
                    overlaid: japaneseMatcher.overlaid,
                    &tokens,
                    view.glyphs
                )
                return result(japaneseInterpreter)
            }
            englishTokenizer.tokenize(view.bytes, map: view.map, raw: raw, into: &tokens)
            englishMatcher.match(tokens)
            englishInterpreter.interpret(
                englishMatcher.matches,
                overlaid: englishMatcher.overlaid,
                &tokens,
                view.glyphs
            )
            return result(englishInterpreter)
        }
    }

    private func result(_ interpreter: Interpreter) -> Score {
        let measure = adjusted[interpreter.language] ?? interpreter.measure
        var score = Score(
            language: interpreter.language,
            valence: measure.valence(ofSum: measure.bias + interpreter.sum { _ in true })
        )
        var isHandling = interpreter.clauseIsHandling
        for finding in interpreter.findings where finding.facet != nil { isHandling[Int(finding.clause)] = true }
        if isHandling.contains(true) {
            score.handlingValence = measure.valence(ofSum: interpreter.sum { isHandling[Int($0.clause)] })
        }
        score.evidence.reserveCapacity(interpreter.findings.count)
        for finding in interpreter.findings { add(finding, interpreter, &score) }
        score.addBias(measure.bias)
        return score
    }

    private func ruleText(_ rules: RuleNames) -> String {
        if let known = ruleTexts[rules] { return known }
        let text = rules.text
        ruleTexts[rules] = text
        return text
    }

    private func add(_ finding: Finding, _ interpreter: Interpreter, _ score: inout Score) {
        let range = view.range(Int(tokens[Int(finding.start)].start), Int(tokens[Int(finding.end) - 1].end))
        let term = finding.entry >= 0 ? lexicon.terms[Int(finding.entry)] : "rating"
        if let facet = finding.facet {
            score.facets.append(FacetMention(facet: facet, polarity: finding.polarity, range: range, entry: term))
        }
        for claim in [finding.second, finding.third] {
            guard let claim else { continue }
            score.facets.append(FacetMention(facet: claim.facet, polarity: claim.polarity, range: range, entry: term))
        }
        if let signal = finding.signal {
            score.signals.append(SignalMention(signal: signal, range: range, entry: term))
        }
        let valence = Int(interpreter.weighted(finding))
        if valence != 0 || !finding.rules.isEmpty {
            score.evidence.append(Evidence(range: range, entry: term, valence: valence, rule: ruleText(finding.rules)))
        }
    }
}

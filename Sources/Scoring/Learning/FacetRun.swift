package import Feedback

/// Learns from texts with labelled facets and signals of one language, with every figure measured on texts held out.
///
/// What is learnt only adds: a facet that entries tell of stays as they tell it.
package struct FacetRun: Sendable {
    package let language: Language
    package let count: Int
    /// What is proposed, by what it speaks for and term; none unless it helps on texts held out.
    package let cues: [FacetCue]
    /// The lists in use, and with what was learnt of other texts.
    package let before: ClaimAgreement
    package let after: ClaimAgreement
    /// What was learnt, with what it added to texts held out, rightly and wrongly.
    package let added: [Added]

    package struct Added: Hashable, Sendable {
        package let claim: CueClaim
        package var right = 0
        package var wrong = 0
        /// Whether it is more often right than wrong, and so proposed.
        package var helps: Bool { right > wrong }
    }

    /// Learns cues.
    ///
    /// - Parameters:
    ///   - texts: of any language; other languages than the one asked for are passed over.
    ///   - language: of what is learnt.
    ///   - shipped: rows of the word lists in use, in their order.
    ///   - dictionary: with which texts are cut into words, in languages that need one.
    ///   - options: what learning is careful about.
    ///   - isBarred: tells words that no cue may hold, such as names of brands.
    ///   - progress: is told how many of how many folds are done.
    /// - Throws: `LearningError` when there are too few texts; `ScoringError` when a word list cannot be compiled.
    package init(
        texts: [FacetText],
        language: Language,
        shipped: [LexiconEntry],
        dictionary: JapaneseDictionary,
        options: LearningOptions = LearningOptions(),
        isBarred: (String) -> Bool = { _ in false },
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws {
        var claims: [String: Set<CueClaim>] = [:]
        for text in texts where text.language == language { claims[text.text, default: []].formUnion(text.claims) }
        guard claims.count >= options.leastTexts else {
            throw LearningError.tooFew(count: claims.count, needed: options.leastTexts)
        }
        let corpus = try LearningCorpus(
            claims.keys.map { LabelledText(id: $0, text: $0, language: language, label: 0) },
            language: language,
            shipped: shipped.filter { $0.language == language || $0.kind.isGlyph },
            dictionary: dictionary,
            options: options,
            isBarred: isBarred
        )
        let wanted = corpus.texts.map { claims[$0.text] ?? [] }
        let learner = FacetLearner(corpus: corpus, wanted: wanted)
        var additions = [Set<CueClaim>](repeating: [], count: wanted.count)
        for fold in 0..<options.foldCount {
            progress(fold, options.foldCount + 1)
            let seen = wanted.indices.filter { corpus.folds[$0] != fold }
            let rules = Self.rules(learner, seen)
            for row in wanted.indices where corpus.folds[row] == fold {
                additions[row] = Self.added(row, rules, learner)
            }
        }
        var added = CueClaim.all.map { Added(claim: $0) }
        for row in wanted.indices {
            for claim in additions[row] {
                if wanted[row].contains(claim) {
                    added[Int(claim.number)].right += 1
                } else {
                    added[Int(claim.number)].wrong += 1
                }
            }
        }
        let helpful = Set(added.filter(\.helps).map(\.claim))
        var (before, after) = (ClaimAgreement(), ClaimAgreement())
        for row in wanted.indices {
            let told = corpus.shippedClaims[row]
            before.add(told: told, wanted: wanted[row])
            after.add(told: told.union(additions[row].intersection(helpful)), wanted: wanted[row])
        }
        progress(options.foldCount, options.foldCount + 1)
        cues =
            after.f1 > before.f1
            ? CueClaim.all.filter(helpful.contains).flatMap { claim in
                learner.weights(of: claim, in: Array(wanted.indices)).map { weight in
                    FacetCue(
                        term: corpus.terms[Int(weight.term)],
                        claim: claim,
                        points: Int(weight.points),
                        count: weight.count,
                        telling: weight.telling
                    )
                }
            } : []
        self.language = language
        count = wanted.count
        self.before = before
        self.after = after
        self.added = added.filter { $0.right + $0.wrong > 0 }
        progress(options.foldCount + 1, options.foldCount + 1)
    }

    private typealias Rules = [(claim: CueClaim, weights: [Int32: Int32])]

    private static func rules(_ learner: FacetLearner, _ seen: [Int]) -> Rules {
        CueClaim.all.compactMap { claim in
            let weights = learner.weights(of: claim, in: seen)
            if weights.isEmpty { return nil }
            return (claim, Dictionary(uniqueKeysWithValues: weights.map { ($0.term, $0.points) }))
        }
    }

    /// What the scorer would add to a text: nothing that entries tell of, and of blame and praise the greater.
    private static func added(_ row: Int, _ rules: Rules, _ learner: FacetLearner) -> Set<CueClaim> {
        var sums: [CueClaim: Int32] = [:]
        for rule in rules { sums[rule.claim] = learner.points(row, rule.weights) }
        let told = learner.corpus.shippedClaims[row]
        return Set(
            sums.filter { claim, sum in
                guard sum >= CueReader.enough, !told.contains(claim), !told.contains(claim.opposite) else {
                    return false
                }
                let other = claim.opposite == claim ? Int32.min : sums[claim.opposite] ?? .min
                return sum > other || sum == other && claim.polarity == .negative
            }
            .keys
        )
    }
}

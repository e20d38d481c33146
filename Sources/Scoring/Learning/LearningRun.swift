package import Feedback

/// Learns from labelled texts of one language, with every figure measured on texts held out.
package struct LearningRun: Sendable {
    /// What is proposed, by term.
    package private(set) var entries: [LearnedEntry]
    package let adjustment: ScoreAdjustment
    package let language: Language
    /// Texts learnt from.
    package let count: Int
    /// The shipped rows, and the proposals of each fold on the texts it did not see.
    package let before: ClassAgreement
    package let after: ClassAgreement
    /// Classes by text with the shipped rows and with the whole proposal, in the order of the texts given.
    package let classesBefore: [Int]
    package let classesAfter: [Int]

    /// Learns rows and borders.
    ///
    /// - Parameters:
    ///   - texts: of any language; other languages than the one asked for are passed over.
    ///   - language: of what is learnt.
    ///   - shipped: rows of the word lists in use, in their order.
    ///   - dictionary: with which Japanese terms are cut into words.
    ///   - options: what learning is careful about.
    /// - Throws: `ScoringError` when a word list cannot be compiled.
    package init(
        texts: [LabelledText],
        language: Language,
        shipped: [LexiconEntry],
        dictionary: JapaneseDictionary,
        options: LearningOptions = LearningOptions()
    ) throws {
        let texts = texts.filter { $0.language == language }
        let learner = LexiconLearner(shipped: shipped, dictionary: dictionary, language: language, options: options)
        let scorer = try learner.scorer([])
        let reader = try LemmaReader(scorer)
        let words = texts.map { reader.runs(of: $0.text, language: language) }
        let worker = try scorer.makeWorker()
        let shippedScores = texts.map { worker.score($0.text, declaredLanguage: language) }
        let folds = texts.map { $0.fold(of: options.foldCount) }
        var heldOut = [Int](repeating: 0, count: texts.count)
        var proposals: [[LearnedEntry]] = []
        for fold in 0..<options.foldCount {
            let seen = texts.indices.filter { folds[$0] != fold }
            let learnt = try learner.learn(texts, seen: seen, words: words, before: shippedScores)
            proposals.append(learnt.entries)
            for place in texts.indices where folds[place] == fold { heldOut[place] = learnt.sums[place] }
        }
        let labels = texts.map(\.label)
        let width = labels.contains(0) ? nil : 120
        func borders(where isIncluded: (Int) -> Bool) -> ClassBorders {
            ClassBorders.best(texts.indices.filter(isIncluded).map { (heldOut[$0], labels[$0]) }, width: width)
        }
        let foldBorders = (0..<options.foldCount).map { fold in borders { folds[$0] != fold } }
        let final = borders { _ in true }
        let whole = try learner.learn(texts, seen: Array(texts.indices), words: words, before: shippedScores)
        entries = whole.entries
        adjustment = ScoreAdjustment(borders: final, language: language)
        self.language = language
        count = texts.count
        classesBefore = shippedScores.map(\.label)
        classesAfter = whole.sums.map(final.label)
        before = ClassAgreement(zip(classesBefore, labels).map { ($0, $1) })
        after = ClassAgreement(
            texts.indices.map { (foldBorders[folds[$0]].label(heldOut[$0]), labels[$0]) }
        )
        count(agreementOf: proposals)
    }

    private mutating func count(agreementOf proposals: [[LearnedEntry]]) {
        let signs = proposals.map { proposal in
            Dictionary(uniqueKeysWithValues: proposal.map { ($0.term, $0.change.signum()) })
        }
        for place in entries.indices {
            entries[place].foldCount = proposals.count
            entries[place].agreement = signs.count { $0[entries[place].term] == entries[place].change.signum() }
        }
    }
}

extension Score {
    /// −1, 0 or 1 at the threshold of 50 thousandths.
    var label: Int {
        let value = valence ?? 0
        return value <= -50 ? -1 : value >= 50 ? 1 : 0
    }
}

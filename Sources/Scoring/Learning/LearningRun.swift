package import Feedback

/// Learns from labelled texts of one language, with every figure measured on texts held out.
///
/// Three things are tried: what is in use, the same with other borders between the classes, and cues beside it. The
/// simplest counts that none of the others beats by more than chance would.
package struct LearningRun: Sendable {
    /// What was found best.
    package enum Choice: String, Hashable, Sendable {
        case nothing, borders, cues
    }

    package let choice: Choice
    /// What is proposed, by term; none unless cues are the choice.
    package let cues: [LearnedCue]
    package let adjustment: ScoreAdjustment
    package let language: Language
    /// Texts learnt from.
    package let count: Int
    /// Texts of the classes −1, 0 and 1.
    package let classCounts: [Int]
    /// The shipped rows, other borders, cues, and what was chosen of them, each on the texts it did not see.
    package let before: ClassAgreement
    package let withBorders: ClassAgreement
    package let withCues: ClassAgreement
    package let after: ClassAgreement

    /// Learns cues and borders.
    ///
    /// - Parameters:
    ///   - texts: of any language; other languages than the one asked for are passed over.
    ///   - language: of what is learnt.
    ///   - shipped: rows of the word lists in use, in their order.
    ///   - dictionary: with which texts are cut into words, in languages that need one.
    ///   - options: what learning is careful about.
    ///   - isBarred: tells words that no cue may hold, such as names of brands.
    ///   - progress: is told how many of how many fits are done.
    /// - Throws: `LearningError` when the texts cannot teach anything; `ScoringError` when a word list cannot be compiled.
    package init(
        texts: [LabelledText],
        language: Language,
        shipped: [LexiconEntry],
        dictionary: JapaneseDictionary,
        options: LearningOptions = LearningOptions(),
        isBarred: (String) -> Bool = { _ in false },
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws {
        let own = texts.filter { $0.language == language }
        try LearningError.check(own, options)
        let rows = shipped.filter { $0.language == language || $0.kind.isGlyph }
        let corpus = try LearningCorpus(
            own,
            language: language,
            shipped: rows,
            dictionary: dictionary,
            options: options,
            isBarred: isBarred
        )
        let trial = LearningTrial(corpus: corpus, options: options)
        let width = corpus.labels.contains(0) ? nil : 120
        let shippedResult = trial.shipped()
        let borders = trial.borders(width: width)
        var best = trial.cues(penalty: options.penalties[0])
        var penalty = options.penalties[0]
        for (place, next) in options.penalties.enumerated().dropFirst() {
            progress(place, options.penalties.count + 1)
            let result = trial.cues(penalty: next)
            guard result.heldOut.agreement.macroF1 >= best.heldOut.agreement.macroF1 else { continue }
            (best, penalty) = (result, next)
        }
        progress(options.penalties.count, options.penalties.count + 1)
        let simple = borders.beats(shippedResult) ? borders : shippedResult
        let exceedsBorders = best.heldOut.agreement.macroF1 > borders.agreement.macroF1
        if exceedsBorders, best.heldOut.beats(simple) {
            choice = .cues
            let learner = CueLearner(corpus: corpus, options: options)
            let learnt = learner.learn(Array(corpus.texts.indices), penalty: penalty)
            let writing = CueWriting(corpus: corpus, options: options, language: language, shipped: rows)
            cues = writing.cues(learnt, folds: best.learnt, trials: trial.trials(of: best.learnt))
            adjustment = writing.adjustment(learnt.model)
            after = best.heldOut.agreement
        } else {
            cues = []
            let usesBorders = borders.beats(shippedResult)
            choice = usesBorders ? .borders : .nothing
            after = usesBorders ? borders.agreement : shippedResult.agreement
            let all = corpus.texts.indices.map { (sum: corpus.sums[$0], label: corpus.texts[$0].label) }
            adjustment =
                usesBorders
                ? ScoreAdjustment(borders: .best(all, width: width), language: language) : .shipped(language)
        }
        before = shippedResult.agreement
        withBorders = borders.agreement
        withCues = best.heldOut.agreement
        self.language = language
        count = corpus.texts.count
        classCounts = (-1...1).map { label in corpus.texts.count { $0.label == label } }
        progress(options.penalties.count + 1, options.penalties.count + 1)
    }
}

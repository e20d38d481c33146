/// How alternatives do on texts that are held out in turn.
struct LearningTrial {
    let corpus: LearningCorpus
    let options: LearningOptions

    /// Classes of all texts, each by what was learnt without its fold.
    struct HeldOut {
        let labels: [Int]
        let agreement: ClassAgreement
        let folds: [ClassAgreement]

        init(_ labels: [Int], _ corpus: LearningCorpus, foldCount: Int) {
            self.labels = labels
            agreement = ClassAgreement(labels.indices.map { (labels[$0], corpus.texts[$0].label) })
            folds = (0..<foldCount).map { fold in
                ClassAgreement(
                    labels.indices.filter { corpus.folds[$0] == fold }.map { (labels[$0], corpus.texts[$0].label) }
                )
            }
        }

        /// Whether it beats another by more than the standard error of the difference over the folds.
        ///
        /// It must do so in macro-F1, which it is for, and in κ, which guessing more evenly does not raise. Source: L.
        /// Breiman et al., "Classification and Regression Trees" (1984), 3.4.3: the one-standard-error rule.
        func beats(_ other: HeldOut) -> Bool {
            isSurelyMore(folds.map(\.macroF1), other.folds.map(\.macroF1))
                && isSurelyMore(folds.map(\.kappa), other.folds.map(\.kappa))
                && agreement.macroF1 > other.agreement.macroF1
        }

        private func isSurelyMore(_ own: [Double], _ other: [Double]) -> Bool {
            let gains = zip(own, other).map { $0 - $1 }
            let mean = gains.reduce(0, +) / Double(gains.count)
            let spread = gains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, gains.count - 1))
            return mean > (spread / Double(gains.count)).squareRoot()
        }
    }

    /// What the shipped rows say.
    func shipped() -> HeldOut { HeldOut(corpus.shippedLabels, corpus, foldCount: options.foldCount) }

    /// The shipped sums with borders of their own.
    func borders(width: Int?) -> HeldOut {
        var labels = [Int](repeating: 0, count: corpus.texts.count)
        for fold in 0..<options.foldCount {
            let seen = corpus.texts.indices.filter { corpus.folds[$0] != fold }
            let borders = ClassBorders.best(seen.map { (corpus.sums[$0], corpus.texts[$0].label) }, width: width)
            for row in labels.indices where corpus.folds[row] == fold { labels[row] = borders.label(corpus.sums[row]) }
        }
        return HeldOut(labels, corpus, foldCount: options.foldCount)
    }

    /// Cues with one penalty, learnt without each fold in turn.
    func cues(penalty: Double) -> (heldOut: HeldOut, learnt: [CueLearner.Learnt]) {
        let learner = CueLearner(corpus: corpus, options: options)
        var labels = [Int](repeating: 0, count: corpus.texts.count)
        let learnt = (0..<options.foldCount).map { fold in
            let learnt = learner.learn(corpus.texts.indices.filter { corpus.folds[$0] != fold }, penalty: penalty)
            forEach(fold, learnt) { row, _, sums in labels[row] = CueModel.label(lean: sums.lean, calm: sums.calm) }
            return learnt
        }
        return (HeldOut(labels, corpus, foldCount: options.foldCount), learnt)
    }

    /// What each term did to the texts its fold had not seen; by the corpus's number of terms.
    func trials(of learnt: [CueLearner.Learnt]) -> [Int32: LearnedCue.Trial] {
        var trials: [Int32: LearnedCue.Trial] = [:]
        for (fold, learnt) in learnt.enumerated() {
            forEach(fold, learnt) { row, cues, sums in
                let label = corpus.texts[row].label
                let isWrong = CueModel.label(lean: sums.lean, calm: sums.calm) != label
                for cue in cues {
                    let without = CueModel.label(
                        lean: sums.lean - learnt.model.valences[Int(cue)],
                        calm: sums.calm - learnt.model.calms[Int(cue)]
                    )
                    var trial = trials[learnt.terms[Int(cue)], default: LearnedCue.Trial()]
                    trial.texts += 1
                    trial.errorsWith += isWrong ? 1 : 0
                    trial.errorsWithout += without != label ? 1 : 0
                    trials[learnt.terms[Int(cue)]] = trial
                }
            }
        }
        return trials
    }

    private func forEach(
        _ fold: Int,
        _ learnt: CueLearner.Learnt,
        _ body: (_ row: Int, _ cues: ArraySlice<Int32>, _ sums: (lean: Double, calm: Double)) -> Void
    ) {
        let held = corpus.texts.indices.filter { corpus.folds[$0] == fold }
        let numbers = learnt.cues(termCount: corpus.terms.count)
        let rows = corpus.table.rows.restricted(to: held, renumbered: numbers)
        for (place, row) in held.enumerated() {
            let cues = rows.columns[rows.range(place)]
            body(row, cues, learnt.model.sums(Double(corpus.sums[row]) / 1_000, cues))
        }
    }
}

import Feedback

/// Writes a model in thousandths of the sum, as rows hold it.
struct CueWriting {
    let corpus: LearningCorpus
    let options: LearningOptions
    let language: Language
    let shipped: [LexiconEntry]

    /// Thousandths of one logit, so that the shipped sum stays as it is.
    private func thousandths(_ logits: Double, _ model: CueModel, in range: ClosedRange<Int>) -> Int {
        let value = (logits / model.slope * 1_000).rounded()
        return Int(max(Double(range.lowerBound), min(Double(range.upperBound), value)))
    }

    func adjustment(_ model: CueModel) -> ScoreAdjustment {
        ScoreAdjustment(
            language: language,
            bias: thousandths(model.bias, model, in: ScoreAdjustment.biasRange),
            neutral: corpus.labels.contains(0)
                ? thousandths(model.zone, model, in: ScoreAdjustment.neutralRange)
                : ScoreAdjustment.shipped(language).neutral
        )
    }

    /// The cues strong enough to be written, by term.
    func cues(
        _ learnt: CueLearner.Learnt,
        folds: [CueLearner.Learnt],
        trials: [Int32: LearnedCue.Trial]
    ) -> [LearnedCue] {
        var shippedValences: [String: Int] = [:]
        for entry in shipped where entry.kind == .lemma || entry.kind == .phrase {
            if let valence = entry.valence, shippedValences[entry.term] == nil { shippedValences[entry.term] = valence }
        }
        let signs = folds.map { fold in
            Dictionary(uniqueKeysWithValues: fold.terms.enumerated().map { ($0.element, sign(fold.model, $0.offset)) })
        }
        return learnt.terms.indices.compactMap { cue -> LearnedCue? in
            let term = learnt.terms[cue]
            let name = corpus.terms[Int(term)]
            var row = LearnedCue(
                term: name,
                valence: thousandths(learnt.model.valences[cue], learnt.model, in: -1_000...1_000),
                calm: thousandths(learnt.model.calms[cue], learnt.model, in: -1_000...1_000),
                shippedValence: shippedValences[name],
                count: learnt.counts[cue]
            )
            guard row.strength >= options.leastStrength else { return nil }
            row.foldCount = folds.count
            row.agreement = signs.count { $0[term] == sign(learnt.model, cue) }
            row.trial = trials[term] ?? LearnedCue.Trial()
            return row
        }
        .sorted { $0.term < $1.term }
    }

    /// Direction of the stronger of the two effects.
    private func sign(_ model: CueModel, _ cue: Int) -> Int {
        abs(model.valences[cue]) >= abs(model.calms[cue])
            ? (model.valences[cue] < 0 ? -1 : 1) : (model.calms[cue] < 0 ? -2 : 2)
    }
}

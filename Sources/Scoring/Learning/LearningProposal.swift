import Feedback

/// What learning proposes, as a list a person can read, change and accept.
package struct LearningProposal: Sendable {
    package let run: LearningRun
    /// Stands in the source column of every row.
    package let source: String

    package init(run: LearningRun, source: String) {
        self.run = run
        self.source = source
    }

    /// The list in the format of all word lists, strongest effect first.
    package var text: String {
        let (before, after) = (run.before, run.after)
        var lines = [
            "#name: \(source)",
            "#language: \(run.language.rawValue)",
            "#licence: the workspace's own; not for the shipped lists",
            "#source: \(run.count) rated comments of the workspace",
            "#bias: \(run.adjustment.bias)",
            "#neutral: \(run.adjustment.neutral)",
            "# held-out macro-F1 \(Self.thousandths(before.macroF1)) before, \(Self.thousandths(after.macroF1)) after",
            "# held-out accuracy \(Self.thousandths(before.accuracy)) before, \(Self.thousandths(after.accuracy)) after",
            "# valence adds to the sum; weight is calm: how much more must be said until a text counts as an opinion",
            "# note: texts it stands in; new, or the strength of the shipped row it adds to; folds that agree on it;",
            "# held-out texts it stood in, with the wrong classes among them without it>with it",
            "# remove or change rows as you see fit, then: koe lexicon accept FILE",
            LexiconReader.columns.joined(separator: "\t"),
        ]
        let ordered = run.cues.sorted {
            ($1.strength * $1.count, $0.term) < ($0.strength * $0.count, $1.term)
        }
        lines += ordered.map(row)
        return lines.joined(separator: "\n") + "\n"
    }

    private func row(_ cue: LearnedCue) -> String {
        let old = cue.shippedValence.map { "shipped=\($0)" } ?? "new"
        let trial = cue.trial
        let note = """
            count=\(cue.count) \(old) folds=\(cue.agreement)/\(cue.foldCount) \
            tested=\(trial.texts) errors=\(trial.errorsWithout)>\(trial.errorsWith)
            """
        return [
            cue.term, EntryKind.cue.rawValue, "", String(cue.valence), "", "", "", String(cue.calm), source, "", note,
        ].joined(separator: "\t")
    }

    /// A share with three decimals: 0.723.
    package static func thousandths(_ value: Double) -> String {
        let number = Int((value * 1_000).rounded())
        return "\(number / 1_000).\(String(1_000 + number % 1_000).dropFirst())"
    }
}

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
        var lines = [
            "#name: \(source)",
            "#language: \(run.language.rawValue)",
            "#licence: the workspace's own; not for the shipped lists",
            "#source: \(run.count) rated comments of the workspace",
            "#bias: \(run.adjustment.bias)",
            "#neutral: \(run.adjustment.neutral)",
            "# held-out macro-F1 \(Self.thousandths(run.before.macroF1)) before, \(Self.thousandths(run.after.macroF1)) after",
            "# held-out accuracy \(Self.thousandths(run.before.accuracy)) before, \(Self.thousandths(run.after.accuracy)) after",
            "# remove or change rows as you see fit, then: koe lexicon accept FILE",
            LexiconReader.columns.joined(separator: "\t"),
        ]
        let ordered = run.entries.sorted {
            (abs($1.change) * $1.count, $0.term) < (abs($0.change) * $0.count, $1.term)
        }
        lines += ordered.map(row)
        return lines.joined(separator: "\n") + "\n"
    }

    private func row(_ entry: LearnedEntry) -> String {
        let old = entry.oldValence.map { "old=\($0)" } ?? "new"
        let note = [entry.note, "count=\(entry.count) \(old) folds=\(entry.agreement)/\(entry.foldCount)"]
        return [
            entry.term, entry.kind.rawValue, entry.partOfSpeech, String(entry.valence), entry.facet?.rawValue ?? "",
            entry.facet == nil ? "" : String(entry.polarity.rawValue), entry.signal?.rawValue ?? "", "", source, "",
            note.filter { !$0.isEmpty }.joined(separator: " "),
        ].joined(separator: "\t")
    }

    /// A share with three decimals: 0.723.
    package static func thousandths(_ value: Double) -> String {
        let number = Int((value * 1_000).rounded())
        return "\(number / 1_000).\(String(1_000 + number % 1_000).dropFirst())"
    }
}

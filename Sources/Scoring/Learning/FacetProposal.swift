import Feedback

/// What learning from labelled facets proposes, as a list a person can read, change and accept.
package struct FacetProposal: Sendable {
    package let run: FacetRun
    /// Stands in the source column of every row.
    package let source: String

    package init(run: FacetRun, source: String) {
        self.run = run
        self.source = source
    }

    /// The list in the format of all word lists, strongest first within what rows speak for.
    package var text: String {
        let (before, after) = (run.before, run.after)
        var lines = [
            "#name: \(source)",
            "#language: \(run.language.rawValue)",
            "#licence: the workspace's own; not for the shipped lists",
            "#source: \(run.count) texts with labelled facets",
            "# held-out F1 of facets and signals \(LearningProposal.thousandths(before.f1)) before, "
                + "\(LearningProposal.thousandths(after.f1)) after",
            "# weight: points for the facet or signal; from 1000 on a text tells of it, unless entries have said so",
            "# note: texts it stands in, and those of them that tell of it",
            "# remove or change rows as you see fit, then: koe lexicon accept FILE",
            LexiconReader.columns.joined(separator: "\t"),
        ]
        let ordered = run.cues.sorted {
            ($0.claim.number, $1.points, $0.term) < ($1.claim.number, $0.points, $1.term)
        }
        lines += ordered.map(row)
        return lines.joined(separator: "\n") + "\n"
    }

    private func row(_ cue: FacetCue) -> String {
        let polarity = cue.claim.facet == nil ? "" : String(cue.claim.polarity.rawValue)
        return [
            cue.term, EntryKind.cue.rawValue, "", "", cue.claim.facet?.rawValue ?? "", polarity,
            cue.claim.signal?.rawValue ?? "", String(cue.points), source, "",
            "count=\(cue.count) telling=\(cue.telling)",
        ].joined(separator: "\t")
    }
}

import Feedback
import Learning
import Workspace

/// What `koe lexicon learn --facets` shows.
struct FacetLearnResult: CommandResult {
    struct Part: Encodable {
        let outcome: FacetStage.Outcome
        /// `nil` when nothing was written.
        let file: String?
    }

    let parts: [Part]
    let problems: [LabelledTable.Problem]
    let acceptOptions: String

    var text: String {
        let unused = problems.map { "line \($0.line), column \($0.column): \($0.message)" }
        return (unused + parts.map(text)).joined(separator: "\n\n")
    }

    private func text(_ part: Part) -> String {
        let outcome = part.outcome
        var lines = [
            "\(outcome.language): learnt from \(outcome.texts) texts with facets",
            TextTable(
                rows: [
                    ["facets and signals on texts held out", "precision", "recall", "F1"],
                    ["lists in use"] + shares(outcome.precisionBefore, outcome.recallBefore, outcome.f1Before),
                    ["with what was learnt"] + shares(outcome.precisionAfter, outcome.recallAfter, outcome.f1After),
                ],
                rightAligned: [1, 2, 3]
            ).text,
        ]
        if !outcome.added.isEmpty {
            let rows = outcome.added.map {
                [$0.name, String($0.right), String($0.wrong), $0.isProposed ? "proposed" : "left out"]
            }
            lines.append(TextTable(rows: [["adds", "rightly", "wrongly", ""]] + rows, rightAligned: [1, 2]).text)
        }
        if let file = part.file {
            lines.append(
                "\(outcome.rows) rows written to \(file); read it, then: koe\(acceptOptions) lexicon accept \(file)"
            )
        } else {
            lines.append("nothing learnt does better than the lists in use: nothing was written")
        }
        return lines.joined(separator: "\n")
    }

    private func shares(_ values: Double...) -> [String] { values.map { NumberText.fixed($0, decimals: 3) } }
}

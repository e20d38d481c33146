import Answers
import ArgumentParser
import Feedback
import Foundation
import Nightly
import Reports
import Workspace

struct EvaluateCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure the scorer on your own labelled comments.",
        discussion: """
            The file is tab-separated and its first line names the columns: text, and label (-1, 0, 1), score or \
            stars (1-5); id and lang may be there. With -w, the lists the workspace has accepted count, and without \
            a file the sentences count that were marked as wrongly scored in the dashboard. With --pairs the file \
            holds the same comment in the columns en and ja, with facets, signals and sentiment, and what is compared \
            is how alike the two languages are read; without a file, the shipped pairs.
            """
    )

    @OptionGroup var options: SharedOptions

    @Argument(help: "Tab-separated file with a header (default: the marked sentences of the workspace).")
    var file: String?

    @Flag(help: "Compare the languages over pairs that tell the same.")
    var pairs = false

    @Option(help: "Scores strictly within ± this count as neutral, 0 to 1.")
    var threshold: Double = 0.05

    @Option(help: "Errors to list, worst first.")
    var worst: Int = 10

    @Option(help: ArgumentHelp("Exit with 3 when macro-F1 is below this.", valueName: "f1"))
    var gate: Double?

    @OptionGroup var masking: MaskingOptions

    func result() async throws -> any CommandResult {
        let scorer =
            if options.workspace != nil {
                try context(for: .reading).loadScorer()
            } else {
                try ScorerLoader.load(lexicons: resources().lexicons, dictionary: environment["KOE_DICTIONARY"])
            }
        if pairs {
            let table = try file.map { URL(filePath: $0) } ?? resources().pairs
            let reading = try PairReading(of: table, scorer: scorer)
            return ParityResult(file: table.lastPathComponent, parity: reading.parity)
        }
        let evaluation = try Evaluation(
            of: try labelled(),
            scorer: scorer,
            threshold: threshold,
            worstCount: max(0, worst)
        )
        let shown = masking.unmask ? evaluation : evaluation.masked(by: try hidden())
        return EvaluationResult(evaluation: shown, gate: gate)
    }

    private func hidden() throws -> Masking {
        // The texts come from a file, of whose people nobody knows.
        (options.workspace == nil ? .standard : try settings().masking).hidingStrangers()
    }

    private func labelled() throws -> URL {
        if let file { return URL(filePath: file) }
        let marked = MarkedSentences(of: workspace)
        guard options.workspace != nil, !marked.isEmpty else {
            throw WorkspaceError(.usage, "name a file, or with -w a workspace in which sentences were marked")
        }
        return marked.file
    }
}

private struct ParityResult: CommandResult {
    let file: String
    let parity: LanguageParity

    var text: String {
        let rows = parity.rows.map { row in
            [
                name(row.measure), number(row.english), number(row.japanese), signed(row.difference.value),
                "\(signed(row.difference.low)) … \(signed(row.difference.high))", row.differs ? "differs" : "",
            ]
        }
        let head = ["", "English", "Japanese", "difference", "95 %", ""]
        return """
            \(file): \(parity.pairs) pairs
            \(TextTable(rows: [head] + rows, rightAligned: [1, 2, 3, 4]).text)
            """
    }

    private func name(_ measure: LanguageParity.Measure) -> String {
        switch measure {
        case .valence: "mean valence"
        case .side: "valence on people's side"
        case .facets: "F1 of facets"
        case .signals: "F1 of signals"
        }
    }

    private func number(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }

    private func signed(_ value: Double) -> String { NumberText.signed(value, decimals: 3, minus: "-") }
}

private struct EvaluationResult: CommandResult {
    let evaluation: Evaluation
    /// Least macro-F1; `nil` for any.
    let gate: Double?

    var status: ExitStatus {
        if let gate, let reached = evaluation.macroF1, reached < gate { .gate } else { .good }
    }

    func encode(to encoder: any Encoder) throws {
        try evaluation.encode(to: encoder)
    }

    var text: String {
        var lines = ProblemLines(evaluation.problems).lines
        lines += ["\(evaluation.file): \(evaluation.rows) rows, \(percent(evaluation.coverage)) with an opinion"]
        let figures = [
            ("accuracy", evaluation.accuracy), ("macro-F1", evaluation.macroF1), ("AUC", evaluation.auc),
            ("Pearson r", evaluation.pearson), ("Spearman ρ", evaluation.spearman),
        ]
        lines += figures.compactMap { name, value in value.map { "\(name) \(threeDecimals($0))" } }
        if !evaluation.classes.isEmpty {
            let rows = evaluation.classes.map {
                ["\($0.label)", "\($0.n)", threeDecimals($0.precision), threeDecimals($0.recall), threeDecimals($0.f1)]
            }
            lines.append(
                TextTable(
                    rows: [["class", "n", "precision", "recall", "F1"]] + rows,
                    rightAligned: [0, 1, 2, 3, 4]
                ).text
            )
        }
        for error in evaluation.worst {
            lines.append("\(error.id): label \(error.label), score \(threeDecimals(error.score)): \(error.text)")
            lines.append(
                "    " + (error.evidence.isEmpty ? "no entry matched" : error.evidence.joined(separator: ", "))
            )
        }
        return lines.joined(separator: "\n")
    }

    private func percent(_ share: Double) -> String { NumberText.whole(100 * share) + " %" }

    private func threeDecimals(_ value: Double) -> String { NumberText.fixed(value, decimals: 3, minus: "-") }
}

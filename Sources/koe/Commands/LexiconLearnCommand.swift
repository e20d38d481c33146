import ArgumentParser
import Feedback
import Foundation
import Learning
import Workspace

struct LexiconLearnCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn",
        abstract: "Propose words and strengths from rated comments.",
        discussion: """
            Learns from the rated comments of the workspace, or from a tab-separated file with the columns text and \
            label (-1, 0, 1) or stars (1-5). Tries the lists in use, other borders between the classes, and new cues, \
            each on comments held out, and proposes the simplest that nothing beats. Writes a list to read and \
            change; nothing applies until 'koe lexicon accept FILE'. A list moves the zero point of its language in \
            the whole workspace.

            With --facets, learns what speaks for the facets of handling and the signals of loyalty, from a file with \
            the columns text, facets (such as "speed:-1 courtesy:+1") and signals (such as "fan").
            """
    )

    @OptionGroup var options: SharedOptions

    @Argument(
        help: "Tab-separated file of labelled texts, instead of the workspace's rated comments.",
        completion: .file()
    )
    var file: String?

    @Option(help: "The same as FILE.", completion: .file())
    var labelled: String?

    @Option(
        help: "Learn facets and signals, from a tab-separated file in which people have labelled them.",
        completion: .file()
    )
    var facets: String?

    @Option(help: "Learn from the comments of this source only.")
    var source: String?

    @Option(help: "Learn for this language only: ja or en.")
    var lang: String?

    @Option(help: "Where to write the list (default: learnt-LANG.tsv); of two languages each gets a file of its own.")
    var out: String?

    func validate() throws {
        if file != nil && labelled != nil { throw ValidationError("FILE and --labelled exclude each other") }
        if file ?? labelled != nil && source != nil {
            throw ValidationError("--source chooses among the workspace's comments; leave it out with a file")
        }
        if facets != nil && (file ?? labelled ?? source) != nil {
            throw ValidationError("--facets names the file to learn from; leave FILE, --labelled and --source out")
        }
    }

    func result() async throws -> any CommandResult {
        let language = try lang.map { code in
            guard let known = Language(rawValue: code), known != .unknown else {
                throw WorkspaceError(.usage, "--lang is \"\(code)\"; write ja or en")
            }
            return known
        }
        if let facets { return try facetResult(URL(filePath: facets), language) }
        let texts = try (file ?? labelled).map { try RatedTexts(file: URL(filePath: $0)) }
        // A file needs no workspace; without one there is nothing that accepting could change.
        let context = texts == nil || options.workspace != nil ? try context(for: .reading) : nil
        guard let rated = try texts ?? context.map({ try RatedTexts(of: $0, source: source) }) else {
            throw WorkspaceError(.usage, "name a file of labelled texts, or a workspace with -w")
        }
        let stage = try LearnStage(
            resources: context?.resources ?? resources(),
            context: context,
            dictionary: context?.settings.dictionary ?? environment["KOE_DICTIONARY"]
        )
        let name = "learnt:\(source ?? (file ?? labelled).map(baseName) ?? baseName(workspace.directory.path))"
        let outcomes = try stage.run(rated, language: language, source: name, progress: progress)
        var results: [LearnResult.Part] = []
        for outcome in outcomes {
            let file = path("learnt", outcome.language, of: outcomes.count)
            let data = Data(outcome.proposal.utf8)
            try data.write(to: URL(filePath: file), options: .atomic)
            let rehearsal =
                if let context, outcome.choice != "nothing" {
                    try await AcceptanceRehearsal.run(
                        data,
                        name: baseName(file) + ".tsv",
                        context: context,
                        progress: progress
                    )
                } else { AcceptanceRehearsal?.none }
            results.append(LearnResult.Part(outcome: outcome, file: file, rehearsal: rehearsal))
        }
        return LearnResult(parts: results, problems: rated.problems, acceptOptions: acceptOptions)
    }

    private func facetResult(_ file: URL, _ language: Language?) throws -> FacetLearnResult {
        let table = try LabelledTable(file)
        let context = options.workspace != nil ? try context(for: .reading) : nil
        let stage = try FacetStage(
            resources: context?.resources ?? resources(),
            context: context,
            dictionary: context?.settings.dictionary ?? environment["KOE_DICTIONARY"]
        )
        let source = "learnt-facets:\(baseName(file.path))"
        let outcomes = try stage.run(table, language: language, source: source, progress: progress)
        let parts = try outcomes.map { outcome in
            if outcome.rows == 0 { return FacetLearnResult.Part(outcome: outcome, file: nil) }
            let place = path("learnt-facets", outcome.language, of: outcomes.count)
            try Data(outcome.proposal.utf8).write(to: URL(filePath: place), options: .atomic)
            return FacetLearnResult.Part(outcome: outcome, file: place)
        }
        return FacetLearnResult(parts: parts, problems: table.problems, acceptOptions: acceptOptions)
    }

    /// What the user has to repeat so that the list goes into the same workspace.
    private var acceptOptions: String { options.workspace.map { " -w \($0)" } ?? "" }

    private func baseName(_ path: String) -> String {
        URL(filePath: path).standardizedFileURL.deletingPathExtension().lastPathComponent
    }

    private func path(_ usual: String, _ language: String, of count: Int) -> String {
        guard let out else { return "\(usual)-\(language).tsv" }
        guard count > 1 else { return out }
        let base = out.hasSuffix(".tsv") ? String(out.dropLast(4)) : out
        return "\(base)-\(language).tsv"
    }
}

private struct LearnResult: CommandResult {
    struct Part: Encodable {
        let outcome: LearnStage.Outcome
        let file: String
        /// `nil` when there is no workspace that is scored and measured.
        let rehearsal: AcceptanceRehearsal?
    }

    /// Months shown.
    private static let mostMonths = 12

    let parts: [Part]
    let problems: [LabelledFile.Problem]
    let acceptOptions: String

    var text: String {
        (ProblemLines(problems).lines + parts.map(text)).joined(separator: "\n\n")
    }

    private func text(_ part: Part) -> String {
        let outcome = part.outcome
        let classes = "\(outcome.negative) negative, \(outcome.neutral) neutral, \(outcome.positive) positive"
        var lines = [
            "\(outcome.language): learnt from \(outcome.texts) comments (\(classes))",
            TextTable(
                rows: [
                    ["on comments held out", "macro-F1"],
                    ["lists in use", share(outcome.macroF1Before)],
                    ["other borders between the classes", share(outcome.macroF1WithBorders)],
                    ["new cues", share(outcome.macroF1WithCues)],
                ],
                rightAligned: [1]
            ).text,
        ]
        switch outcome.choice {
        case "nothing":
            lines.append("neither does surely better: the list changes nothing, and there is no need to accept it")
        case "borders": lines.append("proposed: other borders; cues do no better")
        default:
            lines.append(
                "proposed: \(outcome.newTerms) new terms, \(outcome.changedTerms) that change a shipped one; accuracy "
                    + "\(share(outcome.accuracyBefore)) → \(share(outcome.accuracyAfter))"
            )
        }
        lines += months(outcome)
        if outcome.choice != "nothing" {
            lines.append(RehearsalText(part.rehearsal).text)
        }
        lines.append("written to \(part.file); read it, then: koe\(acceptOptions) lexicon accept \(part.file)")
        return lines.joined(separator: "\n")
    }

    /// The months in which most comments would change their class, in their order.
    private func months(_ outcome: LearnStage.Outcome) -> [String] {
        let changed = outcome.months.filter { $0.changed > 0 }
        if changed.isEmpty { return [] }
        let shown = Set(
            changed.sorted { ($1.changed, $0.month) < ($0.changed, $1.month) }.prefix(Self.mostMonths).map(\.month)
        )
        let rows = changed.filter { shown.contains($0.month) }.map {
            [$0.month, "\($0.changed)/\($0.texts)", signed($0.balanceBefore), signed($0.balanceAfter)]
        }
        let head = ["month", "comments that change", "positive − negative before", "after"]
        let table = TextTable(rows: [head] + rows, rightAligned: [1, 2, 3]).text
        let rest = changed.count - rows.count
        return rest > 0 ? [table, "… and \(rest) more months with fewer changes (--json)"] : [table]
    }

    private func share(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }

    private func signed(_ points: Double) -> String { NumberText.signed(points, decimals: 0, minus: "-") }
}

import ArgumentParser
import Feedback
import Foundation
import Pipeline

struct LexiconLearnCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn",
        abstract: "Propose words and strengths from rated comments.",
        discussion: """
            Writes a list to read and change; nothing applies until 'koe lexicon accept FILE'. Figures are measured on \
            comments held out in turn. A list moves the zero point of its language in the whole workspace.
            """
    )

    @ParentCommand var koe: Koe
    @OptionGroup var local: SharedOptions

    @Option(help: "Learn from the comments of this source only.")
    var source: String?

    @Option(help: "Learn for this language only: ja or en.")
    var lang: String?

    @Option(help: "Tab-separated file with the columns text and label or stars, instead of the workspace's comments.")
    var labelled: String?

    @Option(help: "Where to write the list (default: learnt-LANG.tsv); of two languages each gets a file of its own.")
    var out: String?

    func run() async throws {
        let language = try lang.map { code in
            guard let known = Language(rawValue: code), known != .unknown else {
                throw PipelineError(.usage, "--lang is \"\(code)\"; write ja or en")
            }
            return known
        }
        let items: [RatedTexts.Item]
        let stage: LearnStage
        if let labelled {
            items = try RatedTexts.ofFile(URL(filePath: labelled))
            stage = try LearnStage(lexicons: resources().lexicons, dictionary: environment["KOE_DICTIONARY"])
        } else {
            let context = try context()
            items = try RatedTexts.ofWorkspace(context, source: source)
            stage = try LearnStage(lexicons: context.resources.lexicons, dictionary: context.settings.dictionary)
        }
        let name = "learnt:\(source ?? workspace.directory.standardizedFileURL.lastPathComponent)"
        let outcomes = try stage.run(items, language: language, source: name)
        let files = try outcomes.map { outcome in
            let file = path(for: outcome, of: outcomes.count)
            try Data(outcome.proposal.utf8).write(to: URL(filePath: file), options: .atomic)
            return file
        }
        try show(LearnResult(outcomes: outcomes, files: files))
    }

    private func path(for outcome: LearnStage.Outcome, of count: Int) -> String {
        guard let out else { return "learnt-\(outcome.language).tsv" }
        guard count > 1 else { return out }
        let base = out.hasSuffix(".tsv") ? String(out.dropLast(4)) : out
        return "\(base)-\(outcome.language).tsv"
    }
}

private struct LearnResult: CommandResult {
    let outcomes: [LearnStage.Outcome]
    let files: [String]

    var text: String {
        zip(outcomes, files).map { outcome, file in
            let months = outcome.months.filter { $0.changed > 0 }.map {
                [$0.month, "\($0.changed)/\($0.texts)", signed($0.balanceBefore), signed($0.balanceAfter)]
            }
            var lines = [
                "\(outcome.language): \(outcome.newTerms) new terms, \(outcome.changedTerms) changed, from \(outcome.texts) comments",
                "held out: macro-F1 \(share(outcome.macroF1Before)) → \(share(outcome.macroF1After)), "
                    + "accuracy \(share(outcome.accuracyBefore)) → \(share(outcome.accuracyAfter))",
            ]
            if !months.isEmpty {
                let head = ["month", "comments that change", "positive − negative before", "after"]
                lines.append(TextTable(rows: [head] + months, rightAligned: [1, 2, 3]).text)
            }
            if outcome.macroF1After <= outcome.macroF1Before {
                lines.append("it does no better than what is in use: there is no reason to accept it")
            }
            lines.append("written to \(file); read it, then: koe lexicon accept \(file)")
            return lines.joined(separator: "\n")
        }
        .joined(separator: "\n\n")
    }

    private func share(_ value: Double) -> String {
        let thousandths = Int((value * 1_000).rounded())
        return "\(thousandths / 1_000).\(String(1_000 + thousandths % 1_000).dropFirst())"
    }

    private func signed(_ points: Double) -> String {
        let whole = Int(points.rounded())
        return whole > 0 ? "+\(whole)" : "\(whole)"
    }
}

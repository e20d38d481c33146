import ArgumentParser
import Foundation
import Learning
import Workspace

struct LexiconImportCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring your own copy of another tool's list into the workspace.",
        discussion: """
            Reads VADER, word and number separated by a tab (AFINN and its like), LIWC .dic, quanteda YAML, and both \
            files of Tohoku University. Whether you may use a list is a matter of its licence.
            """
    )

    @OptionGroup var options: SharedOptions

    @Argument(help: "The list, in UTF-8.", completion: .file())
    var file: String

    @Option(help: "auto, vader, tsv, liwc, quanteda or tohoku.")
    var format: String = "auto"

    @Option(help: "Language of the words: ja or en.")
    var lang: String

    @Option(help: "Name of the list, which every row carries as its source (default: the file's name).")
    var name: String?

    func result() async throws -> any CommandResult {
        let lock = try lock("lexicon import")
        let lists = try AcceptedLists(workspace: workspace, dictionary: settings().dictionary)
        let url = URL(filePath: file)
        let outcome = try ListImport(lists: lists).run(
            url,
            format: format,
            language: lang,
            source: name ?? url.deletingPathExtension().lastPathComponent
        )
        withExtendedLifetime(lock) {}
        return ListImportResult(outcome: outcome, isVerbose: options.verbose)
    }
}

private struct ListImportResult: CommandResult {
    /// Problems shown without --verbose.
    private static let fewProblems = 20

    let outcome: ListImport.Outcome
    let isVerbose: Bool

    func encode(to encoder: any Encoder) throws {
        try outcome.encode(to: encoder)
    }

    var text: String {
        let shown = isVerbose ? outcome.problems[...] : outcome.problems.prefix(Self.fewProblems)
        var lines = shown.map { "line \($0.line): \($0.message)" }
        if shown.count < outcome.problems.count {
            lines.append("… and \(outcome.problems.count - shown.count) more problems (--verbose shows them)")
        }
        lines.append("\(outcome.words) words of format \(outcome.format) in \(outcome.file)")
        return lines.joined(separator: "\n")
    }
}

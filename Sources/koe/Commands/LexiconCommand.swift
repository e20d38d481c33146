import Answers
import ArgumentParser
import Foundation
import Workspace

struct LexiconCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon",
        abstract: "Look after word lists.",
        subcommands: [
            LexiconCheckCommand.self, LexiconAuditCommand.self, LexiconLearnCommand.self, LexiconAcceptCommand.self,
            LexiconImportCommand.self,
        ]
    )

    @OptionGroup var options: SharedOptions
}

struct LexiconCheckCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find duplicates, contradictions, entries that can never match, and wrong columns."
    )

    @OptionGroup var options: SharedOptions

    @Argument(help: "Folder of word lists (default: the shipped ones).", completion: .directory)
    var folder: String?

    @Flag(help: "Show warnings too, not only errors.")
    var warnings = false

    func result() async throws -> any CommandResult {
        let place = try folder.map { URL(filePath: $0) } ?? resources().lexicons
        let check = try LexiconCheck(folder: place, dictionary: environment["KOE_DICTIONARY"])
        return LexiconCheckResult(check: check, showsWarnings: warnings || options.verbose)
    }
}

private struct LexiconCheckResult: CommandResult {
    let entries: Int
    let files: Int
    let errors: Int
    let warnings: Int
    let problems: [LexiconCheck.Problem]

    init(check: LexiconCheck, showsWarnings: Bool) {
        entries = check.entries
        files = check.files.count
        errors = check.errorCount
        warnings = check.problems.count - check.errorCount
        problems = check.problems.filter { showsWarnings || $0.isError }
    }

    var status: ExitStatus { errors > 0 ? .incomplete : .good }

    var text: String {
        let lines = problems.map { "\($0.file):\($0.line):\($0.column): \($0.severity): \($0.message)" }
        let sum = "\(entries) entries in \(files) files: \(errors) errors, \(warnings) warnings"
        let areHidden = problems.count < errors + warnings
        return (lines + [areHidden ? sum + " (--warnings shows them)" : sum]).joined(separator: "\n")
    }
}

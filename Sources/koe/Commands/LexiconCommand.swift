import ArgumentParser
import Foundation
import Pipeline

struct LexiconCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexicon",
        abstract: "Look after word lists.",
        subcommands: [
            LexiconCheckCommand.self, LexiconAuditCommand.self, LexiconLearnCommand.self, LexiconAcceptCommand.self,
            LexiconImportCommand.self,
        ]
    )

    @ParentCommand var koe: Koe
    @OptionGroup var local: SharedOptions
}

struct LexiconCheckCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find duplicates, contradictions, entries that can never match, and wrong columns."
    )

    @ParentCommand var koe: Koe
    @OptionGroup var local: SharedOptions

    @Argument(help: "Folder of word lists (default: the shipped ones).", completion: .directory)
    var folder: String?

    @Flag(help: "Show warnings too, not only errors.")
    var warnings = false

    func run() async throws {
        let place = try folder.map { URL(filePath: $0) } ?? resources().lexicons
        let check = try LexiconCheck(folder: place, dictionary: environment["KOE_DICTIONARY"])
        try show(LexiconCheckResult(check: check, showsWarnings: warnings || options.verbose))
        if check.errorCount > 0 { throw ExitStatus.incomplete }
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

    var text: String {
        let lines = problems.map { "\($0.file):\($0.line):\($0.column): \($0.severity): \($0.message)" }
        let sum = "\(entries) entries in \(files) files: \(errors) errors, \(warnings) warnings"
        let areHidden = problems.count < errors + warnings
        return (lines + [areHidden ? sum + " (--warnings shows them)" : sum]).joined(separator: "\n")
    }
}

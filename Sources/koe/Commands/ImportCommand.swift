import ArgumentParser
import Feedback
import Foundation
import Pipeline

struct ImportCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read comments and cases from files into the workspace.",
        discussion: """
            Importing a file twice, or in another order, changes nothing. Rows that cannot be used go to quarantine \
            with file, line and reason.
            """
    )

    @ParentCommand var koe: Koe
    @OptionGroup var local: SharedOptions

    @Argument(help: "Files, or folders that are read with everything in them.", completion: .file())
    var files: [String] = []

    @Option(help: "Format: auto, ndjson, csv, tsv, json or page (a blog page with its comments).")
    var format: String = "auto"

    @Option(help: "YAML file that maps columns to Koe's fields.", completion: .file())
    var map: String?

    @Option(help: "Character encoding, such as CP932 or EUC-JP (default: found by looking).")
    var encoding: String?

    @Option(help: "Name of the source (default: from the file's name).")
    var source: String?

    @Option(help: "What the rows are: auto, comments or cases.")
    var kind: String = "auto"

    @Option(
        help: ArgumentHelp("Print a mapping for a file, and import nothing.", valueName: "file"),
        completion: .file()
    )
    var suggest: String?

    @Flag(help: "Read and check everything, and store nothing.")
    var dryRun = false

    @Flag(help: "No file to read is no error.")
    var allowEmpty = false

    func validate() throws {
        if suggest == nil && files.isEmpty && !allowEmpty {
            throw ValidationError("name the files to import, such as koe import reviews.csv")
        }
    }

    func run() async throws {
        if let suggest {
            let zone = try suggestedZone()
            return Console.output(
                try MappingSuggestion.text(for: URL(filePath: suggest), encoding: encoding, zone: zone)
            )
        }
        let choices = try ImportChoices(
            format: format,
            map: map.map { URL(filePath: $0) },
            encoding: encoding,
            source: source,
            kind: kind,
            isDryRun: dryRun
        )
        let lock = try lock("import")
        let context = try context()
        let summary = try await ImportStage.runAlone(
            context: context,
            files: files.map { URL(filePath: $0) },
            choices: choices,
            clock: clock,
            progress: progress
        )
        withExtendedLifetime(lock) {}
        try show(ImportResult(summary: summary))
        for problem in summary.problems { messages.warning(problem) }
        if !summary.problems.isEmpty { throw ExitStatus.incomplete }
    }
}

extension ImportCommand {
    /// The zone of the workspace when there is one.
    private func suggestedZone() throws -> String {
        guard options.workspace != nil else { return "Asia/Tokyo" }
        try workspace.requireSettings()
        return try WorkspaceContext.settings(of: workspace, flags: [:], environment: environment).zone.identifier
    }
}

struct ImportResult: CommandResult {
    let summary: ImportSummary

    func encode(to encoder: any Encoder) throws {
        try summary.encode(to: encoder)
    }

    var text: String {
        if summary.files.isEmpty { return "no file to import" }
        let rows = summary.files.map { file in
            [
                file.file, file.format, "\(file.read)", "\(file.stored)", "\(file.duplicate)", "\(file.updated)",
                "\(file.quarantined)",
            ]
        }
        let header = ["file", "format", "read", "stored", "duplicate", "updated", "quarantined"]
        let table = TextTable(rows: [header] + rows, rightAligned: [2, 3, 4, 5, 6]).text
        return "imported \(summary.stored) new and \(summary.updated) updated rows"
            + (summary.isDryRun ? " (dry run: nothing was stored)" : "") + "\n" + table + reasons
    }

    /// Why rows went to quarantine, each reason with the place of its first row.
    private var reasons: String {
        let rows = summary.files.flatMap { file in
            file.reasons.map { ["\($0.rows)", "\(file.file):\($0.line):\($0.byte)", $0.reason, $0.message] }
        }
        if rows.isEmpty { return "" }
        let header = ["rows", "first (file:line:byte)", "reason", "what to do"]
        return "\nin quarantine:\n" + TextTable(rows: [header] + rows, rightAligned: [0]).text
    }
}

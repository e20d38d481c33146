import Answers
import ArgumentParser
import Feedback
import Foundation
import Ingestion
import Nightly
import Reports
import Workspace

struct ImportCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read comments and cases from files into the workspace, or undo an import.",
        discussion: """
            A gzip, the files of a zip and the sheets of a workbook (xlsx) are read each as a file of its own. \
            Importing a file twice, or in another order, changes nothing; but where two files of a source tell one \
            comment differently and no time says which is newer, the one imported last counts. Rows that cannot be used go to quarantine \
            with file, line and reason; what rules leave out is counted by rule. `koe import undo FILE`, or the number \
            of a run instead of the file, takes an import back and says what it removed; what it updated returns to \
            its earlier state. A file that is still in the inbox comes in again with the next run.
            """
    )

    @OptionGroup var options: SharedOptions

    @Argument(
        help: "Files, folders that are read with everything in them, or - for standard input.",
        completion: .file()
    )
    var files: [String] = []

    @Option(help: "Format: \(SourceFormat.names).")
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
        help: ArgumentHelp(
            "Print a mapping for a file, or - for standard input, and import nothing.",
            valueName: "file"
        ),
        completion: .file()
    )
    var suggest: String?

    @Flag(help: "Read and check everything, and store nothing.")
    var dryRun = false

    @Flag(help: "No file to read is no error.")
    var allowEmpty = false

    func validate() throws {
        if files.first == "undo" && files.count != 2 {
            throw ValidationError("name one file or run to take back, such as koe import undo reviews.csv")
        }
        if suggest == nil && files.isEmpty && !allowEmpty {
            throw ValidationError("name the files to import, such as koe import reviews.csv")
        }
    }

    func result() async throws -> any CommandResult {
        if let suggest {
            let settings = options.workspace == nil ? nil : try settings()
            let spooled = suggest == "-" ? try SpooledInput(readingFrom: Self.standardInput) : nil
            defer { spooled?.remove() }
            let text = try MappingSuggestion.text(
                for: spooled?.file ?? URL(filePath: suggest),
                format: format,
                encoding: encoding,
                zone: settings?.zone.identifier ?? "Asia/Tokyo",
                masking: settings?.masking ?? .standard
            )
            return SuggestResult(mapping: text)
        }
        if let undone { return try await undo(undone) }
        let choices = try ImportChoices(
            format: format,
            map: map.map { URL(filePath: $0) },
            encoding: encoding,
            source: source,
            kind: kind,
            isDryRun: dryRun
        )
        let lock = dryRun ? nil : try lock("import")
        let context = try context(for: dryRun ? .reading : .writing)
        let summary = try await ImportStage.runAlone(
            context: context,
            files: files.map { $0 == "-" ? Self.standardInput : URL(filePath: $0) },
            choices: choices,
            clock: clock,
            progress: progress
        )
        withExtendedLifetime(lock) {}
        return summary.shown(by: try context.voiceNames())
    }
}

extension ImportCommand {
    private static var standardInput: URL { URL(filePath: "/dev/stdin") }

    /// What `undo NAME` is to take back; a file of that name is written `./undo`.
    private var undone: String? { files.count == 2 && files[0] == "undo" ? files[1] : nil }

    private func undo(_ name: String) async throws -> any CommandResult {
        let lock = dryRun ? nil : try lock("undo")
        let context = try context(for: dryRun ? .reading : .writing)
        let outcome = try await ImportUndoStage(context: context).run(name, isDryRun: dryRun, progress: progress)
        withExtendedLifetime(lock) {}
        return outcome.shown(by: try context.voiceNames())
    }
}

private struct SuggestResult: CommandResult {
    /// In YAML.
    let mapping: String

    var text: String { mapping }
}

extension ImportSummary: CommandResult {
    var status: ExitStatus { problems.isEmpty ? .good : .incomplete }

    var warnings: [String] { problems + notes }

    var text: String {
        if files.isEmpty { return problems.isEmpty ? "no file to import" : "nothing was imported" }
        return "imported \(stored) new and \(updated) updated rows"
            + (isDryRun ? " (dry run: nothing was stored)" : "") + readFiles + unreadFiles + leftOut + reasons
    }

    private var readFiles: String {
        let rows = files.filter { !$0.isUnchanged }.map { file in
            [
                file.file, file.format, "\(file.read)", "\(file.stored)", "\(file.duplicate)", "\(file.updated)",
                "\(file.quarantined)",
            ]
        }
        if rows.isEmpty { return "" }
        let header = ["file", "format", "read", "stored", "duplicate", "updated", "quarantined"]
        return "\n" + TextTable(rows: [header] + rows, rightAligned: [2, 3, 4, 5, 6]).text
    }

    /// An inbox of years holds thousands of files, of which a night brings one.
    private var unreadFiles: String {
        let unread = files.filter(\.isUnchanged)
        guard let only = unread.first else { return "" }
        return unread.count == 1
            ? "\n\(only.file) is as it was last imported"
            : "\n\(unread.count) files are as they were last imported"
    }

    /// Which rules left rows out.
    private var leftOut: String {
        let rows = files.flatMap { file in file.leftOut.map { ["\($0.rows)", file.file, $0.reason, $0.message] } }
        if rows.isEmpty { return "" }
        return "\nleft out by rule:\n"
            + TextTable(rows: [["rows", "file", "rule", "what it leaves out"]] + rows, rightAligned: [0]).text
    }

    /// Why rows went to quarantine, each reason with the place of its first row.
    private var reasons: String {
        let rows = files.flatMap { file in
            file.reasons.map { ["\($0.rows)", "\(file.file):\($0.line):\($0.byte)", $0.reason, $0.message] }
        }
        if rows.isEmpty { return "" }
        let header = ["rows", "first (file:line:byte)", "reason", "what to do"]
        return "\nin quarantine:\n" + TextTable(rows: [header] + rows, rightAligned: [0]).text
    }
}

import ArgumentParser
import Foundation
import Nightly
import Workspace

struct ReportCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the report: pages, pictures, tables and a summary."
    )

    @OptionGroup var options: SharedOptions

    @Option(help: "Language of the report: ja or en (default: the setting).")
    var lang: String?

    @Option(help: "Folder to write (default: reports/latest of the workspace).")
    var out: String?

    @Option(help: "Moment the report speaks of, such as 2026-01-31T15:00:00Z (default: now).")
    var asOf: String?

    @Flag(help: "Write into the folder of --out though it holds files that are not Koe's; these stay as they are.")
    var force = false

    @Flag(help: "Say where the report would be written, and write nothing.")
    var dryRun = false

    func result() async throws -> any CommandResult {
        if dryRun {
            try workspace.requireSettings()
            let folder = out ?? workspace.reports.appending(path: "latest").path
            return ReportDryRun(folder: folder)
        }
        let lock = try lock("report")
        let context = try context(for: .writing, flags: asOf.map { ["asOf": $0] } ?? [:])
        return try withExtendedLifetime(lock) {
            try ReportStage(context: context, language: lang)
                .run(into: out.map { URL(filePath: $0) }, keepsOthers: force)
        }
    }
}

private struct ReportDryRun: CommandResult {
    let folder: String

    var text: String { "would write the report to \(folder)" }
}

extension ReportStage.Outcome: CommandResult {
    var status: ExitStatus { leftOut.isEmpty ? .good : .incomplete }

    var warnings: [String] { leftOut }

    var text: String {
        (summary + gaps + ["report: \(index)"]).joined(separator: "\n")
    }
}

import ArgumentParser
import Foundation
import Pipeline

struct ReportCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the report: pages, pictures, tables and a summary."
    )

    @ParentCommand var koe: Koe
    @OptionGroup var local: SharedOptions

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

    func run() async throws {
        if dryRun {
            try workspace.requireSettings()
            let folder = out ?? workspace.reports.appending(path: "latest").path
            return try show(ReportDryRun(folder: folder))
        }
        let lock = try lock("report")
        let context = try context(flags: asOf.map { ["asOf": $0] } ?? [:])
        let outcome = try withExtendedLifetime(lock) {
            try ReportStage(context: context, language: lang)
                .run(into: out.map { URL(filePath: $0) }, keepsOthers: force)
        }
        try show(ReportResult(outcome: outcome))
    }
}

private struct ReportDryRun: CommandResult {
    let folder: String

    var text: String { "would write the report to \(folder)" }
}

struct ReportResult: CommandResult {
    let outcome: ReportStage.Outcome

    func encode(to encoder: any Encoder) throws {
        try outcome.encode(to: encoder)
    }

    var text: String {
        (outcome.summary + ["report: \(outcome.index)"]).joined(separator: "\n")
    }
}

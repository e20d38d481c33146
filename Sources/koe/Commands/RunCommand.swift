import ArgumentParser
import Foundation
import Nightly
import Store
import Workspace

struct RunCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "The nightly job: import the inbox, score, link, measure, detect, report."
    )

    @OptionGroup var options: SharedOptions

    @Argument(help: "Files to import besides those in the inbox.", completion: .file())
    var files: [String] = []

    @Option(help: "Moment the report speaks of, such as 2026-01-31T15:00:00Z (default: now).")
    var asOf: String?

    @Flag(help: "Say which files would be read, and change nothing.")
    var dryRun = false

    @Flag(help: "Exit with 3 when a flag stands on any brand.")
    var gate = false

    func result() async throws -> any CommandResult {
        if dryRun {
            try workspace.requireSettings()
            let inbox = Inbox.listing(of: workspace)
            let context = try context(for: .reading)
            let (retention, names) = (try RetentionStage(context: context), try context.voiceNames())
            let expired = try retention.rehearse()
            return RunDryRun(
                files: (inbox.files.map(\.path) + files).map(names.shown(paths:)),
                expired: expired,
                cluster: try retention.outdatedCluster(erases: !expired.isEmpty)?.path,
                problems: inbox.problems.map(names.shown(paths:)) + [retention.warning].compactMap { $0 }
            )
        }
        let lock = try lock("run")
        let context = try context(for: .writing, flags: asOf.map { ["asOf": $0] } ?? [:])
        let outcome = try await NightlyRun(context: context)
            .run(files: files.map { URL(filePath: $0) }, clock: clock, progress: progress)
        withExtendedLifetime(lock) {}
        return RunResult(outcome: outcome.shown(by: try context.voiceNames()), hasGate: gate)
    }
}

private struct RunDryRun: CommandResult {
    let files: [String]
    /// What would be erased for its age.
    let expired: [RetentionRecord]
    /// Folder of `koe cluster` that would go with it.
    let cluster: String?
    /// What in the inbox cannot be read.
    let problems: [String]

    var warnings: [String] { problems }

    var text: String {
        let imports = files.isEmpty ? "the inbox is empty" : "would import:\n" + files.joined(separator: "\n")
        let erased = expired.map { "would erase for its age: \($0.words)" }
        return ([imports] + erased + [cluster].compactMap { $0 }.map { "would remove \($0)" }).joined(separator: "\n")
    }
}

extension RetentionRecord {
    /// In a line.
    var words: String {
        """
        \(source), older than \(keepDays) days: \(comments) comments, \(cases) cases, \(quarantined) rows in quarantine, \
        \(inputs) inputs as they came
        """
    }
}

private struct RunResult: CommandResult {
    let outcome: NightlyRun.Outcome
    /// Whether a flag is a failure.
    let hasGate: Bool

    var status: ExitStatus {
        if !outcome.problems.isEmpty { return .incomplete }
        return hasGate && outcome.measures.flags > 0 ? .gate : .good
    }

    var warnings: [String] { outcome.notes + (outcome.report?.leftOut ?? []) }

    func encode(to encoder: any Encoder) throws {
        try outcome.encode(to: encoder)
    }

    var text: String {
        let times = outcome.milliseconds.map { "\($0.stage) \(seconds($0.milliseconds))" }.joined(separator: ", ")
        var lines = outcome.expired.map { "erased for its age: \($0.words)" }
        lines += [
            "run \(outcome.run): " + outcome.imported.text,
            "scored \(outcome.scored) comments",
            LinkResult(outcome: outcome.links, isDryRun: false).text,
            outcome.measures.text,
        ]
        if let report = outcome.report { lines.append(report.text) }
        lines += outcome.problems.map { "problem: \($0)" }
        lines.append("database \(outcome.databaseHash)")
        lines.append("time: \(times)")
        return lines.joined(separator: "\n")
    }

    private func seconds(_ milliseconds: Int) -> String { "\(milliseconds / 1_000).\(milliseconds % 1_000 / 100) s" }
}

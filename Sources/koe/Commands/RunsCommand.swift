import Answers
import ArgumentParser
import Workspace

struct RunsCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs",
        abstract: "List the latest runs, or show one with its files, stages and problems."
    )

    /// Runs that are listed at most.
    private static let most = 10_000

    @OptionGroup var options: SharedOptions

    @Argument(help: "Number of a run to show whole.")
    var run: Int64?

    @Option(help: "How many to list.")
    var last: Int = 100

    func validate() throws {
        if !(1...Self.most).contains(last) { throw ValidationError("--last must be a number from 1 to \(Self.most)") }
    }

    func result() async throws -> any CommandResult {
        let context = try context(for: .reading)
        return try run.map { try RunList(run: $0, in: context) } ?? RunList(latest: last, in: context)
    }
}

extension RunList: CommandResult {
    var text: String {
        if runs.isEmpty { return "no runs yet" }
        return isOne ? runs.map(whole).joined() : table
    }

    private var table: String {
        let rows = runs.map { run in
            [
                "\(run.id)", run.command, run.started, run.status, run.milliseconds.map(seconds) ?? "",
                "\(run.files.reduce(0) { $0 + $1.read })", "\(run.files.reduce(0) { $0 + $1.stored })",
                "\(run.problems.count)",
            ]
        }
        let head = ["run", "command", "started", "status", "took", "read", "stored", "problems"]
        return TextTable(rows: [head] + rows, rightAligned: [0, 4, 5, 6, 7]).text
    }

    private func whole(_ run: Run) -> String {
        let took = run.milliseconds.map { " in \(seconds($0))" } ?? ""
        var lines = ["run \(run.id) (\(run.command)), \(run.started): \(run.status)\(took)"]
        if !run.stages.isEmpty {
            let stages = run.stages.map { "\($0.stage) \(seconds(Int64($0.milliseconds)))" }
            lines.append("stages: " + stages.joined(separator: ", "))
        }
        if !run.files.isEmpty { lines.append(files(run)) }
        lines += run.retention.map(\.words)
        lines += run.problems.map { "problem: \($0)" }
        return lines.joined(separator: "\n")
    }

    private func files(_ run: Run) -> String {
        let rows = run.files.map { file in
            [file.source, file.file]
                + [file.read, file.stored, file.duplicate, file.updated, file.quarantined, file.skipped].map { "\($0)" }
        }
        let head = ["source", "file", "read", "stored", "duplicate", "updated", "quarantined", "skipped"]
        return TextTable(rows: [head] + rows, rightAligned: [2, 3, 4, 5, 6, 7]).text
    }

    private func seconds(_ milliseconds: Int64) -> String { "\(milliseconds / 1_000).\(milliseconds % 1_000 / 100) s" }
}

import ArgumentParser
import Workspace

struct RestoreCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the place of the database.",
        discussion: """
            What stood there becomes a backup itself, so that a restore can be taken back; a database that is too damaged \
            for that is moved aside as koe.db.damaged. Files in the inbox that came after the backup are read by the \
            next run.
            """
    )

    @OptionGroup var options: SharedOptions

    @Argument(help: "Name of the backup, as 'koe backup list' shows it, or latest.")
    var name: String

    @Flag(help: "Check the backup, and change nothing.")
    var dryRun = false

    func result() async throws -> any CommandResult {
        let lock = try dryRun ? nil : lock("restore")
        try workspace.requireSettings()
        let backups = Backups(of: workspace)
        let backup = try backups.find(name)
        if dryRun { return RestoreDryRun(backup: backup, problems: try backups.problems(of: backup)) }
        let before = try backups.restore(backup, at: clock())
        withExtendedLifetime(lock) {}
        return RestoreResult(backup: backup, before: before)
    }
}

private struct RestoreDryRun: CommandResult {
    let backup: Backup
    let problems: [String]

    var status: ExitStatus { problems.isEmpty ? .good : .incomplete }

    var text: String {
        (problems.isEmpty ? ["would restore \(backup.name)"] : problems.map { "problem: \($0)" })
            .joined(separator: "\n")
    }
}

private struct RestoreResult: CommandResult {
    let backup: Backup
    /// What stood there before.
    let before: Backup?

    var text: String {
        "restored \(backup.name)" + (before.map { "; what stood there before is backed up as \($0.name)" } ?? "")
    }
}

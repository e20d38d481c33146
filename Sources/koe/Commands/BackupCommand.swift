import ArgumentParser
import Foundation
import Workspace

struct BackupCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Back up the database, or list the backups.",
        discussion: """
            A backup is one consistent state of the database with the key of its hashes, in the workspace's folder \
            backups. A run may go on meanwhile. koe.yaml, mappings and your own word lists are files of yours: copy them \
            as you like. The setting keepBackups says how many stay; one is made before every change of the \
            database's form. 'koe verify --backup NAME' checks one, 'koe restore NAME' puts one back.
            """,
        subcommands: [BackupMakeCommand.self, BackupListCommand.self],
        defaultSubcommand: BackupMakeCommand.self
    )

    @OptionGroup var options: SharedOptions
}

struct BackupMakeCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Back up the database as it stands."
    )

    @OptionGroup var options: SharedOptions

    @Flag(help: "Say what would be done, and change nothing.")
    var dryRun = false

    func result() async throws -> any CommandResult {
        let keep = max(1, try settings().keepBackups)
        let backups = Backups(of: workspace)
        if dryRun { return BackupDryRun(folder: workspace.backups.path, keep: keep) }
        return BackupResult(backup: try backups.make(.byHand, at: clock(), keep: keep), folder: workspace.backups.path)
    }
}

struct BackupListCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the backups, newest first."
    )

    @OptionGroup var options: SharedOptions

    func result() async throws -> any CommandResult {
        try workspace.requireSettings()
        return BackupListResult(backups: try Backups(of: workspace).all())
    }
}

private struct BackupDryRun: CommandResult {
    let folder: String
    let keep: Int

    var text: String { "would write a backup into \(folder), and keep the newest \(keep)" }
}

private struct BackupResult: CommandResult {
    let backup: Backup
    let folder: String

    var text: String { "backed up as \(backup.name) (\(FileSize.text(backup.bytes))) in \(folder)" }
}

private struct BackupListResult: CommandResult {
    let backups: [Backup]

    var text: String {
        if backups.isEmpty { return "no backups; koe backup makes one" }
        let rows = backups.map { [$0.name, $0.reason.rawValue, FileSize.text($0.bytes), $0.schema] }
        return TextTable(rows: [["backup", "made", "size", "schema"]] + rows, rightAligned: [2]).text
    }
}

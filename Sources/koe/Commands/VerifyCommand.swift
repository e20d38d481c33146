import Answers
import ArgumentParser
import Foundation
import Store
import Workspace

struct VerifyCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check the database and print one hash of its content.",
        discussion: """
            The hash is the same on every machine, whatever the order and the batches the files came in. Row numbers, \
            the history of runs, acknowledgements of flags and search indexes are no part of it.
            """
    )

    @OptionGroup var options: SharedOptions

    @Option(help: "Check this backup instead: a name that 'koe backup list' shows, or latest.")
    var backup: String?

    func result() async throws -> any CommandResult {
        guard let backup else { return try Verification.run(on: context(for: .reading).database) }
        try workspace.requireSettings()
        let backups = Backups(of: workspace)
        let found = try backups.find(backup)
        let problems = try backups.problems(of: found)
        if !problems.isEmpty { return DamagedBackup(name: found.name, problems: problems) }
        return try Self.verification(of: backups.databaseFile(of: found).path)
    }

    /// A backup stays as it is: one that an older program wrote is brought up to date as a copy, and that is checked.
    private static func verification(of path: String) throws -> Verification.Outcome {
        guard try DatabaseFile.needsMigration(path) else {
            return try Verification.run(on: KoeDatabase(readingPath: path))
        }
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        let copy = scratch.url.appending(path: "koe.db").path
        try DatabaseFile.copy(path, to: copy)
        return try Verification.run(on: KoeDatabase(path: copy))
    }
}

extension Verification.Outcome: CommandResult {
    var status: ExitStatus { problems.isEmpty ? .good : .incomplete }

    var text: String {
        ([hash] + problems.map { "problem: \($0)" }).joined(separator: "\n")
    }
}

private struct DamagedBackup: CommandResult {
    let name: String
    let problems: [String]

    var status: ExitStatus { .incomplete }

    var text: String { problems.map { "problem: \($0)" }.joined(separator: "\n") }
}

import ArgumentParser
import Nightly
import Store
import Workspace

struct ImportUndoCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take an import back, whole, and say what was removed.",
        discussion: """
            Comments that the import updated return to the state they had before; rows that stand in other imported \
            files too stay. A file that is still in the inbox comes in again with the next run.
            """
    )

    @OptionGroup var options: SharedOptions

    @Argument(help: "The file as it was imported, the beginning of its SHA-256, or the number of a run.")
    var name: String

    @Flag(help: "Say what would be removed, and remove nothing.")
    var dryRun = false

    func result() async throws -> any CommandResult {
        let lock = dryRun ? nil : try lock("undo")
        let context = try context(for: dryRun ? .reading : .writing)
        let outcome = try await ImportUndoStage(context: context).run(name, isDryRun: dryRun, progress: progress)
        withExtendedLifetime(lock) {}
        return outcome
    }
}

extension ImportUndoStage.Outcome: CommandResult {
    var status: ExitStatus { problems.isEmpty ? .good : .incomplete }

    var warnings: [String] { problems }

    var text: String {
        let verb = isDryRun ? "would be removed" : "removed"
        let lines = [
            "\(isDryRun ? "would take back" : "took back") \(files.joined(separator: ", "))",
            "\(verb): \(removed.comments) comments, \(removed.cases) cases, \(removed.quarantined) rows in quarantine",
            "\(removed.restored) comments return to their earlier state",
        ]
        let again = readAgain > 0 ? ["\(readAgain) of the rows stand in other files and are there again"] : []
        return (lines + again).joined(separator: "\n")
    }
}

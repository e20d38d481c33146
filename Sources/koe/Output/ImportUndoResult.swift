import Nightly
import Store

extension ImportUndoStage.Outcome: CommandResult {
    var status: ExitStatus { problems.isEmpty ? .good : .incomplete }

    var warnings: [String] { problems + notes }

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

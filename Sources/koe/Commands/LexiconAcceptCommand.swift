import ArgumentParser
import Foundation
import Learning
import Workspace

struct LexiconAcceptCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Put a list into the workspace, where it wins over the shipped ones.",
        discussion: """
            The next 'koe run' scores every comment anew. With --dry-run, checks the list and tells which strengths \
            and flags would change. To take a list back, remove it from lexicon/.
            """
    )

    @OptionGroup var options: SharedOptions

    @Argument(help: "List in the format of the shipped ones, as 'koe lexicon learn' writes it.", completion: .file())
    var file: String

    @Flag(help: "Check the list and tell what it would change, and change nothing.")
    var dryRun = false

    func result() async throws -> any CommandResult {
        let lists = try AcceptedLists(workspace: workspace, dictionary: settings().dictionary)
        let url = URL(filePath: file)
        guard dryRun else { return AcceptResult(outcome: try accept(lists), isDryRun: false, rehearsal: nil) }
        let outcome = try lists.check(url)
        let rehearsal = try await AcceptanceRehearsal.run(
            Data(contentsOf: url),
            name: url.deletingPathExtension().lastPathComponent + ".tsv",
            context: context(for: .reading),
            progress: progress
        )
        return AcceptResult(outcome: outcome, isDryRun: true, rehearsal: rehearsal)
    }

    private func accept(_ lists: AcceptedLists) throws -> AcceptedLists.Outcome {
        let lock = try lock("lexicon accept")
        return try withExtendedLifetime(lock) { try lists.accept(URL(filePath: file)) }
    }
}

private struct AcceptResult: CommandResult {
    let outcome: AcceptedLists.Outcome
    let isDryRun: Bool
    let rehearsal: AcceptanceRehearsal?

    var text: String {
        let verb = isDryRun ? "would put" : "put"
        let over = outcome.replaced ? ", over the list that was there" : ""
        var lines = ["\(verb) \(outcome.rows) rows into \(outcome.file)\(over)"]
        if isDryRun { lines.append(RehearsalText(rehearsal).text) }
        return lines.joined(separator: "\n")
    }
}

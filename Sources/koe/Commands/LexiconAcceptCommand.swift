import ArgumentParser
import Foundation
import Pipeline

struct LexiconAcceptCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Put a list into the workspace, where it wins over the shipped ones.",
        discussion: "The next 'koe run' scores every comment anew. To take a list back, remove it from lexicon/."
    )

    @ParentCommand var koe: Koe
    @OptionGroup var local: SharedOptions

    @Argument(help: "List in the format of the shipped ones, as 'koe lexicon learn' writes it.", completion: .file())
    var file: String

    @Flag(help: "Check the list, and change nothing.")
    var dryRun = false

    func run() async throws {
        let lists = try AcceptedLists(workspace: workspace, dictionary: context().settings.dictionary)
        let outcome = try dryRun ? lists.check(URL(filePath: file)) : accept(lists)
        try show(AcceptResult(outcome: outcome, isDryRun: dryRun))
    }

    private func accept(_ lists: AcceptedLists) throws -> AcceptedLists.Outcome {
        let lock = try lock("lexicon accept")
        return try withExtendedLifetime(lock) { try lists.accept(URL(filePath: file)) }
    }
}

private struct AcceptResult: CommandResult {
    let outcome: AcceptedLists.Outcome
    let isDryRun: Bool

    var text: String {
        let verb = isDryRun ? "would put" : "put"
        let over = outcome.replaced ? ", over the list that was there" : ""
        return "\(verb) \(outcome.rows) rows into \(outcome.file)\(over)"
    }
}

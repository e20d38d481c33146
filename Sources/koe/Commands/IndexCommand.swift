import Answers
import ArgumentParser
import Workspace

struct IndexCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Bring the full-text index up to date; koe search reads what is new or changed since as it is."
    )

    @ParentCommand var koe: Koe
    @OptionGroup var local: SharedOptions

    @Flag(help: "Say what would be done, and change nothing.")
    var dryRun = false

    func run() async throws {
        if dryRun {
            try workspace.requireSettings()
            return Console.output("would bring the full-text index up to date")
        }
        let lock = try lock("index")
        let added = try withExtendedLifetime(lock) { try CommentSearch.updateIndex(of: context(for: .writing)) }
        try show(IndexResult(indexed: added))
    }
}

private struct IndexResult: CommandResult {
    let indexed: Int

    var text: String { "indexed \(indexed) new or changed comments" }
}

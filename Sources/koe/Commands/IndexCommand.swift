import ArgumentParser
import Nightly
import Workspace

struct IndexCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Make the full-text index, or bring it up to date; every run then keeps it so."
    )

    @OptionGroup var options: SharedOptions

    @Flag(help: "Say what would be done, and change nothing.")
    var dryRun = false

    func result() async throws -> any CommandResult {
        if dryRun {
            try workspace.requireSettings()
            return IndexDryRun()
        }
        let lock = try lock("index")
        let added = try withExtendedLifetime(lock) { try IndexStage.run(on: context(for: .writing)) }
        return IndexResult(indexed: added)
    }
}

private struct IndexDryRun: CommandResult {
    var text: String { "would bring the full-text index up to date" }
}

private struct IndexResult: CommandResult {
    let indexed: Int

    var text: String { "indexed \(indexed) new or changed comments" }
}

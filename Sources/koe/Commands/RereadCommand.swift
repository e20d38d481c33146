import ArgumentParser
import Nightly
import Store
import Workspace

struct RereadCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "reread",
        abstract: "Read what was imported anew, with the mappings and brands of today.",
        discussion: """
            The files need not be there: what they held is kept in the database. A run does the same by itself for \
            every source whose mapping, brands or program have changed.
            """
    )

    @OptionGroup var options: SharedOptions

    @Argument(help: "The source to read anew (default: all).")
    var source: String?

    func result() async throws -> any CommandResult {
        let lock = try lock("reread")
        let context = try context(for: .writing)
        let summary = try await ImportStage.rereadAlone(
            context: context,
            source: source,
            clock: clock,
            progress: progress
        )
        withExtendedLifetime(lock) {}
        return summary.shown(by: try context.voiceNames())
    }
}

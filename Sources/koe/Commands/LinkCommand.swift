import ArgumentParser
import Nightly
import Store
import Workspace

struct LinkCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Link comments to support cases.",
        subcommands: [LinkCommentsCommand.self, LinkTrainCommand.self, LinkAcceptCommand.self],
        defaultSubcommand: LinkCommentsCommand.self
    )

    @OptionGroup var options: SharedOptions
}

struct LinkCommentsCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "comments",
        abstract: "Link comments to support cases (what koe link does)."
    )

    @OptionGroup var options: SharedOptions

    @Flag(help: "Say what would be linked, and change nothing.")
    var dryRun = false

    func result() async throws -> any CommandResult {
        let lock = dryRun ? nil : try lock("link")
        let context = try context(for: dryRun ? .reading : .writing)
        let outcome = try await LinkStage(context: context).run(writes: !dryRun, progress: progress)
        withExtendedLifetime(lock) {}
        return LinkResult(outcome: outcome, isDryRun: dryRun)
    }
}

struct LinkResult: CommandResult {
    let outcome: LinkStage.Outcome
    let isDryRun: Bool

    func encode(to encoder: any Encoder) throws {
        try outcome.encode(to: encoder)
    }

    var text: String {
        let counts = outcome.counts
        let parts = [
            ("same case", counts.sameCase), ("follow-up", counts.followUp), ("about", counts.about),
            ("similar", counts.similar), ("review", counts.review), ("none", counts.none),
        ]
        let verb = outcome.wasCurrent ? "links are up to date:" : isDryRun ? "would link" : "linked"
        return "\(verb) \(counts.linked) of \(outcome.comments) comments to \(outcome.cases) cases ("
            + parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + ")"
    }
}

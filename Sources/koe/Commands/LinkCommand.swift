import ArgumentParser
import Nightly
import Workspace

struct LinkCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Link comments to support cases."
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
        if outcome.wasCurrent { return "links are up to date: \(outcome.linked) of \(outcome.comments) comments" }
        let relations = outcome.relations.map { "\($0.relation) \($0.count)" }.joined(separator: ", ")
        let verb = isDryRun ? "would link" : "linked"
        return "\(verb) \(outcome.linked) of \(outcome.comments) comments to \(outcome.cases) cases"
            + (relations.isEmpty ? "" : " (\(relations))")
    }
}

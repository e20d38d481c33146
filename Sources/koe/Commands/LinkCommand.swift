import ArgumentParser
import Foundation
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
        abstract: "Link comments to support cases (what koe link does).",
        discussion: """
            With --stream, answers the questions of a cluster line by line, with what koe cluster has frozen in the folder \
            of --workspace. A line is {"id",…} and so is its answer: with --step threads the comments of a thread and the \
            cases that share a key with them come in, and the decision about each comment goes out.
            """
    )

    @OptionGroup var options: SharedOptions

    @Flag(help: "Say what would be linked, and change nothing.")
    var dryRun = false

    @Flag(help: "Answer NDJSON from stdin to stdout; needs no database.")
    var stream = false

    @Option(help: "With --stream: what a line holds: people, cases, comments or threads (default: threads).")
    var step: LinkStream.Step?

    @OptionGroup var streaming: StreamOptions

    /// A stream ends as whoever reads it expects.
    var isEndedBySignals: Bool { !stream }

    func validate() throws {
        try streaming.check(stream: stream)
        if step != nil && !stream { throw ValidationError("--step goes with --stream") }
        if stream && dryRun { throw ValidationError("--stream and --dry-run exclude each other") }
    }

    func run() async throws {
        guard stream else { return try await showResult() }
        let stream = try LinkStream(
            step: step ?? .threads,
            folder: workspace.directory,
            resources: resources(),
            workers: streaming.workers
        )
        try await stream.run(input: .standardInput, trailer: streaming.trailer) { Console.answer($0) }
    }

    func result() async throws -> any CommandResult {
        let lock = dryRun ? nil : try lock("link")
        let context = try context(for: dryRun ? .reading : .writing)
        let outcome = try await LinkStage(context: context).run(writes: !dryRun, progress: progress)
        withExtendedLifetime(lock) {}
        return LinkResult(outcome: outcome, isDryRun: dryRun)
    }
}

extension LinkStream.Step: ExpressibleByArgument {}

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

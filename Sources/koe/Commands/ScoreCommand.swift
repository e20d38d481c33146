import Answers
import ArgumentParser
import Feedback
import Foundation
import Nightly
import Workspace

struct ScoreCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Score the comments of the workspace, a stream of texts, or one text.",
        discussion: """
            With --stream, reads lines {"id","text","title"?,"lang"?} from stdin and writes one line for each, in order. \
            With --explain, shows one text with its matched words, entries and rules.
            """
    )

    @OptionGroup var options: SharedOptions

    @Flag(help: "Score NDJSON from stdin to stdout; needs no workspace.")
    var stream = false

    @OptionGroup var streaming: StreamOptions

    @Option(help: ArgumentHelp("Show how one text is scored; needs no workspace.", valueName: "text"))
    var explain: String?

    @Flag(help: "Say how many comments would be scored, and change nothing.")
    var dryRun = false

    /// A stream ends as whoever reads it expects.
    var isEndedBySignals: Bool { !stream }

    func validate() throws {
        try streaming.check(stream: stream)
        if stream && explain != nil { throw ValidationError("--stream and --explain exclude each other") }
    }

    func run() async throws {
        if stream { try await runStream() } else { try await showResult() }
    }

    func result() async throws -> any CommandResult {
        if let explain { return try explanation(of: explain) }
        if dryRun { return ScoreDryRun(pending: try stage(context(for: .reading)).pending()) }
        let lock = try lock("score")
        let stage = try stage(context(for: .writing))
        let outcome = try await stage.run(progress: progress)
        withExtendedLifetime(lock) {}
        return ScoreResult(scored: outcome.scored, scorer: outcome.version)
    }

    private func stage(_ context: WorkspaceContext) throws -> ScoreStage {
        ScoreStage(database: context.database, scorer: try context.loadScorer(), workers: context.workers)
    }

    private func runStream() async throws {
        let loaded = try standaloneScorer()
        let stream = ScoreStream(scorer: loaded, workers: streaming.workers)
        try await stream.run(
            input: .standardInput,
            trailer: streaming.trailer,
            output: { Console.answer($0) }
        )
    }

    private func explanation(of text: String) throws -> CommentExplanations {
        let loaded = try standaloneScorer()
        let explanation = try CommentExplanation(text: text, scorer: loaded)
        return CommentExplanations(comments: [explanation], hasColour: Console.hasColour)
    }

    /// The shipped scorer, or that of the workspace when one is named.
    private func standaloneScorer() throws -> LoadedScorer {
        if options.workspace != nil { return try context(for: .reading).loadScorer() }
        return try ScorerLoader.load(lexicons: resources().lexicons, dictionary: environment["KOE_DICTIONARY"])
    }
}

private struct ScoreResult: CommandResult {
    let scored: Int
    let scorer: String

    var text: String {
        scored == 0 ? "all comments are scored already (\(scorer))" : "scored \(scored) comments (\(scorer))"
    }
}

private struct ScoreDryRun: CommandResult {
    let pending: Int

    var text: String { "would score \(pending) comments" }
}

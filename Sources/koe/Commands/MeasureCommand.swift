import Answers
import ArgumentParser
import Foundation
import Nightly
import Workspace

struct MeasureCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Make voices of comments, and measure support and brand strength.",
        discussion: """
            With --from, takes the scores, links, voices and cells of a cluster instead of making them: those of the folder \
            that koe cluster worked in, for this very workspace. All or nothing is taken; then changes are looked for as \
            always. With --stream, answers the questions of a cluster line by line, with the settings in the folder of \
            --workspace.
            """
    )

    @OptionGroup var options: SharedOptions

    @Option(help: "Voices below which a value is shown as insufficient.")
    var minimumVoices: Int?

    @Flag(help: "Say whether there is anything new to measure, and change nothing.")
    var dryRun = false

    @Flag(help: "Print how every number is defined, and change nothing.")
    var definitions = false

    @Option(help: ArgumentHelp("Take what a cluster has made of this workspace.", valueName: "folder"))
    var from: String?

    @Option(
        help: ArgumentHelp("With --from: the Python that has pyarrow (default: as koe cluster).", valueName: "path")
    )
    var python: String?

    @Flag(help: "Answer NDJSON from stdin to stdout; needs no database.")
    var stream = false

    @Option(
        help: "With --stream: what a line holds: voices (comments in, voices out; the default) or cells (voices in)."
    )
    var step: MeasureStream.Step?

    @OptionGroup var streaming: StreamOptions

    func validate() throws {
        try streaming.check(stream: stream)
        if step != nil && !stream { throw ValidationError("--step goes with --stream") }
        if [stream, dryRun, definitions, from != nil].count(where: \.self) > 1 {
            throw ValidationError("--stream, --from, --dry-run and --definitions exclude each other")
        }
        if python != nil && from == nil { throw ValidationError("--python goes with --from") }
    }

    func run() async throws {
        guard stream else { return try await showResult() }
        let stream = MeasureStream(step: step ?? .voices, settings: try settings(), workers: streaming.workers)
        try await stream.run(input: .standardInput, trailer: streaming.trailer) { Console.answer($0) }
    }

    func result() async throws -> any CommandResult {
        if definitions { return DefinitionList() }
        if dryRun {
            let isCurrent = try MeasureStage(context: context(for: .reading)).isCurrent()
            return MeasureDryRun(isCurrent: isCurrent)
        }
        let lock = try lock("measure")
        let context = try context(for: .writing, flags: minimumVoices.map { ["minimumVoices": String($0)] } ?? [:])
        let outcome =
            try from.map { try intake($0, in: context) } ?? MeasureStage(context: context).run(progress: progress)
        withExtendedLifetime(lock) {}
        return outcome
    }

    private func intake(_ folder: String, in context: WorkspaceContext) throws -> MeasureStage.Outcome {
        let (data, python, environment) = (context.resources.directory, python, environment)
        let reader = ParquetReader(data: data) {
            try ClusterPython(flag: python, environment: environment, data: data)
        }
        let results = try ClusterResults(folder: URL(filePath: folder), reader: reader)
        return try ClusterIntake(context: context, results: results).run(progress: progress)
    }
}

extension MeasureStream.Step: ExpressibleByArgument {}

private struct MeasureDryRun: CommandResult {
    let isCurrent: Bool

    var text: String { isCurrent ? "measures are up to date" : "would measure: something has changed" }
}

extension DefinitionList: CommandResult {
    var text: String {
        let entries = definitions.map { definition in
            "\(definition.name) [\(definition.unit)]\n    \(definition.formula)"
                + (definition.source.map { "\n    \($0)" } ?? "")
        }
        return "definitions, version \(version)\n\n" + entries.joined(separator: "\n")
    }
}

extension MeasureStage.Outcome: CommandResult {
    var text: String {
        let numbers = """
            \(voices) voices, \(cells) cells, \(flags) flags, \
            \(earlySigns) early signs
            """
        return wasCurrent ? "measures are up to date: \(numbers)" : "measured \(numbers)"
    }
}

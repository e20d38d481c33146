import Answers
import ArgumentParser
import Nightly

struct MeasureCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Make voices of comments, and measure support and brand strength."
    )

    @ParentCommand var koe: Koe
    @OptionGroup var local: SharedOptions

    @Option(help: "Voices below which a value is shown as insufficient.")
    var minimumVoices: Int?

    @Flag(help: "Say whether there is anything new to measure, and change nothing.")
    var dryRun = false

    @Flag(help: "Print how every number is defined, and change nothing.")
    var definitions = false

    func run() async throws {
        if definitions { return try show(DefinitionsResult(list: DefinitionList())) }
        if dryRun {
            let isCurrent = try MeasureStage(context: context(for: .reading)).isCurrent()
            return try show(MeasureDryRun(isCurrent: isCurrent))
        }
        let lock = try lock("measure")
        let context = try context(for: .writing, flags: minimumVoices.map { ["minimumVoices": String($0)] } ?? [:])
        let outcome = try MeasureStage(context: context).run(progress: progress)
        withExtendedLifetime(lock) {}
        try show(MeasureResult(outcome: outcome))
    }
}

private struct MeasureDryRun: CommandResult {
    let isCurrent: Bool

    var text: String { isCurrent ? "measures are up to date" : "would measure everything anew: something has changed" }
}

private struct DefinitionsResult: CommandResult {
    let list: DefinitionList

    func encode(to encoder: any Encoder) throws {
        try list.encode(to: encoder)
    }

    var text: String {
        let entries = list.definitions.map { definition in
            "\(definition.name) [\(definition.unit)]\n    \(definition.formula)"
                + (definition.source.map { "\n    \($0)" } ?? "")
        }
        return "definitions, version \(list.version)\n\n" + entries.joined(separator: "\n")
    }
}

struct MeasureResult: CommandResult {
    let outcome: MeasureStage.Outcome

    func encode(to encoder: any Encoder) throws {
        try outcome.encode(to: encoder)
    }

    var text: String {
        let numbers = """
            \(outcome.voices) voices, \(outcome.cells) cells, \(outcome.flags) flags, \
            \(outcome.earlySigns) early signs
            """
        return outcome.wasCurrent ? "measures are up to date: \(numbers)" : "measured \(numbers)"
    }
}

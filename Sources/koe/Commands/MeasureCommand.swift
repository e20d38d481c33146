import Answers
import ArgumentParser
import Nightly
import Workspace

struct MeasureCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Make voices of comments, and measure support and brand strength."
    )

    @OptionGroup var options: SharedOptions

    @Option(help: "Voices below which a value is shown as insufficient.")
    var minimumVoices: Int?

    @Flag(help: "Say whether there is anything new to measure, and change nothing.")
    var dryRun = false

    @Flag(help: "Print how every number is defined, and change nothing.")
    var definitions = false

    func result() async throws -> any CommandResult {
        if definitions { return DefinitionList() }
        if dryRun {
            let isCurrent = try MeasureStage(context: context(for: .reading)).isCurrent()
            return MeasureDryRun(isCurrent: isCurrent)
        }
        let lock = try lock("measure")
        let context = try context(for: .writing, flags: minimumVoices.map { ["minimumVoices": String($0)] } ?? [:])
        let outcome = try MeasureStage(context: context).run(progress: progress)
        withExtendedLifetime(lock) {}
        return outcome
    }
}

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

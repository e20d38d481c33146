import ArgumentParser
import Foundation
import Review
import Workspace

struct ReviewExportCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print all decisions as CSV, for another workspace or a team.",
        discussion: """
            For another workspace the ids of comments and cases and the notes stand in it as they are; on a terminal what is \
            personal in them is hidden. --mask and --unmask say it for both. Who decided is told in either.
            """
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var masking: ExportMaskingOptions

    func run() async throws {
        Console.output(bytes: try DecisionFile.text(isMasked: masking.isMasked, in: context(for: .reading)))
    }
}

struct ReviewImportCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take over decisions from a CSV file.",
        discussion: """
            The file is as 'koe review export' writes it: id, kind, source, comment, case, into, relation, undoes, by, at, \
            note. A row written by hand leaves id and at empty. Each decision is taken once, however often it comes; \
            of two that disagree the later wins. A comment or a case that is not there yet is waited for.
            """
    )

    @OptionGroup var options: SharedOptions

    @Argument(help: "The file.", completion: .file())
    var file: String

    @Option(help: "Who decided, where a row does not say so (default: the user's name in the environment).")
    var by: String?

    @Flag(help: "Say what would be taken over, and change nothing.")
    var dryRun = false

    func result() async throws -> any CommandResult {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw WorkspaceError(.input, "cannot read \(file)")
        }
        let lock = dryRun ? nil : try lock("review")
        let outcome = try DecisionFile.read(
            Array(data),
            name: file,
            by: decider(by),
            isDryRun: dryRun,
            into: context(for: dryRun ? .reading : .writing)
        )
        withExtendedLifetime(lock) {}
        return outcome
    }
}

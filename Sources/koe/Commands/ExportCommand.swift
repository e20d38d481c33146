import Answers
import ArgumentParser
import Workspace

struct ExportCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print comments, scores, voices, links, cases, cells, versions or flags, in a stable order.",
        discussion: """
            Rows are data for your own tools, and go to them as they stand; on a terminal what is personal in them is \
            hidden. --mask and --unmask say it for both.
            """
    )

    @OptionGroup var options: SharedOptions
    @OptionGroup var masking: ExportMaskingOptions

    @Argument(help: ArgumentHelp("What to print: \(ExportSet.names).", valueName: "set"))
    var set: ExportSet

    @Option(help: "Form of the rows: ndjson or csv.")
    var format: ExportFormat = .ndjson

    func run() async throws {
        let count = try Export(format: format.value, isMasked: masking.isMasked).write(
            set.name,
            of: context(for: .reading)
        ) {
            Console.output(bytes: $0)
        }
        messages.detail("\(count) rows")
    }
}

struct ExportFormat: ExpressibleByArgument {
    static let ndjson = ExportFormat(value: .ndjson)
    static let allValueStrings = Export.Format.allCases.map(\.rawValue)

    let value: Export.Format

    init?(argument: String) {
        guard let value = Export.Format(rawValue: argument) else { return nil }
        self.value = value
    }

    private init(value: Export.Format) {
        self.value = value
    }

    var defaultValueDescription: String { value.rawValue }
}

struct ExportSet: ExpressibleByArgument {
    static let allValueStrings = Export.setNames
    static let names = allValueStrings.joined(separator: ", ")

    let name: String

    init?(argument: String) {
        guard Self.allValueStrings.contains(argument) else { return nil }
        name = argument
    }
}

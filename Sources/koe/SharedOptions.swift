import ArgumentParser
import Foundation

/// Options that every command takes, before or after its name.
struct SharedOptions: ParsableArguments {
    @Option(name: [.customShort("w"), .long], help: "Folder of the workspace (default: the current folder).")
    var workspace: String?

    @Option(help: "Folder that holds Lexicons and Reports/templates (default: found beside the program).")
    var data: String?

    @Flag(help: "Print the result as JSON.")
    var json = false

    @Flag(name: [.short, .long], help: "Print results and errors only.")
    var quiet = false

    @Flag(name: [.short, .long], help: "Say more about what is done.")
    var verbose = false

    @Option(help: ArgumentHelp("Form of messages on stderr: text or json.", valueName: "form"))
    var logFormat: LogFormat?
}

/// Form of the messages on stderr.
enum LogFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json

    /// What the command line asks for, whether or not the rest of it can be understood.
    static let asked: LogFormat = {
        let arguments = CommandLine.arguments.prefix { $0 != "--" }
        let option = "--log-format"
        let values =
            zip(arguments, arguments.dropFirst()).filter { $0.0 == option }.map(\.1)
            + arguments.compactMap { $0.hasPrefix(option + "=") ? String($0.dropFirst(option.count + 1)) : nil }
        return values.contains(json.rawValue) ? .json : .text
    }()
}

import Foundation
import Testing

/// The commands and options of the program, as it lists them itself.
struct HelpDump: Decodable {
    struct Command: Decodable {
        let superCommands: [String]?
        let commandName: String
        let abstract: String?
        let discussion: String?
        let arguments: [Argument]?
        let subcommands: [Command]?
        let defaultSubcommand: String?

        var isRoot: Bool { superCommands == nil }

        /// Such as `lexicon learn`.
        var name: String { ((superCommands ?? []).dropFirst() + [commandName]).joined(separator: " ") }

        /// This command and all under it, without the parser's own `help`.
        var all: [Command] {
            [self] + (subcommands ?? []).filter { $0.commandName != "help" }.flatMap(\.all)
        }

        /// The command that words name, with the words after it; options before it are passed over.
        func named(by words: [String]) -> (command: Command, rest: [String]) {
            var rest = words[...]
            while let first = rest.first, first.hasPrefix("-") {
                rest = rest.dropFirst(first == "-w" || first == "--workspace" ? 2 : 1)
            }
            guard let first = rest.first, let next = subcommands?.first(where: { $0.commandName == first }) else {
                // Without a command under it, the one that is meant then.
                let meant = subcommands?.first { $0.commandName == defaultSubcommand }
                return (meant ?? self, Array(rest))
            }
            return next.named(by: Array(rest.dropFirst()))
        }
    }

    struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String
        }

        let shouldDisplay: Bool
        let names: [Name]?
        let valueName: String?
        let abstract: String?

        /// As a user types them: `-w`, `--workspace`.
        var options: [String] { (names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name } }

        var shown: String { options.first ?? valueName ?? "?" }
    }

    let command: Command

    /// Names of the commands that are meant where only the one above them is written.
    var defaults: Set<String> {
        Set(command.all.compactMap { above in above.defaultSubcommand.map { above.name + " " + $0 } })
    }

    static func read() throws -> HelpDump {
        let dump = try KoeProcess.run(["--experimental-dump-help"])
        try #require(dump.status == 0, "\(dump.errors)")
        return try JSONDecoder().decode(HelpDump.self, from: Data(dump.output.utf8))
    }
}

/// A command line that the README shows, in a block or between backticks.
struct ReadmeExample {
    let text: String
    /// What follows `koe`, as far as it is not redirected or a comment.
    let words: [String]

    static func all(in readme: String) -> [ReadmeExample] {
        let spans = readme.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        let lines = readme.split(separator: "\n").map(String.init)
        return (spans + lines).filter { $0.hasPrefix("koe ") && !$0.contains("\n") }.flatMap { text in
            alternatives(of: text).map { ReadmeExample(text: text, words: $0) }
        }
    }

    /// The words of each command that `a\|b` stands for.
    private static func alternatives(of text: String) -> [[String]] {
        let command = text.components(separatedBy: " #")[0].components(separatedBy: " >")[0]
        return command.split(separator: " ").dropFirst().reduce([[]]) { lines, word in
            word.components(separatedBy: "\\|").flatMap { choice in
                lines.map { $0 + [choice.filter { $0 != "…" }] }
            }
        }
    }
}

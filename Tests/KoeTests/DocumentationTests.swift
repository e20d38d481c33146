import Foundation
import Testing

/// What the program says of itself, against itself and against the README.
///
/// The list of commands and options is the program's own, so that a new one cannot stay without a word.
struct DocumentationTests {
    private static let readme =
        (try? String(contentsOf: KoeProcess.checkout.appending(path: "README.md"), encoding: .utf8)) ?? ""

    private func commands() throws -> [HelpDump.Command] { try HelpDump.read().command.all }

    @Test func everyCommandSaysWhatItDoes() throws {
        let commands = try commands()
        #expect(commands.count > 20)
        for command in commands {
            #expect(command.abstract?.hasSuffix(".") == true || command.isRoot, "\(command.name)")
        }
    }

    @Test func everyOptionAndArgumentSaysWhatItIs() throws {
        for command in try commands() {
            for argument in command.arguments ?? [] where argument.shouldDisplay {
                #expect(argument.abstract?.isEmpty == false, "koe \(command.name): \(argument.shown)")
            }
        }
    }

    @Test func everyCommandStandsInTheReadme() throws {
        let dump = try HelpDump.read()
        let shown = ReadmeExample.all(in: Self.readme).map { dump.command.named(by: $0.words).command.name }
        for command in dump.command.all where !command.isRoot && command.subcommands == nil {
            #expect(shown.contains(command.name) || dump.defaults.contains(command.name), "koe \(command.name)")
        }
    }

    /// Every line of the README that begins with `koe` names commands and options that there are.
    @Test func examplesOfTheReadmeAreCommands() throws {
        let root = try HelpDump.read().command
        let examples = ReadmeExample.all(in: Self.readme)
        #expect(examples.count > 20)
        for example in examples {
            let (command, rest) = root.named(by: example.words)
            #expect(!command.isRoot || rest.allSatisfy { $0.hasPrefix("-") }, "\(example.text)")
            let known = Set(((command.arguments ?? []) + (root.arguments ?? [])).flatMap(\.options))
            for option in example.words where option.hasPrefix("-") {
                #expect(known.contains(option), "\(example.text): \(option)")
            }
        }
    }

    @Test func everyExitCodeIsExplained() throws {
        let discussion = try #require(try HelpDump.read().command.discussion)
        for code in [
            "0 good", "1 finished", "2 usage", "3 a gate", "4 nothing matched", "5 ", "6 the database", "130 ",
        ] {
            #expect(discussion.contains(code) && Self.readme.contains(code), "\(code)")
        }
    }

    @Test func helpOfARunNamesItsOptions() throws {
        let help = try KoeProcess.run(["run", "--help"])
        #expect(help.status == 0)
        for words in ["OVERVIEW:", "--gate", "--dry-run", "--workspace", "--json"] {
            #expect(help.output.contains(words))
        }
    }

    /// Options of every command count before, between and after the names of commands, and the last one wins.
    @Test(arguments: [
        ["-w", "WS", "flags", "list"], ["flags", "-w", "WS", "list"], ["flags", "list", "-w", "WS"],
        ["flags", "-w", "WS"],
        ["-w", "nowhere", "config", "-w", "WS"],
    ])
    func sharedOptionsStandAnywhere(arguments: [String]) throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let result = try KoeProcess.run(arguments.map { $0 == "WS" ? workspace : $0 })
        #expect(result.status == 0, "\(result.errors)")
    }
}

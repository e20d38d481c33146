import Foundation
import Testing

struct DocumentationTests {
    private static let commands = [
        "init", "run", "import", "score", "link", "measure", "report", "why", "flags", "attribute", "search", "serve",
        "export", "verify", "evaluate",
        "lexicon", "calibrate", "trend", "power", "config", "doctor", "index", "sample",
    ]

    @Test func rootHelpNamesEveryCommand() throws {
        let help = try KoeProcess.run(["--help"])
        #expect(help.status == 0)
        for command in Self.commands { #expect(help.output.contains("\n  \(command) "), "\(command)") }
    }

    @Test(arguments: commands)
    func commandHasHelpAndStandsInTheReadme(command: String) throws {
        let help = try KoeProcess.run([command, "--help"])
        #expect(help.status == 0)
        #expect(help.output.contains("OVERVIEW:"))
        let readme = try String(contentsOf: KoeProcess.checkout.appending(path: "README.md"), encoding: .utf8)
        #expect(readme.contains("koe \(command)"))
    }
}

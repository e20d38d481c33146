import ArgumentParser
import Learning
import Workspace

struct LexiconAuditCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "List entries that the ratings of their own comments speak against.",
        discussion: """
            Looks at every rated and scored comment of the workspace, per source and language, and changes nothing. \
            Exits with 0 when nothing is found, with 1 when an entry is listed, with 4 when there is nothing to look at.
            """
    )

    @OptionGroup var options: SharedOptions

    @Option(help: "Look at the comments of this source only.")
    var source: String?

    @Option(help: "Look at this language only: ja or en.")
    var lang: String?

    @Option(help: "Low and high ratings below which an entry is not tested.")
    var least = LexiconAudit.usualLeast

    @Flag(help: "Print what is listed, exactly, and look at nothing.")
    var definitions = false

    func validate() throws {
        if least < 1 { throw ValidationError("--least is \(least); write 1 or more") }
        if let lang, lang != "ja", lang != "en" { throw ValidationError("--lang is \"\(lang)\"; write ja or en") }
    }

    func result() async throws -> any CommandResult {
        if definitions { return AuditDefinition() }
        let context = try context(for: .reading)
        return AuditResult(audit: try LexiconAudit(of: context, source: source, language: lang, least: least))
    }
}

private struct AuditDefinition: CommandResult {
    let definition = LexiconAudit.definition

    var text: String { definition }

    private enum CodingKeys: CodingKey { case definition }
}

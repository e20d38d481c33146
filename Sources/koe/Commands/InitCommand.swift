import ArgumentParser
import Foundation
import Workspace

struct InitCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a workspace: koe.yaml, inbox/ and reports/."
    )

    @OptionGroup var options: SharedOptions

    @Argument(help: "Folder of the new workspace; it is made where it is missing.")
    var directory: String?

    @Option(help: "Language of the reports: ja or en.")
    var language: String = "ja"

    @Option(help: "Time zone in which periods are cut.")
    var timeZone: String = "Asia/Tokyo"

    func result() async throws -> any CommandResult {
        let target = directory.map { WorkspaceFolder(directory: URL(filePath: $0)) } ?? workspace
        _ = try ZoneDatabase.zone(named: timeZone)
        let made = try target.create(settings: SettingsTemplate.text(timeZone: timeZone, language: language))
        return InitResult(workspace: target.directory.path, made: made)
    }
}

private struct InitResult: CommandResult {
    let workspace: String
    let made: [String]

    var text: String {
        if made.isEmpty { return "\(workspace) is a workspace already; nothing was changed" }
        return """
            made \(workspace): \(made.joined(separator: " "))
            next: put files into inbox/, then koe -w \(workspace) run
            """
    }
}

import ArgumentParser
import Foundation
import Workspace

struct SampleCommand: ResultCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Make the sample workspace: five retold stories and ten invented years of four invented brands."
    )

    @OptionGroup var options: SharedOptions

    @Argument(help: "Folder of the workspace to make.", completion: .directory)
    var directory: String

    func result() async throws -> any CommandResult {
        let made = try SampleWorkspace(resources: resources()).create(at: URL(filePath: directory))
        return SampleResult(
            workspace: directory,
            comments: made.comments,
            cases: made.cases,
            stories: made.stories
        )
    }
}

private struct SampleResult: CommandResult {
    let workspace: String
    let comments: Int
    let cases: Int
    let stories: Int

    var text: String {
        """
        made \(workspace) with \(comments) invented comments, \(cases) cases and \(stories) stories
        next: koe -w \(workspace) run
        """
    }
}

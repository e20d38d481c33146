import ArgumentParser
import Foundation
import Workspace

struct SampleCommand: KoeCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Make the sample workspace: five retold stories and ten invented years of four invented brands."
    )

    @ParentCommand var koe: Koe
    @OptionGroup var local: SharedOptions

    @Argument(help: "Folder of the workspace to make.", completion: .directory)
    var directory: String

    func run() async throws {
        let made = try SampleWorkspace(resources: resources()).create(at: URL(filePath: directory))
        try show(SampleResult(workspace: directory, comments: made.comments, cases: made.cases, stories: made.stories))
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

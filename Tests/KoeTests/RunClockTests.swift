import Answers
import Feedback
import Foundation
import Nightly
import Testing
import Workspace

struct RunClockTests {
    /// The clock stands still until the work begins, so that a run that took its start for its end is told apart.
    @Test func runEndsWhenTheClockSaysSo() async throws {
        let folder = try TemporaryFolder()
        let workspace = WorkspaceFolder(directory: folder.url.appending(path: "ws"))
        _ = try workspace.create(settings: "timeZone: UTC\n")
        let context = try WorkspaceContext(
            workspace: workspace,
            for: .writing,
            resources: Resources(flag: KoeProcess.checkout.path, environment: [:], executable: nil),
            flags: [:],
            environment: [:],
            now: Instant(seconds: 1_420_000_000)
        )
        let file = try folder.file("r.ndjson", "{\"id\":\"1\",\"brand\":\"Lotte\",\"text\":\"good support\"}\n")
        _ = try await ImportStage.runAlone(
            context: context,
            files: [URL(filePath: file)],
            choices: ImportChoices(),
            clock: { Instant(seconds: 1_420_000_060) },
            progress: { _ in }
        )
        #expect(try Health(context).lastGoodRun == "2014-12-31T04:27:40Z")
        let run = try await NightlyRun(context: context).run(
            clock: { Instant(seconds: 1_420_000_120) },
            progress: { _ in }
        )
        #expect(try Health(context).lastGoodRun == "2014-12-31T04:28:40Z")
        #expect(run.problems.isEmpty)
    }
}

import Foundation
import Testing

/// What lies in the inbox and is no input stops no night.
struct InboxTests {
    private let folder: TemporaryFolder
    private let workspace: String

    init() throws {
        folder = try TemporaryFolder()
        workspace = try folder.workspace()
        _ = try folder.file("ws/koe.yaml", "brands:\n  - name: Lotte\n")
        _ = try folder.file("ws/inbox/a.csv", "street,floor\nGinza,3\nUeno,1\n")
    }

    @Test func fileWithoutATextIsAProblemAndTheOthersGoOn() throws {
        _ = try folder.file("ws/inbox/b.ndjson", "{\"id\":\"1\",\"brand\":\"Lotte\",\"text\":\"good support\"}\n")
        let run = try KoeProcess.run(["-w", workspace, "run"])
        #expect(run.status == 1, "\(run.errors)")
        #expect(run.output.contains("problem: ") && run.output.contains("a.csv"), "\(run.output)")
        #expect(run.output.contains("scored 1 comments"))
    }

    @Test func nightWithoutAnyInputStillReportsWhatIsStored() throws {
        let rows = try folder.file("r.ndjson", "{\"id\":\"1\",\"brand\":\"Lotte\",\"text\":\"good support\"}\n")
        #expect(try KoeProcess.run(["-w", workspace, "import", rows]).status == 0)
        let run = try KoeProcess.run(["-w", workspace, "run"])
        #expect(run.status == 1, "\(run.errors)")
        #expect(FileManager.default.fileExists(atPath: workspace + "/reports/latest/index.html"))
    }

    @Test func fileWithoutATextAloneIsRefusedByImport() throws {
        #expect(try KoeProcess.run(["-w", workspace, "import", workspace + "/inbox/a.csv"]).status == 4)
    }

    @Test(.timeLimit(.minutes(2))) func pipeIsLeftOut() throws {
        let empty = try TemporaryFolder()
        let path = try empty.workspace()
        #expect(mkfifo(path + "/inbox/pipe.csv", 0o600) == 0)
        let run = try KoeProcess.run(["-w", path, "run", "--dry-run"])
        #expect(run.output.contains("the inbox is empty"))
    }
}

import Foundation
import Testing

struct ExitCodeTests {
    @Test(arguments: [["--no-such-option"], ["export", "nothing"], ["-w", "/no/such/folder", "run"], ["import"]])
    func wrongUseIsTwo(arguments: [String]) throws {
        let result = try KoeProcess.run(arguments)
        #expect(result.status == 2, "\(result.errors)")
        #expect(!result.errors.isEmpty && result.output.isEmpty)
    }

    @Test func emptyBrandNameIsRefusedBeforeAnythingIsStored() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        _ = try folder.file("ws/koe.yaml", "brands:\n  - name: ''\n")
        let rows = try folder.file("r.ndjson", "{\"id\":\"1\",\"brand\":\"Lotte\",\"text\":\"good\"}\n")
        #expect(try KoeProcess.run(["-w", workspace, "run", rows]).status == 2)
        #expect(!FileManager.default.fileExists(atPath: workspace + "/koe.db"))
    }

    @Test func unreadableInputIsFour() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        #expect(try KoeProcess.run(["-w", workspace, "import", try folder.file("empty.csv", "")]).status == 4)
        #expect(try KoeProcess.run(["-w", workspace, "import", folder.url.path + "/missing.csv"]).status == 4)
        #expect(try KoeProcess.run(["-w", workspace, "search", "zzz"]).status == 4)
    }

    @Test func tooMuchQuarantineIsOne() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let file = try folder.file("bad.ndjson", "{\"id\":\"1\",\"text\":\"good\"}\n{\"id\":\"2\",\n{\"id\":\"3\"}\n")
        let result = try KoeProcess.run(["-w", workspace, "--json", "import", file])
        #expect(result.status == 1, "\(result.errors)")
        #expect(result.errors.contains("quarantine"))
    }

    @Test func runWithQuarantinedRowsStillReports() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let file = try folder.file(
            "shop.ndjson",
            "{\"id\":\"1\",\"brand\":\"Lotte\",\"text\":\"good support\"}\n{\"id\":\"2\",\n"
        )
        let result = try KoeProcess.run(["-w", workspace, "run", file])
        #expect(result.status == 1, "\(result.errors)")
        let coverage = try String(contentsOfFile: workspace + "/reports/latest/coverage.html", encoding: .utf8)
        #expect(coverage.contains("shop.ndjson:2"))
    }

    @Test func lockedWorkspaceIsFive() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let descriptor = open(workspace + "/koe.lock", O_RDWR | O_CREAT, 0o644)
        defer { close(descriptor) }
        try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        let result = try KoeProcess.run(["-w", workspace, "run"])
        #expect(result.status == 5)
        #expect(result.errors.contains("in use"))
    }

    @Test func settingsErrorNamesFileLineAndKey() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        _ = try folder.file("ws/koe.yaml", "timeZone: Asia/Tokyo\nmargins: 5\n")
        let result = try KoeProcess.run(["-w", workspace, "config"])
        #expect(result.status == 2)
        #expect(result.errors.contains("koe.yaml:2:1") && result.errors.contains("margins"))
    }

    @Test func closedPipeIsNoError() throws {
        let folder = try TemporaryFolder()
        let lines = (0..<20_000).map { "{\"id\":\($0),\"text\":\"good\"}" }.joined(separator: "\n")
        let input = try folder.file("in.ndjson", lines)
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/bash")
        shell.arguments = [
            "-c", "set -o pipefail; '\(KoeProcess.program.path)' score --stream <'\(input)' | head -n 1 >/dev/null",
        ]
        shell.environment = KoeProcess.start([]).environment
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 0)
    }
}

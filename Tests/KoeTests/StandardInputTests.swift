import Foundation
import Testing

/// Input that comes through a pipe, or is none.
struct StandardInputTests {
    private static let rows = "id,posted_at,brand,text\n1,2026-02-03 10:00,Lotte,good support\n"

    @Test func mappingIsProposedForAPipe() throws {
        let suggested = try KoeProcess.run(["import", "--suggest", "-"], input: Self.rows)
        #expect(suggested.status == 0 && suggested.output.contains("posted_at"), "\(suggested.errors)")
    }

    /// What a pipe brought is written to a file, which a process that is killed leaves behind.
    @Test func whatAKilledImportHasLeftGoesWithTheNext() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let temporary = try folder.remainsOfAKilledProcess()
        let result = try KoeProcess.run(
            ["-w", workspace, "import", "-"],
            input: Self.rows,
            environment: ["TMPDIR": temporary]
        )
        #expect(result.status == 0, "\(result.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary) == [])
    }

    @Test func nothingAtAllIsAnEmptyInput() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let process = KoeProcess.start(["-w", workspace, "import", "/dev/null"])
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(!said.contains("never end"), "\(said)")
        let zero = try KoeProcess.run(["-w", workspace, "import", "/dev/zero"])
        #expect(zero.status == 4 && zero.errors.contains("may never end"), "\(zero.errors)")
    }
}

import Foundation
import Testing

/// `koe doctor` finds what would stop a run of this workspace.
struct DoctorTests {
    private func doctor(_ workspace: String) throws -> KoeProcess.Result {
        try KoeProcess.run(["-w", workspace, "doctor"])
    }

    @Test func dictionaryOfTheWorkspaceIsLookedAt() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        #expect(try doctor(workspace).status == 0)
        _ = try folder.file("ws/koe.yaml", "dictionary: \(folder.url.path)/no-such-dictionary\n")
        let result = try doctor(workspace)
        #expect(result.status == 1 && result.output.contains("no-such-dictionary"), "\(result.output)")
    }

    @Test func listsOfTheWorkspaceAreLookedAt() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        try FileManager.default.createDirectory(atPath: workspace + "/lexicon", withIntermediateDirectories: true)
        _ = try folder.file("ws/lexicon/own.tsv", "this is no word list\n")
        let result = try doctor(workspace)
        #expect(result.status == 1 && result.output.contains("own.tsv"), "\(result.output)")
    }

    @Test func damagedDatabaseIsFound() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let rows = (0..<200).map { "{\"id\":\"\($0)\",\"brand\":\"Lotte\",\"text\":\"good support \($0)\"}\n" }.joined()
        #expect(try KoeProcess.run(["-w", workspace, "import", folder.file("r.ndjson", rows)]).status == 0)
        #expect(try doctor(workspace).status == 0)
        let handle = try FileHandle(forUpdating: URL(filePath: workspace + "/koe.db"))
        let size = try handle.seekToEnd()
        // Everything behind the first pages, which hold the schema.
        try handle.seek(toOffset: size / 2)
        try handle.write(contentsOf: Data(repeating: 0xA5, count: Int(size - size / 2)))
        try handle.close()
        let result = try doctor(workspace)
        #expect(result.status == 1, "\(result.output)")
        #expect(result.output.contains("damaged") && !result.output.contains("SQLITE_"), "\(result.output)")
    }

    @Test func fileThatIsNoDatabaseIsToldInWords() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        _ = try folder.file("ws/koe.db", String(repeating: "no database at all ", count: 400))
        let result = try doctor(workspace)
        #expect(result.status == 1 && result.output.contains("koe restore latest"), "\(result.output)")
        let run = try KoeProcess.run(["-w", workspace, "verify"])
        #expect(run.status == 6 && run.errors.contains("koe restore latest"), "\(run.errors)")
    }
}

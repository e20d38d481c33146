import Feedback
import Foundation
import Store
import Testing
import Workspace

@testable import Nightly

/// A night reads no file that is as the night before saw it, and every other.
struct SeenFilesTests {
    private let folder: TemporaryFolder
    private let workspace: WorkspaceFolder

    init() throws {
        folder = try TemporaryFolder()
        workspace = WorkspaceFolder(directory: folder.url.appending(path: "ws"))
        _ = try workspace.create(settings: "timeZone: UTC\nbrands:\n  - name: Lotte\n")
    }

    /// The inbox as a night reads it; `now`: late enough that every file is settled.
    private func night(now: Instant = Instant(seconds: 6_000_000_000)) async throws -> ImportSummary {
        let context = try context(now)
        let run = try context.database.write {
            try RunTable.begin(command: "run", at: now, versions: "{}", in: $0)
        }
        return try await ImportStage(context: context, run: run)
            .run(
                Inbox.listing(of: workspace).files,
                choices: ImportChoices(),
                needsFile: false,
                isNight: true,
                progress: { _ in }
            )
    }

    private func context(_ now: Instant = Instant(seconds: 6_000_000_000)) throws -> WorkspaceContext {
        try WorkspaceContext(
            workspace: workspace,
            for: .writing,
            resources: Resources(flag: KoeProcess.checkout.path, environment: [:], executable: nil),
            flags: [:],
            environment: [:],
            now: now
        )
    }

    private func put(_ name: String, _ ids: Int...) throws -> String {
        let rows = ids.map { "{\"id\":\"\($0)\",\"brand\":\"Lotte\",\"text\":\"good support\"}\n" }.joined()
        return try folder.file("ws/inbox/\(name)", rows)
    }

    @Test func fileThatIsAsItWasIsNotReadAgain() async throws {
        let (first, second) = (try put("a.ndjson", 1, 2), try put("b.ndjson", 3))
        #expect(try await night().stored == 3)
        let again = try await night()
        #expect(again.files.map(\.isUnchanged) == [true, true] && again.notes.isEmpty)
        // Were the first file read, it would be itself, and no copy of the second.
        let (hash, other) = (try hash(first), try hash(second))
        try context().database.write { db in
            let fact = try #require(try FactTable.value("files seen", in: db))
            try FactTable.set("files seen", to: fact.replacing(hash, with: other), in: db)
        }
        #expect(try await night().notes == ["a.ndjson is a copy of b.ndjson, which is imported; it adds nothing"])
    }

    private func hash(_ path: String) throws -> String { try Digest.hex(ofFileAt: URL(filePath: path)) }

    @Test func fileThatWasChangedIsReadWhateverItsSizeAndTimeOfWriting() async throws {
        let path = try put("a.ndjson", 1, 2)
        _ = try await night()
        _ = try await night()
        let written = try #require(try FileManager.default.attributesOfItem(atPath: path)[.modificationDate])
        _ = try put("a.ndjson", 1, 7)
        try FileManager.default.setAttributes([.modificationDate: written], ofItemAtPath: path)
        #expect(try await night().stored == 1)
    }

    @Test func fileThatMayYetChangeUnseenIsReadAgain() async throws {
        let path = try put("a.ndjson", 1)
        let state = try #require(FileState(fileAt: path))
        let milliseconds = Int64(Date().timeIntervalSince1970 * 1_000)
        #expect(!state.isSettled(at: Instant(milliseconds: milliseconds - 3_600_000)))
        _ = try await night(now: Instant(milliseconds: milliseconds - 3_600_000))
        #expect(try context().database.read(SeenFiles.init).file(at: path) == nil)
        _ = try await night()
        #expect(try context().database.read(SeenFiles.init).file(at: path)?.contents.count == 1)
    }

    @Test func fileThatWouldBeReadOtherwiseIsRead() async throws {
        _ = try put("a.ndjson", 1)
        _ = try await night()
        let settings = "timeZone: UTC\nbrands:\n  - name: Lotte\n  - name: Inn\n"
        try Data(settings.utf8).write(to: workspace.settingsFile)
        #expect(try await night().files.map(\.isUnchanged) == [false])
        #expect(try await night().files.map(\.isUnchanged) == [true])
    }

    @Test(arguments: ["reviews.csv.gz", "delivery.zip", "survey.xlsx"])
    func archiveTellsTheSameReadOrNot(_ name: String) async throws {
        let fixture = KoeProcess.checkout.appending(path: "Tests/Fixtures/ingestion/\(name)")
        try FileManager.default.copyItem(at: fixture, to: workspace.inbox.appending(path: name))
        #expect(try await night().stored > 0)
        try context().database.write { try FactTable.remove("files seen", in: $0) }
        let (read, seen) = (try await night(), try await night())
        #expect(read.files.allSatisfy(\.isUnchanged) && seen.files.allSatisfy(\.isUnchanged))
        #expect(read.files.map(\.file) == seen.files.map(\.file))
        #expect(read.files.map(\.source) == seen.files.map(\.source))
        #expect(read.notes.sorted() == seen.notes.sorted())
        #expect(try context().database.read(SeenFiles.init).file(at: workspace.inbox.path + "/" + name) != nil)
    }

    @Test func damagedFileIsToldEveryNight() async throws {
        _ = try folder.file("ws/inbox/a.csv", "street,floor\nGinza,3\nUeno,1\n")
        let problems = try await night().problems
        #expect(problems.count == 1)
        #expect(try await night().problems == problems)
    }
}

import Foundation
import Reports
import Testing
import Workspace

@testable import Nightly

struct ReportFolderTests {
    private let folder: TemporaryFolder
    private let workspace: WorkspaceFolder

    init() throws {
        folder = try TemporaryFolder()
        workspace = WorkspaceFolder(directory: folder.url.appending(path: "ws"))
    }

    private var out: URL { folder.url.appending(path: "out") }

    private func write(_ names: String..., keepsOthers: Bool = false) throws {
        let place = try ReportFolder(out, workspace: workspace, keepsOthers: keepsOthers)
        let files = try place.replace { receive in
            for name in names { try receive(ReportFile(path: name, bytes: Array("new".utf8))) }
        }
        #expect(files.sorted() == names.sorted())
    }

    private func put(_ name: String, _ text: String) throws {
        let file = out.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func names(in url: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    }

    @Test func folderOfOthersIsRefusedAndStays() throws {
        try put("thesis.txt", "years of work")
        #expect(throws: WorkspaceError.self) { try write("index.html") }
        #expect(try names(in: out) == ["thesis.txt"])
    }

    @Test func missingAndEmptyFoldersAndEarlierReportsAreTaken() throws {
        try write("index.html", "csv/old.csv")
        try write("index.html", "csv/new.csv")
        #expect(try names(in: out) == [".koe-report", "csv", "index.html"])
        #expect(try names(in: out.appending(path: "csv")) == ["new.csv"])
        #expect(try names(in: folder.url) == ["out"])
    }

    @Test func reportWithoutManifestIsKnownByItsFormat() throws {
        try put("report.json", "{\n  \"format\": \"koe-report/1\"}")
        try put("brands/a.html", "old")
        try write("index.html")
        #expect(try names(in: out) == [".koe-report", "index.html"])
        try put("report.json", "{\"format\": \"another\"}")
        #expect(throws: WorkspaceError.self) { try write("index.html") }
    }

    @Test func filesOfOthersStayBesideTheReport() throws {
        try write("index.html", "old.html")
        try put("notes/today.txt", "mine")
        try FileManager.default.createDirectory(
            at: out.appending(path: "empty"),
            withIntermediateDirectories: true
        )
        #expect(throws: WorkspaceError.self) { try write("index.html") }
        try write("index.html", keepsOthers: true)
        #expect(try names(in: out) == [".koe-report", "empty", "index.html", "notes"])
        #expect(try String(contentsOf: out.appending(path: "notes/today.txt"), encoding: .utf8) == "mine")
    }

    @Test func fileOfAnotherIsNeverOverwritten() throws {
        try put("index.html", "my own page")
        #expect(throws: WorkspaceError.self) { try write("index.html", keepsOthers: true) }
        #expect(try String(contentsOf: out.appending(path: "index.html"), encoding: .utf8) == "my own page")
    }

    @Test func failureOnTheWayLeavesTheLastReport() throws {
        try write("index.html")
        #expect(throws: CancellationError.self) {
            try FolderSwap.replace(out) { fresh in
                try fresh.write([Array("half".utf8)], to: "index.html")
                throw CancellationError()
            }
        }
        #expect(try String(contentsOf: out.appending(path: "index.html"), encoding: .utf8) == "new")
        #expect(try names(in: folder.url) == ["out"])
    }

    @Test func reportThatAKillLeftBesideItsPlaceIsPutBack() throws {
        try write("index.html")
        try FileManager.default.moveItem(at: out, to: folder.url.appending(path: ".out.koe-old"))
        try FolderSwap.recover(out)
        #expect(try names(in: folder.url) == ["out"])
    }

    @Test func workspaceItselfIsNoPlaceForAReport() throws {
        for url in [workspace.directory, folder.url] {
            #expect(throws: WorkspaceError.self) {
                try ReportFolder(url, workspace: workspace, keepsOthers: true)
            }
        }
    }

    @Test func commandRefusesWithTwoAndForceKeeps() throws {
        let path = try folder.workspace()
        let rows = try folder.file("r.ndjson", "{\"id\":\"1\",\"brand\":\"Lotte\",\"text\":\"good support\"}\n")
        #expect(try KoeProcess.run(["-w", path, "run", rows]).status == 0)
        try put("thesis.txt", "years of work")
        let refused = try KoeProcess.run(["-w", path, "report", "--out", out.path])
        #expect(refused.status == 2 && refused.errors.contains("thesis.txt") && refused.errors.contains("--force"))
        #expect(try KoeProcess.run(["-w", path, "report", "--out", out.path, "--force"]).status == 0)
        let names = try names(in: out)
        #expect(names.contains("thesis.txt") && names.contains("index.html"))
    }

    @Test func fileThatSaysTheSameStaysTheSameFile() throws {
        let long = [UInt8](repeating: 0x61, count: 3 << 20)
        var changed = long
        changed[changed.count - 1] = 0x62
        func write(_ bytes: [UInt8]) throws -> Int? {
            let place = try ReportFolder(out, workspace: workspace, keepsOthers: false)
            let pieces = [Array(bytes.prefix(1_000_000)), [], Array(bytes.dropFirst(1_000_000))]
            _ = try place.replace { try $0(ReportFile(path: "long.html", pieces: pieces)) }
            let file = out.appending(path: "long.html")
            #expect(try Data(contentsOf: file) == Data(bytes))
            return try FileManager.default.attributesOfItem(atPath: file.path)[.systemFileNumber] as? Int
        }
        let first = try #require(try write(long))
        #expect(try write(long) == first)
        // Each against the one before, which stands until the new one is whole: a file that is gone leaves its number.
        let second = try #require(try write(changed))
        #expect(second != first)
        #expect(try write(Array(long.dropLast())) != second)
    }
}

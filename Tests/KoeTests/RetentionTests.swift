import Foundation
import GRDB
import Nightly
import Testing
import Workspace

/// What is older than its source is kept goes, and its numbers stay.
struct RetentionTests {
    private static let day = 86_400.0
    private let workspace: ImportedWorkspace

    init() throws {
        workspace = try ImportedWorkspace()
        try settings("{name: shop, files: \"shop*\", keepDays: 400, silentAfterDays: 9999}")
    }

    private func settings(_ source: String) throws {
        try Data("brands:\n  - name: Acme\nsources:\n  - \(source)\n".utf8)
            .write(to: URL(filePath: workspace.path + "/koe.yaml"))
    }

    /// Six customers some days ago, in one month wherever it ends.
    private func rows(_ ids: ClosedRange<Int>, daysAgo: Double, id: String = "r") -> [String] {
        let then = Date(timeIntervalSinceNow: -daysAgo * Self.day).formatted(.iso8601)
        return ids.map { number in
            """
            {"id":"\(id)\(number)","brand":"Acme","author":"writer \(number)","posted_at":"\(then)",\
            "rating":\(number % 5 + 1),"text":"Words \(id)\(number) of long ago"}
            """
        }
    }

    private func count(_ sql: String) throws -> Int {
        let database = try DatabaseQueue(path: workspace.path + "/koe.db")
        defer { try? database.close() }  // Only read.
        return try database.read { try Int.fetchOne($0, sql: sql) } ?? 0
    }

    private func holds(_ text: String) throws -> Bool {
        ["koe.db", "koe.db-wal"].contains { name in
            let bytes = FileManager.default.contents(atPath: workspace.path + "/" + name) ?? Data()
            return bytes.range(of: Data(text.utf8)) != nil
        }
    }

    @Test func oldCommentsGoAndNumbersStay() throws {
        try settings("{name: shop, files: \"shop*\", silentAfterDays: 9999}")
        _ = try workspace.file("ws/inbox/shop-1.ndjson", rows(1...6, daysAgo: 500))
        _ = try workspace.file("ws/inbox/shop-2.ndjson", rows(7...9, daysAgo: 5))
        try workspace.koe(["run"])
        let cells = try workspace.koe(["export", "cells"]).output
        try settings("{name: shop, files: \"shop*\", keepDays: 400, silentAfterDays: 9999}")
        let words = "shop, older than 400 days: 6 comments, 0 cases, 0 rows in quarantine, 1 inputs as they came"
        #expect(try workspace.koe(["run", "--dry-run"]).output.contains("would erase for its age: \(words)"))
        #expect(try count("SELECT count(*) FROM comment") == 9)
        #expect(try workspace.koe(["run"]).output.contains("erased for its age: \(words)"))
        #expect(try count("SELECT count(*) FROM comment") == 3)
        #expect(try workspace.koe(["export", "cells"]).output == cells)
        #expect(try count("SELECT count(*) FROM input WHERE isKept") == 1)
        #expect(try !holds("Words r3 of long ago"))
        #expect(try workspace.koe(["runs", "2"]).output.contains(words))
        // Once more nothing happens, and the file in the inbox brings nothing back.
        #expect(try !workspace.koe(["run"]).output.contains("erased for its age"))
        #expect(try count("SELECT count(*) FROM comment") == 3)
    }

    @Test func whatIsTooOldIsLeftOutOfAnImport() throws {
        _ = try workspace.file("ws/inbox/shop-1.ndjson", rows(1...6, daysAgo: 500) + rows(7...9, daysAgo: 5))
        try workspace.koe(["run"])
        #expect(try count("SELECT count(*) FROM comment") == 3)
        #expect(try count("SELECT skipped FROM ledger") == 6)
        #expect(try count("SELECT count(*) FROM input WHERE isKept") == 0)
        // Other sources are kept.
        _ = try workspace.file("ws/inbox/desk.ndjson", rows(1...2, daysAgo: 500, id: "d"))
        try workspace.koe(["run"])
        #expect(try count("SELECT count(*) FROM comment") == 5)
    }

    /// What koe cluster wrote holds the text of what expires; where nothing does, or nothing is kept for days, it stays.
    @Test func rowsOfAClusterGoWithWhatExpires() throws {
        _ = try workspace.file("ws/inbox/shop-1.ndjson", rows(1...6, daysAgo: 5))
        _ = try workspace.file("ws/inbox/shop-2.ndjson", rows(7...9, daysAgo: 1))
        try workspace.koe(["run"])
        let folder = URL(filePath: workspace.path + "/cluster")
        func write() throws {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            _ = try ClusterInput(context: .reading(workspace.path)).write(to: folder)
        }
        try write()
        #expect(try !workspace.koe(["run", "--dry-run"]).output.contains("would remove"))
        try workspace.koe(["run"])
        #expect(FileManager.default.fileExists(atPath: folder.path))
        try settings("{name: shop, files: \"shop*\", keepDays: 4, silentAfterDays: 9999}")
        #expect(try workspace.koe(["run", "--dry-run"]).output.contains("would remove \(folder.path)"))
        let said = try workspace.koe(["run"])
        #expect((said.output + said.errors).contains("\(folder.path) is gone"), "\(said)")
        #expect(!FileManager.default.fileExists(atPath: folder.path))
        // Of a workspace that has changed since, nobody can take the results.
        try write()
        try settings("{name: shop, files: \"shop*\", silentAfterDays: 9999}")
        _ = try workspace.file("ws/inbox/shop-3.ndjson", rows(10...12, daysAgo: 1))
        try workspace.koe(["run"])
        #expect(FileManager.default.fileExists(atPath: folder.path))
        try settings("{name: shop, files: \"shop*\", keepDays: 4, silentAfterDays: 9999}")
        // A job that is at work there would write on.
        let lock = try WorkspaceLock(file: folder.appending(path: "koe.lock"), of: "it", command: "cluster local")
        let held = try workspace.koe(["run"])
        #expect((held.output + held.errors).contains("in use by process \(getpid()) (koe cluster local)"), "\(held)")
        #expect(FileManager.default.fileExists(atPath: folder.path))
        withExtendedLifetime(lock) {}
    }

    @Test func rowsOfAClusterGoOnceItsJobHasEnded() throws {
        try settings("{name: shop, files: \"shop*\", keepDays: 400, silentAfterDays: 9999}")
        _ = try workspace.file("ws/inbox/shop-1.ndjson", rows(1...6, daysAgo: 5))
        try workspace.koe(["run"])
        // The lock alone: a job that was killed before it had written what is frozen.
        let folder = workspace.path + "/cluster"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in ["koe.lock", "comments.ndjson"] { try Data("x".utf8).write(to: URL(filePath: folder + "/" + name)) }
        try workspace.koe(["run"])
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    /// A clock that has run ahead by years erases nothing in its first night.
    @Test func clockThatJumpedErasesNothing() throws {
        try settings("{name: shop, files: \"shop*\", silentAfterDays: 9999}")
        _ = try workspace.file("ws/inbox/shop-1.ndjson", rows(1...6, daysAgo: 500))
        _ = try workspace.file("ws/inbox/shop-2.ndjson", rows(7...8, daysAgo: 50))
        try workspace.koe(["run"])
        let database = try DatabaseQueue(path: workspace.path + "/koe.db")
        try database.write { try $0.execute(sql: "UPDATE run SET startedAt = startedAt - 40 * 86400000") }
        try database.close()
        try settings("{name: shop, files: \"shop*\", keepDays: 400, silentAfterDays: 9999}")
        let paused = try workspace.koe(["run"])
        #expect((paused.output + paused.errors).contains("the last run began 40 days ago"))
        #expect(try count("SELECT count(*) FROM comment") == 8)
        #expect(try workspace.koe(["run"]).output.contains("6 comments"))
    }

    @Test func rawRowsOfASourceHaveDaysOfTheirOwn() throws {
        try settings("{name: shop, files: \"shop*\", rawRowDays: 3, silentAfterDays: 9999}")
        _ = try workspace.file("ws/inbox/shop-1.ndjson", rows(1...6, daysAgo: 5))
        _ = try workspace.file("ws/inbox/desk.ndjson", rows(1...2, daysAgo: 5, id: "d"))
        try workspace.koe(["run"])
        let database = try DatabaseQueue(path: workspace.path + "/koe.db")
        try database.write { try $0.execute(sql: "UPDATE input SET importedAt = importedAt - 4 * 86400000") }
        try database.close()
        try workspace.koe(["run"])
        #expect(try count("SELECT count(*) FROM input WHERE isKept AND source = 'shop'") == 0)
        #expect(try count("SELECT count(*) FROM input WHERE isKept AND source = 'desk'") == 1)
        #expect(try count("SELECT count(*) FROM comment") == 8)
    }

    @Test(arguments: ["keepDays: 0", "keepDays: 1e400", "rawRowDays: -1", "keepDays: many"])
    func daysThatAreNoneAreRefusedInWords(setting: String) throws {
        try settings("{name: shop, files: \"shop*\", \(setting)}")
        #expect(try workspace.koe(["config"], status: 2).errors.contains("it must be a number of days"))
    }
}

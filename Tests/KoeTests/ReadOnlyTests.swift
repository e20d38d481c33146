import Foundation
import GRDB
import Testing

/// Questions and rehearsals only read: they take no lock, and neither make nor change the database.
struct ReadOnlyTests {
    private static let questions = [
        ["why", "comment", "1"], ["why", "measure", "Lotte"], ["flags"], ["search", "support"], ["export", "comments"],
        ["verify"], ["power", "--trials", "1"], ["attribute", "Lotte", "2014-01", "2014-02"],
    ]
    private static let rehearsals = [
        ["run", "--dry-run"], ["score", "--dry-run"], ["link", "--dry-run"], ["measure", "--dry-run"],
        ["report", "--dry-run"], ["index", "--dry-run"], ["calibrate", "--dry-run"],
    ]
    private static let rows = """
        {"id":"1","source":"shop","brand":"Lotte","posted_at":"2014-01-05T10:00:00Z","rating":5,"text":"good support"}
        {"id":"2","source":"shop","brand":"Lotte","posted_at":"2014-02-05T10:00:00Z","rating":1,"text":"bad support"}

        """

    /// A workspace with two comments that another process holds the lock of.
    private func withLockedWorkspace(_ body: (_ path: String, _ rows: String) throws -> Void) throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        let rows = try folder.file("shop.ndjson", Self.rows)
        let result = try KoeProcess.run(["-w", workspace, "run", rows])
        try #require(result.status == 0, "\(result.errors)")
        let descriptor = open(workspace + "/koe.lock", O_RDWR | O_CREAT, 0o644)
        defer { close(descriptor) }
        try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        try body(workspace, rows)
    }

    @Test func questionsAndRehearsalsTakeNoLockAndChangeNothing() throws {
        try withLockedWorkspace { workspace, rows in
            let before = FileManager.default.contents(atPath: workspace + "/koe.db")
            for arguments in Self.questions + Self.rehearsals + [["import", "--dry-run", rows]] {
                let result = try KoeProcess.run(["-w", workspace] + arguments)
                // Two comments are too few for some answers, which is no matter here.
                #expect([0, 4].contains(result.status), "\(arguments): \(result.errors)")
            }
            #expect(FileManager.default.contents(atPath: workspace + "/koe.db") == before)
        }
    }

    @Test func questionsOfAnOlderDatabaseAreSix() throws {
        try withLockedWorkspace { workspace, _ in
            let path = workspace + "/koe.db"
            try DatabaseQueue(path: path).write { try $0.execute(sql: "DELETE FROM grdb_migrations WHERE rowid > 1") }
            let before = FileManager.default.contents(atPath: path)
            for arguments in Self.questions + [["serve", "--port", "0"], ["link", "--dry-run"]] {
                let result = try KoeProcess.run(["-w", workspace] + arguments)
                #expect(result.status == 6, "\(arguments): \(result.errors)")
                #expect(result.errors.contains("`koe run` brings it up to date"), "\(arguments): \(result.errors)")
            }
            let doctor = try KoeProcess.run(["-w", workspace, "doctor"])
            #expect(doctor.output.contains("`koe run` brings it up to date"), "\(doctor.output)")
            #expect(FileManager.default.contents(atPath: path) == before)
        }
    }

    @Test func questionsBeforeTheFirstRunMakeNoDatabase() throws {
        let folder = try TemporaryFolder()
        let workspace = try folder.workspace()
        for arguments in [["flags"], ["export", "comments"], ["verify"], ["score", "--dry-run"]] {
            let result = try KoeProcess.run(["-w", workspace] + arguments)
            #expect(result.status == 0, "\(arguments): \(result.errors)")
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: workspace).sorted()
        #expect(names == ["inbox", "koe.yaml", "reports"])
    }
}

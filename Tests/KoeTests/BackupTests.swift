import Foundation
import GRDB
import Testing

/// Backups are whole, stay in number, and come back.
struct BackupTests {
    private let folder: TemporaryFolder
    private let workspace: String

    init() throws {
        folder = try TemporaryFolder()
        workspace = try folder.workspace()
    }

    private func koe(_ arguments: String..., status: Int32 = 0) throws -> String {
        let result = try KoeProcess.run(["-w", workspace] + arguments)
        #expect(result.status == status, "\(arguments): \(result.status) \(result.errors)")
        return result.output + result.errors
    }

    private func store(_ ids: ClosedRange<Int>) throws {
        let rows = ids.map { "{\"id\":\"\($0)\",\"brand\":\"Lotte\",\"text\":\"good support \($0)\"}\n" }.joined()
        _ = try koe("import", folder.file("rows-\(ids.lowerBound).ndjson", rows))
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: workspace + "/backups").sorted()
    }

    @Test func restoreBringsTheStateOfTheBackupBackAndCanBeTakenBack() throws {
        try store(1...3)
        let early = try koe("verify")
        _ = try koe("backup")
        try store(4...9)
        let late = try koe("verify")
        #expect(early != late)
        let backup = try #require(try names().first)
        #expect(try koe("verify", "--backup", backup) == early)
        _ = try koe("restore", backup)
        #expect(try koe("verify") == early)
        // Names are moments, and the state before the restore is the newest.
        _ = try koe("restore", "latest")
        #expect(try koe("verify") == late)
    }

    /// A backup stays as an older program wrote it, and yet says whether it is whole, and what a restore would bring.
    @Test func backupOfAnOlderSchemaIsChecked() throws {
        try store(1...3)
        let now = try koe("verify")
        try DatabaseQueue(path: workspace + "/koe.db").write { db in
            try db.execute(
                sql: """
                    DROP TABLE brandFinding;
                    DELETE FROM grdb_migrations WHERE identifier = 'what the search for changes found in each brand';
                    """
            )
        }
        _ = try koe("backup")
        let name = try #require(try names().first)
        #expect(try koe("verify", "--backup", name) == now)
        #expect(try koe("verify", "--backup", name) == now, "the backup is another after it was checked")
    }

    @Test func keyOfTheVoicesComesBackWithTheDatabase() throws {
        try store(1...3)
        _ = try koe("run", status: 0)
        let key = workspace + "/koe.key"
        _ = try koe("export", "voices")
        let before = try #require(FileManager.default.contents(atPath: key))
        _ = try koe("backup")
        try FileManager.default.removeItem(atPath: key)
        _ = try koe("restore", "latest")
        #expect(FileManager.default.contents(atPath: key) == before)
    }

    @Test func onlyTheNewestStay() throws {
        _ = try folder.file("ws/koe.yaml", "keepBackups: 2\n")
        try store(1...2)
        for _ in 1...4 { _ = try koe("backup") }
        #expect(try names().count == 2)
        #expect(try koe("backup", "list").split(separator: "\n").count == 3)
    }

    @Test func damagedBackupIsFoundAndNotRestored() throws {
        try store(1...50)
        _ = try koe("backup")
        let name = try #require(try names().first)
        let hash = try koe("verify")
        let handle = try FileHandle(forUpdating: URL(filePath: workspace + "/backups/\(name)/koe.db"))
        try handle.seek(toOffset: 5_000)
        try handle.write(contentsOf: Data([1, 2, 3, 4]))
        try handle.close()
        #expect(try koe("verify", "--backup", name, status: 1).contains("not as it was written"))
        #expect(try koe("restore", name, status: 1).contains("was not restored"))
        #expect(try koe("verify") == hash)
    }

    @Test func damagedDatabaseIsMovedAside() throws {
        try store(1...3)
        let hash = try koe("verify")
        _ = try koe("backup")
        _ = try folder.file("ws/koe.db", String(repeating: "no database at all ", count: 400))
        #expect(try koe("verify", status: 6).contains("koe restore latest"))
        _ = try koe("restore", "latest")
        #expect(try koe("verify") == hash)
        #expect(FileManager.default.fileExists(atPath: workspace + "/koe.db.damaged"))
    }

    @Test func unfinishedBackupCountsForNothingAndGoes() throws {
        try store(1...3)
        let left = workspace + "/backups/.2020-01-01T000000Z.koe-new"
        try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
        _ = try koe("restore", "latest", status: 4)
        _ = try koe("backup")
        #expect(try names().allSatisfy { !$0.hasPrefix(".") } && names().count == 1)
    }

    /// A database of an older schema is kept as it was before the first command that writes changes it.
    @Test func databaseIsBackedUpBeforeItsFormChanges() throws {
        let sql = try String(
            contentsOf: KoeProcess.checkout.appending(path: "Tests/Fixtures/databases/1a-first.sql"),
            encoding: .utf8
        )
        let old = try DatabaseQueue(path: workspace + "/koe.db")
        try old.writeWithoutTransaction { try $0.execute(sql: sql) }
        let migrations = try old.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM grdb_migrations") }
        try old.close()
        #expect(try koe("score").contains("backed up as"))
        let name = try #require(try names().first)
        let kept = try DatabaseQueue(path: workspace + "/backups/\(name)/koe.db")
        #expect(try kept.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM grdb_migrations") } == migrations)
        // Nothing changes any more, so nothing is backed up.
        _ = try koe("score")
        #expect(try names() == [name])
    }

    @Test func nothingToBackUpIsSaidInWords() throws {
        #expect(try koe("backup", status: 2).contains("nothing to back up"))
        #expect(try koe("restore", "2020-01-01T000000Z", status: 4).contains("there are: none"))
    }
}

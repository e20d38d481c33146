import Feedback
import Foundation
import GRDB
import Store
import Testing

/// Opening a database for reading alone.
struct KoeDatabaseTests {
    private let comment = Feedback.Comment(source: "s", externalID: "0", text: "text")

    /// A folder of the test's own, removed behind it.
    private func withPath<Value>(_ body: (String) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "koe-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }  // A leftover harms nobody.
        return try body(folder.appending(path: "koe 100%?#.db").path)
    }

    /// A file with one comment, which no process holds open.
    private func fill(_ path: String) throws {
        _ = try KoeDatabase(path: path).write { try CommentTable.store([comment], in: $0) }
    }

    private func edit(_ path: String, _ sql: String) throws {
        try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
    }

    @Test func connectionForReadingCannotWrite() throws {
        try withPath { path in
            try fill(path)
            let reading = KoeDatabase(readingPath: path)
            #expect(try reading.read { try CommentTable.count(in: $0) } == 1)
            #expect(throws: (any Error).self) { try reading.write { try CommentTable.store([comment], in: $0) } }
            #expect(throws: (any Error).self) { try reading.read { try VoiceTable.clear(in: $0) } }
        }
    }

    /// Twenty times what stays in memory of what must be put back.
    @Test func aLargeStatementThatFailsIsUndone() throws {
        try withPath { path in
            let database = try KoeDatabase(path: path)
            let rows = 2_400
            try database.write { db in
                try db.execute(
                    sql: "CREATE TABLE own (id INTEGER PRIMARY KEY, n INTEGER CHECK (n < \(rows)), text TEXT)"
                )
                for id in 0..<rows {
                    try db.execute(
                        sql: "INSERT INTO own VALUES (?, ?, ?)",
                        arguments: [id, id, String(repeating: "a", count: 1_000)]
                    )
                }
            }
            let error = #expect(throws: DatabaseError.self) {
                try database.write { try $0.execute(sql: "UPDATE own SET n = n + 1, text = 'b'") }
            }
            #expect(error?.resultCode == .SQLITE_CONSTRAINT)
            let left = try database.read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM own WHERE n = id AND length(text) = 1000")
            }
            #expect(left == rows)
        }
    }

    @Test func databaseThatIsNotThereYetReadsAsEmpty() throws {
        try withPath { path in
            let reading = KoeDatabase(readingPath: path)
            #expect(try reading.read { try CommentTable.count(in: $0) } == 0)
            #expect(!FileManager.default.fileExists(atPath: path))
            try fill(path)
            #expect(try reading.read { try CommentTable.count(in: $0) } == 1)
        }
    }

    /// A kill while the file was made leaves a journal with what stood in it before: that is read, and can be built on.
    @Test func whatAKilledBeginningLeftIsUndone() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "koe-journal-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (made, left) = (folder.appending(path: "made.db").path, folder.appending(path: "koe.db").path)
        try DatabaseQueue(path: made).writeWithoutTransaction { db in
            try db.execute(sql: "CREATE TABLE whole (a); PRAGMA cache_size = 1; BEGIN; CREATE TABLE half (a)")
            for _ in 0..<300 { try db.execute(sql: "INSERT INTO half VALUES (zeroblob(3000))") }
            // What a process that is killed here leaves.
            for end in ["", "-journal"] { try FileManager.default.copyItem(atPath: made + end, toPath: left + end) }
            try db.execute(sql: "ROLLBACK")
        }
        #expect(try DatabaseFile.needsMigration(left) == false)
        let tables = try DatabaseQueue(path: left).read { db in
            try String.fetchAll(db, sql: "SELECT name FROM sqlite_master ORDER BY name")
        }
        #expect(tables == ["whole"])
        #expect(try KoeDatabase(path: left).read { try CommentTable.count(in: $0) } == 0)
    }

    /// What a process leaves that is killed while it makes the file, and the log of a database that somebody took away.
    @Test func databaseIsMadeBesideWhatIsLeftOfOthers() throws {
        try withPath { path in
            let folder = URL(filePath: path).deletingLastPathComponent()
            let half = folder.appending(path: ".koe 100%?#.db.koe-new")
            try Data("half of a file".utf8).write(to: half)
            try DatabaseQueue(path: path + "-old").writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA journal_mode = WAL; CREATE TABLE old (a)")
                try FileManager.default.copyItem(atPath: path + "-old-wal", toPath: path + "-wal")
            }
            #expect(try KoeDatabase(readingPath: path).read { try CommentTable.count(in: $0) } == 0)
            try fill(path)
            #expect(!FileManager.default.fileExists(atPath: half.path))
            try KoeDatabase(readingPath: path).read { db in
                #expect(try CommentTable.count(in: db) == 1)
                let hasOld = try db.tableExists("old")
                #expect(!hasOld)
                #expect(try IntegrityCheck.problems(in: db) == [])
            }
        }
    }

    /// As a program leaves it that is killed before its first table.
    @Test(arguments: ["", "PRAGMA journal_mode = WAL"])
    func fileWithoutTablesReadsAsEmptyUntilItIsFilled(beginning: String) throws {
        try withPath { path in
            #expect(FileManager.default.createFile(atPath: path, contents: nil))
            try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: beginning) }
            let reading = KoeDatabase(readingPath: path)
            #expect(try reading.read { try CommentTable.count(in: $0) } == 0)
            try fill(path)
            #expect(try reading.read { try CommentTable.count(in: $0) } == 1)
        }
    }

    @Test func databaseThatCannotBeMadeLeavesNothing() throws {
        try withPath { path in
            let inNoFolder = path + "/koe.db"
            let error = #expect(throws: DatabaseError.self) { try KoeDatabase(path: inNoFolder) }
            #expect(error?.resultCode == .SQLITE_CANTOPEN)
            let folder = URL(filePath: path).deletingLastPathComponent().path
            let left = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(left == [])
        }
    }

    @Test func readerStandsBesideAWriter() throws {
        try withPath { path in
            let writing = try KoeDatabase(path: path)
            let reading = KoeDatabase(readingPath: path)
            #expect(try reading.read { try CommentTable.count(in: $0) } == 0)
            _ = try writing.write { try CommentTable.store([comment], in: $0) }
            #expect(try reading.read { try CommentTable.count(in: $0) } == 1)
        }
    }

    /// SQLite does not follow a link to `-shm`, and so cannot make the file, as in a folder that is read-only.
    @Test func databaseIsReadWhereNoFileCanBeMadeBesideIt() throws {
        try withPath { path in
            try fill(path)
            try FileManager.default.createSymbolicLink(atPath: path + "-shm", withDestinationPath: path + "-nowhere")
            let reading = KoeDatabase(readingPath: path)
            #expect(try reading.read { try CommentTable.count(in: $0) } == 1)
            try Data("changes".utf8).write(to: URL(filePath: path + "-wal"))
            let error = #expect(throws: StoreError.self) { try KoeDatabase(readingPath: path).read { _ in } }
            #expect(error?.code == .unreadable)
            #expect(error?.message.contains("koe 100%?#.db-wal") == true)
        }
    }

    @Test func olderDatabaseIsLeftAsItIsByAQuestion() throws {
        try withPath { path in
            try fill(path)
            try edit(path, "DELETE FROM grdb_migrations WHERE rowid > 1")
            let bytes = FileManager.default.contents(atPath: path)
            let error = #expect(throws: StoreError.self) { try KoeDatabase(readingPath: path).read { _ in } }
            #expect(error?.code == .needsMigration)
            let first = "schema \"comments, cases, scores, links, measures\""
            for part in [path, first, KoeDatabase.schemaVersion, "`koe run`"] {
                #expect(error?.message.contains(part) == true, "\(part)")
            }
            #expect(FileManager.default.contents(atPath: path) == bytes)
        }
    }

    @Test(arguments: [true, false])
    func newerDatabaseIsRefused(isReading: Bool) throws {
        try withPath { path in
            try fill(path)
            try edit(path, "INSERT INTO grdb_migrations VALUES ('of tomorrow')")
            let error = #expect(throws: StoreError.self) {
                _ = try isReading ? KoeDatabase(readingPath: path).read { _ in } : KoeDatabase(path: path).read { _ in }
            }
            #expect(error?.code == .newerSchema)
            #expect(error?.message.contains("\"of tomorrow\"") == true)
        }
    }
}

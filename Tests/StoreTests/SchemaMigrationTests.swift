import Feedback
import Foundation
import GRDB
import Testing

@testable import Store

/// Every schema that ever landed is brought up to date, and loses nothing.
///
/// Tests/Fixtures/databases/README.md says how a migration gets its fixture.
struct SchemaMigrationTests {
    /// `table` or `table.column` whose content a later migration moves elsewhere, and that is checked on its own.
    private static let moved: Set<String> = [
        "fact.name", "fact.value", "flag.detail", "flag.state", "contentSum", "commentTally", "scoreTally",
        "linkedTally", "ratingMismatch", "linkTally", "linkNote", "cell", "searchText", "searchState",
        "keptBrand", "untoldBrand", "untoldCase", "caseKey",
    ]

    @Test(arguments: DatabaseFixture.all)
    func everySchemaIsBroughtUpToDate(fixture: DatabaseFixture) throws {
        try fixture.withFile { path in
            let before = try DatabasePicture(DatabaseQueue(path: path))
            let database = try KoeDatabase(path: path)
            let after = try DatabasePicture(DatabaseQueue(path: path))
            let fresh = try Self.freshSchema
            #expect(after.schema == fresh)
            #expect(after.migrations == Schema.migrator.migrations)
            #expect(try database.read { try IntegrityCheck.problems(in: $0) } == [])
            let found = try database.read { try CommentTable.find("shop:r-1", in: $0) }
            #expect(found.map(\.comment.rating?.thousandths) == [5_000])
            for (table, rows) in before.tables where table != "grdb_migrations" && !Self.moved.contains(table) {
                #expect(!rows.isEmpty, "the fixture has no \(table)")
                for column in rows.first?.keys.sorted() ?? [] where !Self.moved.contains("\(table).\(column)") {
                    let kept = after.tables[table]?.compactMap { $0[column] }.sorted()
                    #expect(kept == rows.compactMap { $0[column] }.sorted(), "\(table).\(column)")
                }
            }
        }
    }

    /// The database of the schema that a migration makes is what the next one is tested with.
    @Test func everyMigrationHasAFixture() throws {
        let schemas = try DatabaseFixture.all.map { fixture in
            try fixture.withFile { try DatabasePicture(DatabaseQueue(path: $0)).migrations }
        }
        let migrations = Schema.migrator.migrations
        for (index, name) in migrations.enumerated() {
            #expect(
                schemas.contains(Array(migrations[...index])),
                "no fixture of the schema that \"\(name)\" makes; see Tests/Fixtures/databases/README.md"
            )
        }
    }

    /// The ledger knows the source of a file; a file that was never finished stands for itself.
    @Test func quarantinedRowsOfTheFirstSchemaGetTheirSource() throws {
        let first = try #require(DatabaseFixture.all.first)
        try first.withFile { path in
            let database = try KoeDatabase(path: path)
            let rows = try database.read { try ReportQueries.quarantineCounts(in: $0) }
            #expect(rows.map(\.source) == ["lost.csv", "shop"])
            #expect(rows.map(\.file) == ["lost.csv", "/data/shop.ndjson"])
        }
    }

    /// The view has every cell as the table had it, and the text of a row is the one that this program would write.
    @Test func cellsLieInTheRowsOfTheirPeriods() throws {
        let one = try #require(DatabaseFixture.all.first { $0.name.hasPrefix("28-") })
        try one.withFile { path in
            try KoeDatabase(path: path).read { db in
                let cell = try Row.fetchOne(db, sql: "SELECT * FROM cell")
                let values: [any DatabaseValueConvertible] = [
                    "Aoyama Audio", "month", "2014-04", "*", "support", 1, 10_000, 100_000_000, 1, 100_000_000, 10_000,
                    1, 0,
                ]
                #expect(cell.map { Array($0.databaseValues) } == values.map(\.databaseValue))
                let month = try #require(Period(.month, named: "2014-04"))
                var finder = CellFinder()
                let stored = try finder.stored("Aoyama Audio", month, channel: "*", in: db)
                #expect(stored.map { CellText.text(of: $0.sums) } == stored?.text)
            }
        }
    }

    /// Comment 1 of the fixture says "repaired" and is in the index with an older text.
    @Test func commentThatChangedSinceItWasIndexedIsFoundByItsText() throws {
        let indexed = try #require(DatabaseFixture.all.first { $0.name.hasPrefix("3-") })
        try indexed.withFile { path in
            try KoeDatabase(path: path).read { db in
                for (query, rows) in [("repaired", [1]), ("mended it", []), ("返金も早", [2])] as [(String, [Int64])] {
                    let found = try SearchIndex.search(query, limit: 5, in: db).ids
                    #expect(found == rows, "\(query)")
                }
            }
        }
    }

    /// Writes the fixture that `KOE_RECORD` names: the newest one, brought up to date.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["KOE_RECORD"] != nil))
    func recordsANewFixture() throws {
        let name = try #require(ProcessInfo.processInfo.environment["KOE_RECORD"])
        let newest = try #require(DatabaseFixture.all.last)
        try newest.withFile { path in
            _ = try KoeDatabase(path: path)
            let sql = try DatabasePicture.sql(of: DatabaseQueue(path: path))
            try Data(sql.utf8).write(to: DatabaseFixture.folder.appending(path: name), options: .withoutOverwriting)
        }
        #expect(FileManager.default.fileExists(atPath: DatabaseFixture.folder.appending(path: name).path))
    }

    private static var freshSchema: [String] {
        get throws {
            let file = FileManager.default.temporaryDirectory.appending(path: "koe-fresh-\(UUID().uuidString).db")
            defer {
                // A leftover in the temporary folder harms nobody.
                for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + ending) }
            }
            _ = try KoeDatabase(path: file.path)
            return try DatabasePicture(DatabaseQueue(path: file.path)).schema
        }
    }
}

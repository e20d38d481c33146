import CSQLiteSwitches
package import GRDB

/// The SQLite database of a workspace.
///
/// One pool for the life of the process: one writer, readers beside it (WAL).
package struct KoeDatabase: Sendable {
    private enum Access {
        case writing(any DatabaseWriter)
        case reading(ReadingDatabase)
    }

    private let access: Access
    /// Bytes of the log that stay once all of it is in the file.
    private static let keptLogBytes = 16 << 20
    /// Bytes of the pages that a statement might have to put back, before they go to a file.
    ///
    /// The triggers of one row change some ten pages, which SQLite otherwise writes row by row. What it keeps goes to the
    /// file in one piece, of which its `seekAndWriteFd` (3.40.1) writes 2^17 − 1 bytes at most: with a piece of 2^17, it
    /// would write nothing and say that the disk is full.
    private static let keptStatementBytes: Int32 = 120 << 10
    /// Whether SQLite keeps them; it can be told only before it is used.
    private static let keepsStatements = statement_journals_spill(keptStatementBytes) == SQLITE_OK

    /// Connections that can read a database file at a time beside the one that writes.
    package static let readerCount = 5

    /// Opens the database file, and creates it and its tables where they are missing.
    ///
    /// - Throws: ``StoreError`` `newerSchema` when a later version of Koe has written it; GRDB's errors otherwise.
    package init(path: String) throws {
        var configuration = Self.configuration
        configuration.maximumReaderCount = Self.readerCount
        configuration.prepareDatabase { db in
            // Readers find in the system's cache what they do not hold themselves.
            let kibibytes = db.configuration.readonly ? 8_192 : 32_768
            try db.execute(
                sql: "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 20000; PRAGMA cache_size = -\(kibibytes)"
            )
            // What is sorted, as for an index of all rows, is sorted beside the reading of more of it.
            try db.execute(sql: "PRAGMA threads = 1")
            // After a large transaction the log would keep its size while anybody reads.
            try db.execute(sql: "PRAGMA journal_size_limit = \(Self.keptLogBytes)")
        }
        if DatabaseFile.isFree(path) { try DatabaseFile.make(path) }
        try self.init(migrating: DatabasePool(path: path, configuration: configuration), name: path)
    }

    /// A database file for reading alone: nothing is created, migrated or locked.
    ///
    /// The file is opened by the first reading. Before it is there, the database reads as an empty one.
    package init(readingPath path: String) {
        access = .reading(ReadingDatabase(path: path))
    }

    /// A database in memory, for tests.
    package static func inMemory() throws -> KoeDatabase {
        try KoeDatabase(migrating: DatabaseQueue(configuration: configuration), name: "the database in memory")
    }

    /// What every connection needs: the functions that the triggers call, and how a search compares texts.
    static var configuration: Configuration {
        _ = keepsStatements
        var configuration = Configuration()
        // A ``SharedTransaction`` stays open between its steps.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { db in
            ContentFunctions.add(to: db)
            FoldedText.add(to: db)
            db.add(tokenizer: SearchTokenizer.self)
            // Otherwise a row that is replaced would go without its triggers.
            try db.execute(sql: "PRAGMA recursive_triggers = ON")
        }
        return configuration
    }

    private init(migrating writer: any DatabaseWriter, name: String) throws {
        try SchemaVersion.refuseNewer(writer, name: name)
        try Self.bringUpToDate(writer)
        access = .writing(writer)
    }

    /// Migrates, and gives the database the triggers of this program; those of another must not stand in the way.
    static func bringUpToDate(_ writer: any DatabaseWriter) throws {
        let isCurrent = try writer.read { db in
            try Schema.migrator.hasCompletedMigrations(db) && KeptTriggers.areThere(in: db)
        }
        if isCurrent { return }
        try writer.write { try KeptTriggers.remove(in: $0) }
        try Schema.migrator.migrate(writer)
        try writer.write { try ContentSums.install(in: $0) }
    }

    /// Name of the newest migration: the version of the schema.
    package static var schemaVersion: String { Schema.migrator.migrations.last ?? "none" }

    /// Writes one consistent state of all that is stored into a new file.
    package func copy(to path: String) throws {
        DatabaseFile.makePrivate(path)
        try reader().backup(to: DatabaseQueue(path: path))
    }

    /// Writes the file anew without anything that was removed, and empties the log.
    ///
    /// Pages that were freed before still hold what once stood in them; after this, no byte of the file does.
    ///
    /// `rewrites`: whether the whole file is written anew; otherwise what was removed must have been written over.
    package func scrub(rewrites: Bool = true) throws {
        guard case .writing(let writer) = access else { return }
        try writer.writeWithoutTransaction { db in
            if try db.tableExists("searchText") {
                // The index keeps removed words until its parts are merged.
                try db.execute(sql: "INSERT INTO searchText (searchText) VALUES ('optimize')")
            }
            try db.execute(sql: "PRAGMA secure_delete = ON")
            if rewrites { try db.execute(sql: "VACUUM") }
            try db.checkpoint(.truncate)
        }
    }

    /// Runs a transaction that writes.
    ///
    /// - Throws: GRDB's error `SQLITE_READONLY` where the database is open for reading alone.
    package func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try writer().write(body)
    }

    func writer() throws -> any DatabaseWriter {
        switch access {
        case .writing(let writer): return writer
        case .reading:
            throw DatabaseError(resultCode: .SQLITE_READONLY, message: "the database is open for reading alone")
        }
    }

    /// Runs a transaction that reads one consistent state.
    ///
    /// - Throws: where the database is open for reading alone, ``StoreError`` `newerSchema` or `needsMigration` when
    ///   another version of Koe has written it, and `unreadable` when SQLite can read it only where it may write.
    package func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try reader().read(body)
    }

    /// Whether another thread may read what is committed while a transaction writes.
    package var readsBesideWriter: Bool {
        guard case .writing(let writer) = access else { return false }
        return writer is DatabasePool
    }

    private func reader() throws -> any DatabaseReader {
        switch access {
        case .writing(let writer): writer
        case .reading(let database): try database.reader()
        }
    }
}

/// A connection inside a transaction, as the functions of the tables take it.
///
/// Other targets pass it on by this name and never see SQL.
package typealias StoreConnection = Database

package import GRDB

/// The SQLite database of a workspace.
///
/// One pool for the life of the process: one writer, readers beside it (WAL).
package struct KoeDatabase: Sendable {
    package let writer: any DatabaseWriter

    /// Opens the database file, and creates it and its tables where they are missing.
    ///
    /// - Throws: ``StoreError`` `newerSchema` when a later version of Koe has written it; GRDB's errors otherwise.
    package init(path: String) throws {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 20000")
        }
        try self.init(writer: DatabasePool(path: path, configuration: configuration))
    }

    /// Opens a database file that exists, for reading alone.
    ///
    /// - Throws: ``StoreError`` `newerSchema` or `needsMigration` when another version of Koe has written it.
    package init(readingPath path: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        let pool = try DatabasePool(path: path, configuration: configuration)
        try Self.refuseNewerSchema(pool)
        guard try pool.read(Schema.migrator.hasCompletedMigrations) else {
            throw StoreError(
                code: .needsMigration,
                message: "the database was written by an older koe; any command that writes brings it up to date"
            )
        }
        writer = pool
    }

    /// A database in memory, for tests.
    package static func inMemory() throws -> KoeDatabase {
        try KoeDatabase(writer: DatabaseQueue())
    }

    private init(writer: any DatabaseWriter) throws {
        self.writer = writer
        try Self.refuseNewerSchema(writer)
        try Schema.migrator.migrate(writer)
    }

    private static func refuseNewerSchema(_ database: some DatabaseReader) throws {
        guard try !database.read(Schema.migrator.hasBeenSuperseded) else {
            throw StoreError(
                code: .newerSchema,
                message: "the database was written by a newer koe; install that version, or restore a backup"
            )
        }
    }

    /// Name of the newest migration: the version of the schema.
    package static var schemaVersion: String { Schema.migrator.migrations.last ?? "none" }

    /// Writes one consistent state of all that is stored into a new file.
    package func copy(to path: String) throws {
        try writer.backup(to: DatabaseQueue(path: path))
    }

    /// Runs a transaction that writes.
    package func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try writer.write(body)
    }

    /// Runs a transaction that reads one consistent state.
    package func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try writer.read(body)
    }
}

/// A connection inside a transaction, as the functions of the tables take it.
///
/// Other targets pass it on by this name and never see SQL.
package typealias StoreConnection = Database

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

    /// A database in memory, for tests.
    package static func inMemory() throws -> KoeDatabase {
        try KoeDatabase(writer: DatabaseQueue())
    }

    private init(writer: any DatabaseWriter) throws {
        self.writer = writer
        let migrator = Schema.migrator
        if try writer.read(migrator.hasBeenSuperseded) {
            throw StoreError(
                code: .newerSchema,
                message: "the database was written by a newer koe; install that version, or restore a backup"
            )
        }
        try migrator.migrate(writer)
    }

    /// Name of the newest migration: the version of the schema.
    package static var schemaVersion: String { Schema.migrator.migrations.last ?? "none" }

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

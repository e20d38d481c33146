import GRDB

/// Tells whether this program and a database speak of the same tables.
enum SchemaVersion {
    /// - Throws: ``StoreError`` `newerSchema`.
    static func refuseNewer(_ database: any DatabaseReader, name: String) throws {
        let known = Schema.migrator.migrations
        guard let foreign = try applied(to: database).last(where: { !known.contains($0) }) else { return }
        throw StoreError(
            code: .newerSchema,
            message: """
                \(name) was written by a newer koe (schema "\(foreign)"; this koe knows "\(KoeDatabase.schemaVersion)"); \
                install that version, or restore a backup
                """
        )
    }

    /// - Throws: ``StoreError`` `newerSchema` or `needsMigration`.
    static func requireCurrent(_ database: any DatabaseReader, name: String) throws {
        try refuseNewer(database, name: name)
        guard try !database.read(Schema.migrator.hasCompletedMigrations) else { return }
        let schema = try applied(to: database).last.map { "schema \"\($0)\"" } ?? "no schema"
        throw StoreError(
            code: .needsMigration,
            message: """
                \(name) was written by an older koe (\(schema); this koe needs "\(KoeDatabase.schemaVersion)"); \
                `koe run` brings it up to date, and questions change nothing
                """
        )
    }

    /// Names of the migrations that were applied, oldest first.
    static func applied(to database: any DatabaseReader) throws -> [String] {
        try database.read { db in
            // SQLite numbers the rows in the order they came.
            guard try db.tableExists("grdb_migrations") else { return [] }
            return try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations ORDER BY rowid")
        }
    }
}

package import GRDB

/// What the report that stands holds of each brand, in the words of whoever keeps it, and the files that it is made of.
///
/// Nothing of it counts in the hash of the content.
package enum KeptReportTable {
    /// A file of the report as it was written.
    package struct File: Hashable, Sendable {
        /// Inside the folder of the report.
        package let path: String
        package let byteCount: Int64
        /// Nanoseconds since 1970.
        package let changedAt: Int64

        package init(path: String, byteCount: Int64, changedAt: Int64) {
            (self.path, self.byteCount, self.changedAt) = (path, byteCount, changedAt)
        }
    }

    /// The records by brand.
    package static func records(in db: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(db, sql: "SELECT brand, record FROM keptBrand")
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }

    /// The files in the order of their paths; none where none are known.
    package static func files(in db: Database) throws -> [File] {
        try Row.fetchAll(db, sql: "SELECT path, byteCount, changedAt FROM keptFile ORDER BY path").map {
            File(path: $0[0], byteCount: $0[1], changedAt: $0[2])
        }
    }

    /// Puts a report in the place of the one before: what changed before it is told.
    ///
    /// - Parameters:
    ///   - records: by brand.
    ///   - files: all of the report.
    ///   - db: in the transaction that ends the report.
    /// - Throws: an error of the database.
    package static func replace(_ records: [String: String], files: [File], in db: Database) throws {
        let before = try self.records(in: db)
        let remove = try db.cachedStatement(sql: "DELETE FROM keptBrand WHERE brand = ?")
        for brand in before.keys.sorted() where records[brand] == nil { try remove.execute(arguments: [brand]) }
        let put = try db.cachedStatement(
            sql: "INSERT INTO keptBrand VALUES (?, ?) ON CONFLICT DO UPDATE SET record = excluded.record"
        )
        for (brand, record) in records.sorted(by: { $0.key < $1.key }) where before[brand] != record {
            try put.execute(arguments: [brand, record])
        }
        try db.execute(sql: "DELETE FROM keptFile")
        let add = try db.cachedStatement(sql: "INSERT INTO keptFile VALUES (?, ?, ?)")
        for file in files { try add.execute(arguments: [file.path, file.byteCount, file.changedAt]) }
        try ReportJournal.clear(in: db)
    }

    /// Forgets what is kept of brands: the next report is made from nothing.
    package static func forget(in db: Database) throws {
        try db.execute(sql: "DELETE FROM keptBrand")
        try ReportJournal.clear(in: db)
    }
}

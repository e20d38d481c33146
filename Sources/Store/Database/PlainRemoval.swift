package import GRDB

/// Removal that leaves what stood in a freed page there until the page is used again.
///
/// Debian builds SQLite so that it writes zeros over every freed page
/// (https://www.sqlite.org/compile.html#secure_delete): emptying a table costs as much as filling it. What nobody could
/// read, such as hashes, may stay; ``Erasure`` writes zeros, and ``KoeDatabase/scrub(rewrites:)`` writes the file anew.
package enum PlainRemoval {
    /// Runs a body that empties tables in which there is no text of persons.
    package static func run(in db: Database, _ body: () throws -> Void) throws {
        let former = try Int.fetchOne(db, sql: "PRAGMA secure_delete") ?? 0
        try db.execute(sql: "PRAGMA secure_delete = OFF")
        defer { try? db.execute(sql: "PRAGMA secure_delete = \(former)") }
        try body()
    }
}

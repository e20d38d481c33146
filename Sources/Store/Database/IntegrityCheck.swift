package import GRDB

/// SQLite's own checks of a database.
package enum IntegrityCheck {
    /// What is wrong, in SQLite's words; empty when the file is whole and every reference holds.
    package static func problems(in db: Database) throws -> [String] {
        let integrity = try String.fetchAll(db, sql: "PRAGMA quick_check").filter { $0 != "ok" }
        let references = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
            let table: String = row["table"]
            let parent: String = row["parent"]
            return "a row of \(table) points to a missing row of \(parent)"
        }
        return integrity + references
    }
}

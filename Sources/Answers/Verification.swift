package import Store
import Workspace

/// Checks that a database is whole, and makes one hash of its content.
package enum Verification {
    package struct Outcome: Encodable, Sendable {
        /// SHA-256 in hexadecimal.
        package let hash: String
        package let comments: Int
        /// What SQLite's own checks found; empty when all is well.
        package let problems: [String]
    }

    package static func run(on database: KoeDatabase) throws -> Outcome {
        try database.read { db in
            Outcome(
                hash: try ContentHash.recomputed(in: db),
                comments: try CommentTable.count(in: db),
                problems: try IntegrityCheck.problems(in: db) + differences(in: db)
            )
        }
    }

    /// Tables whose rows are not those that the nights have counted.
    private static func differences(in db: StoreConnection) throws -> [String] {
        try ContentSums.differences(in: db).map { table in
            "the rows of \(table) are not those that koe wrote; restore a backup, or run again from the inputs"
        }
    }
}

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
                hash: try ContentHash.hash(in: db),
                comments: try CommentTable.count(in: db),
                problems: try IntegrityCheck.problems(in: db)
            )
        }
    }
}

import Store

/// Checks that a database is whole, and makes one hash of its content.
package enum Verification {
    package struct Outcome: Encodable, Sendable {
        /// SHA-256 in hexadecimal.
        package let hash: String
        package let comments: Int
        /// What SQLite's own checks found; empty when all is well.
        package let problems: [String]
    }

    package static func run(on context: WorkspaceContext) throws -> Outcome {
        try context.database.read { db in
            Outcome(
                hash: try hash(in: db),
                comments: try CommentTable.count(in: db),
                problems: try IntegrityCheck.problems(in: db)
            )
        }
    }

    /// The hash alone, without SQLite's checks.
    static func hash(of context: WorkspaceContext) throws -> String {
        try context.database.read { try hash(in: $0) }
    }

    /// SHA-256 over the content, in hexadecimal.
    static func hash(in db: StoreConnection) throws -> String {
        var digest = RunningDigest()
        try DatabaseContent.forEachPiece(in: db) { digest.update($0) }
        return digest.hex()
    }
}

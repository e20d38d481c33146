import Store
package import Workspace

/// Makes search fast.
package enum IndexStage {
    /// Brings the full-text index up to date.
    ///
    /// - Returns: comments that were added or replaced.
    package static func run(on context: WorkspaceContext) throws -> Int {
        try context.database.write { try SearchIndex.update(in: $0) }
    }
}

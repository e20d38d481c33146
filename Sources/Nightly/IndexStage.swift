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

    /// Feeds the index with what came or changed, where somebody made one.
    ///
    /// - Returns: comments that were added or replaced; `nil` where there is no index.
    static func catchUp(on context: WorkspaceContext) throws -> Int? {
        try context.database.write { try SearchIndex.catchUp(in: $0) }
    }
}

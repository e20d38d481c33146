package import Store

/// One hash of everything a database holds that its comments decide.
package enum ContentHash {
    /// SHA-256 over the content of a workspace, in hexadecimal.
    package static func hash(of context: WorkspaceContext) throws -> String {
        try context.database.read { try hash(in: $0) }
    }

    /// SHA-256 over the content, in hexadecimal.
    package static func hash(in db: StoreConnection) throws -> String {
        var digest = RunningDigest()
        try DatabaseContent.forEachPiece(in: db) { digest.update($0) }
        return digest.hex()
    }
}

package import Store

/// One hash of everything a database holds that its comments decide.
package enum ContentHash {
    /// SHA-256 over the kept sums of the content of a workspace, in hexadecimal.
    package static func hash(of context: WorkspaceContext) throws -> String {
        try context.database.read { try hash(in: $0) }
    }

    /// SHA-256 over the kept sums of the content, in hexadecimal; reads no row of the content.
    package static func hash(in db: StoreConnection) throws -> String {
        Digest.hex(Array(try ContentSums.text(in: db).utf8))
    }

    /// The same hash from the rows themselves: reads the whole database.
    package static func recomputed(in db: StoreConnection) throws -> String {
        Digest.hex(Array(try ContentSums.recomputedText(in: db).utf8))
    }
}

package import Reports
package import Store

/// What to hide in texts of a workspace: what is personal everywhere, and the names of its people where they are
/// addressed.
package enum KnownNames {
    /// - Parameters:
    ///   - texts: everything that will be shown.
    ///   - base: what is hidden beside the names, as the settings say.
    ///   - db: asked once for the names that are addressed in the texts.
    /// - Returns: a masking that knows these names and no others.
    /// - Throws: an error of the database.
    package static func masking(of texts: [String], beside base: Masking, in db: StoreConnection) throws -> Masking {
        base.knowing(try PersonQueries.names(with: Masking.addressed(in: texts), in: db))
    }
}

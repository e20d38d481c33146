package import Reports
package import Store

/// What to hide in texts of a workspace: what is personal everywhere, and the names of its people where they are
/// addressed.
package enum KnownNames {
    /// - Parameters:
    ///   - texts: everything that will be shown of what customers wrote.
    ///   - notes: everything that will be shown of what staff noted of customers, by flags and decisions.
    ///   - base: what is hidden beside the names, as the settings say.
    ///   - db: asked once for the names that are addressed in the texts, and once for the whole names in the notes.
    /// - Returns: a masking that knows these names and no others.
    /// - Throws: an error of the database.
    package static func masking(
        of texts: [String],
        notes: [String] = [],
        beside base: Masking,
        in db: StoreConnection
    ) throws -> Masking {
        let addressed = try PersonQueries.names(with: Masking.addressed(in: texts + notes), in: db)
        let noted = try PersonQueries.people(named: NameStretches.candidates(in: notes), in: db)
        return base.knowing(addressed).knowing(inNotes: noted)
    }
}

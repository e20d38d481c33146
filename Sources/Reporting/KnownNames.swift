package import Reports
package import Store

/// What to hide in texts of a workspace: what is personal everywhere, and the names of its people where they are
/// addressed.
package enum KnownNames {
    /// - Parameters:
    ///   - texts: everything that will be shown of what customers wrote.
    ///   - notes: everything that will be shown of what staff noted of customers, by flags and decisions.
    ///   - base: what is hidden beside the names, as the settings say.
    ///   - db: asked for each word by which somebody may be addressed in the texts, and once for the whole names in the
    ///     notes.
    /// - Returns: a masking that knows these names and no others.
    /// - Throws: an error of the database.
    package static func masking(
        of texts: [String],
        notes: [String] = [],
        beside base: Masking,
        in db: StoreConnection
    ) throws -> Masking {
        try masking(addressing: Masking.addressed(in: texts + notes), notes: notes, beside: base, in: db)
    }

    /// The same; `words`: who may be addressed in the texts and the notes, as ``Masking/addressed(in:)`` finds them.
    package static func masking(
        addressing words: [String],
        notes: [String],
        beside base: Masking,
        in db: StoreConnection
    ) throws -> Masking {
        let addressed = try bearers(of: words, in: db)
        let noted = try PersonQueries.people(named: NameStretches.candidates(in: notes), in: db)
        return base.knowing(addressed).knowing(inNotes: noted)
    }

    /// Names by which ``Masking/knowing(_:)`` knows which of some words address a person.
    ///
    /// `words`: as ``Masking/addressed(in:)`` finds them.
    package static func bearers(of words: [String], in db: StoreConnection) throws -> [String] {
        try PersonQueries.bearers(of: words, isBeginning: NameForms.isSurname, in: db) { name, word in
            NameForms.forms(of: name).contains(word)
        }
    }
}

package import GRDB

/// Whether a case went, or became a lesser one, though another kept input may tell it or more of it.
///
/// Noted in the transaction that takes it away, so that a run which is killed leaves the search to the next one.
package enum SoughtCases {
    private static let fact = "cases sought"

    package static func areThere(in db: Database) throws -> Bool { try FactTable.value(fact, in: db) != nil }

    static func note(in db: Database) throws { try FactTable.set(fact, to: "yes", in: db) }

    /// Forgets them once all kept inputs have been asked.
    package static func forget(in db: Database) throws { try FactTable.remove(fact, in: db) }
}

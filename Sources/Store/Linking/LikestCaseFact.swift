package import GRDB

/// What a report found of cases that are alike, in the words of whoever keeps it: as long as no case has come, changed
/// or gone since.
///
/// How alike two cases are hangs on all of them, since what few tell weighs more; so all that was found holds, or nothing.
package enum LikestCaseFact {
    private static let name = "likest cases"

    /// What decides which cases are alike; `nil` while one waits to be linked, for then the index of incidents is of
    /// before.
    package static func input(in db: Database) throws -> String? {
        let waits = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM unlinkedCase)") ?? true
        guard !waits, let linked = try FactTable.value("link worked on", in: db) else { return nil }
        return try ContentSums.fingerprint(of: ["supportCase", "caseAlias"], in: db) + "; " + linked
    }

    package static func value(in db: Database) throws -> String? { try FactTable.value(name, in: db) }

    package static func set(_ value: String, in db: Database) throws { try FactTable.set(name, to: value, in: db) }

    /// Forgets the ids of cases that go.
    static func forget(in db: Database) throws { try FactTable.remove(name, in: db) }
}

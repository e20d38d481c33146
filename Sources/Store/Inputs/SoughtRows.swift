package import GRDB

/// What went, or became a lesser state, though another input may tell it or more of it: an id is the same case in all
/// inputs, and the same comment in those of its source.
///
/// Noted in the transaction that takes it away, so that a run which is killed leaves the search to the next one.
package enum SoughtRows {
    private static let cases = "cases sought"
    private static let comments = "comments sought "

    /// Whether a case went.
    package static func haveCases(in db: Database) throws -> Bool { try FactTable.value(cases, in: db) != nil }

    /// The sources of which a comment went.
    package static func sourcesOfComments(in db: Database) throws -> Set<String> {
        let sql = "SELECT substr(name, ?) FROM fact WHERE name BETWEEN ? AND ? || char(1114111)"
        return try Set(String.fetchAll(db, sql: sql, arguments: [comments.utf8.count + 1, comments, comments]))
    }

    static func noteCases(in db: Database) throws { try FactTable.set(cases, to: "yes", in: db) }

    static func noteComments(of source: String, in db: Database) throws {
        try FactTable.set(comments + source, to: "yes", in: db)
    }

    /// Forgets cases once all kept inputs have been asked.
    ///
    /// - Returns: the inputs that could not be.
    package static func forgetCases(in db: Database) throws -> [StoredInput] {
        try FactTable.remove(cases, in: db)
        return try leave(db) { _ in true }
    }

    /// Forgets comments once all kept inputs of their sources have been asked.
    ///
    /// - Returns: the inputs that could not be.
    package static func forgetComments(of sources: Set<String>, in db: Database) throws -> [StoredInput] {
        for source in sources.sorted() { try FactTable.remove(comments + source, in: db) }
        return try leave(db) { sources.contains($0.source) }
    }

    /// Inputs that are not kept are read when they are imported again.
    private static func leave(_ db: Database, where mayTell: (StoredInput) -> Bool) throws -> [StoredInput] {
        let inputs = try InputTable.all(in: db).filter { !$0.isKept && mayTell($0) }
        for input in inputs { try InputTable.beginAnew(input.id, in: db) }
        return inputs
    }
}

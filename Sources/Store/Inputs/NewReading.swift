package import GRDB

/// What a new reading of an input meets, so that what an earlier reading made of it, and this one does not, can go.
///
/// Kept in the connection's own temporary tables: a reading that is killed leaves nothing behind and begins anew.
package enum NewReading {
    /// Begins to read an input again that was read before; its earlier versions come again with its rows.
    package static func begin(_ input: Int64, in db: Database) throws {
        try db.execute(
            sql: """
                CREATE TEMP TABLE IF NOT EXISTS metComment (id INTEGER PRIMARY KEY);
                CREATE TEMP TABLE IF NOT EXISTS metCase (caseID TEXT PRIMARY KEY) WITHOUT ROWID;
                DELETE FROM metComment;
                DELETE FROM metCase;
                """
        )
        try db.execute(sql: "DELETE FROM earlierVersion WHERE inputID = ?", arguments: [input])
        try WithdrawalTable.forget(input: input, in: db)
    }

    /// Forgets the comments and cases of an input that its new reading did not meet.
    ///
    /// Comments that other inputs showed in another state return to it.
    /// - Returns: how many comments and how many cases were removed.
    package static func end(_ input: Int64, in db: Database) throws -> (comments: Int, cases: Int) {
        let sql = "SELECT id FROM comment WHERE inputID = ? AND id NOT IN (SELECT id FROM metComment) ORDER BY id"
        var removed = 0
        for id in try Int64.fetchAll(db, sql: sql, arguments: [input]) where try CommentVersions.remove(id, in: db) {
            removed += 1
        }
        try db.execute(
            sql: "DELETE FROM supportCase WHERE inputID = ? AND caseID NOT IN (SELECT caseID FROM metCase)",
            arguments: [input]
        )
        let cases = db.changesCount
        if cases > 0 { try SoughtCases.note(in: db) }
        try db.execute(sql: "DELETE FROM metComment; DELETE FROM metCase")
        return (removed, cases)
    }

    static func meet(comment id: Int64, in db: Database) throws {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO metComment VALUES (?)").execute(arguments: [id])
    }

    /// - Returns: whether the case is met for the first time.
    static func meet(caseID: String, in db: Database) throws -> Bool {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO metCase VALUES (?)")
            .execute(arguments: [caseID.withoutNull])
        return db.changesCount > 0
    }
}

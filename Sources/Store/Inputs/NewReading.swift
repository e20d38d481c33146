import Feedback
package import GRDB

/// A new reading of an input that was read before, so that nothing of the earlier one outlives it.
///
/// It looks at all rows before it stores any: what the earlier reading made and this one does not goes first, so that no
/// row is taken for another state of it. Kept in the connection's own temporary tables: a reading that is killed leaves
/// nothing behind and begins anew.
package enum NewReading {
    /// Begins to read an input again; its earlier versions and the words by which it took comments back come again with
    /// its rows.
    package static func begin(_ input: Int64, in db: Database) throws {
        try db.execute(sql: tables)
        try forget(input, in: db)
        try db.execute(
            sql: """
                INSERT INTO earlierWord SELECT inputID, source, externalID, changedAt FROM withdrawal WHERE inputID = :input;
                INSERT INTO earlierState
                SELECT inputID, source, externalID, rowDigest, contentHash, 0 FROM earlierVersion WHERE inputID = :input;
                DELETE FROM earlierVersion WHERE inputID = :input;
                """,
            arguments: ["input": input]
        )
        try WithdrawalTable.forget(input: input, in: db)
    }

    /// Takes down which comments the reading will make.
    package static func lookAhead(at rows: [CommentRow], of input: Int64, in db: Database) throws {
        let insert = try db.cachedStatement(sql: "INSERT OR IGNORE INTO rowAhead VALUES (?, ?, ?, ?)")
        for row in rows {
            try insert.execute(arguments: [input, row.origin.digest, row.contentHash, row.names.externalID])
        }
    }

    /// Removes the comments of an input that its new reading does not make, once it has looked at all of its rows.
    ///
    /// Comments that other inputs showed in another state return to it; these inputs are sought.
    package static func removeStale(of input: Int64, in db: Database) throws {
        let hasStale = try remove(stale, of: input, in: db)
        guard try hasStale || mayHaveNamesOfTwo(input, in: db) else { return }
        try seekElsewhere(input, in: db)
        try removeDependent(of: input, in: db)
    }

    /// Removes the comments whose name or state hangs on what else was told of their id, so that they are stored anew with
    /// it.
    package static func removeDependent(of input: Int64, in db: Database) throws {
        _ = try remove(dependent, of: input, in: db)
    }

    /// Forgets the cases of an input that its new reading did not meet.
    ///
    /// - Returns: how many comments and how many cases are read no more.
    package static func end(_ input: Int64, in db: Database) throws -> (comments: Int, cases: Int) {
        try db.execute(
            sql: """
                DELETE FROM supportCase WHERE inputID = :input
                    AND caseID NOT IN (SELECT caseID FROM metCase WHERE inputID = :input)
                """,
            arguments: ["input": input]
        )
        let cases = db.changesCount
        if cases > 0 { try SoughtRows.noteCases(in: db) }
        if try hasLostWord(input, in: db) { try seekElsewhere(input, in: db) }
        let sql = """
            SELECT count(*) FROM earlierState WHERE inputID = ? AND isCounted AND NOT EXISTS (
                SELECT 1 FROM comment
                WHERE comment.source = earlierState.source AND comment.externalID = earlierState.externalID
            )
            """
        let gone = try Int.fetchOne(db, sql: sql, arguments: [input]) ?? 0
        try forget(input, in: db)
        return (gone, cases)
    }

    /// - Returns: whether the case is met for the first time.
    static func meet(caseID: String, of input: Int64, in db: Database) throws -> Bool {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO metCase VALUES (?, ?)")
            .execute(arguments: [input, caseID.withoutNull])
        return db.changesCount > 0
    }

    /// Whether an earlier reading made a comment, or a state of one, that was removed for a new one.
    static func areThereStates(in db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM earlierState)") ?? false
    }

    /// Whether an earlier reading made the same of the same row.
    static func hasState(_ row: CommentRow, in db: Database) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM earlierState WHERE rowDigest = ? AND contentHash = ?)"
        )
        return try Bool.fetchOne(statement, arguments: [row.origin.digest, row.contentHash]) ?? false
    }

    /// Whether an earlier reading made another state of a comment.
    static func hasComment(_ row: CommentRow, in db: Database) throws -> Bool {
        let (source, externalID) = row.names
        let statement = try db.cachedStatement(
            sql: "SELECT EXISTS (SELECT 1 FROM earlierState WHERE source = ? AND externalID = ? AND isCounted)"
        )
        return try Bool.fetchOne(statement, arguments: [source, externalID]) ?? false
    }

    // MARK: - What goes

    private static let tables = """
        CREATE TEMP TABLE IF NOT EXISTS rowAhead (
            inputID INTEGER NOT NULL, rowDigest INTEGER NOT NULL, contentHash INTEGER NOT NULL, externalID TEXT NOT NULL,
            PRIMARY KEY (inputID, rowDigest, contentHash, externalID)
        ) WITHOUT ROWID;
        CREATE TEMP TABLE IF NOT EXISTS earlierState (
            inputID INTEGER NOT NULL, source TEXT NOT NULL, externalID TEXT NOT NULL, rowDigest INTEGER,
            contentHash INTEGER NOT NULL, isCounted INTEGER NOT NULL
        );
        CREATE INDEX IF NOT EXISTS temp.earlierStateRow ON earlierState (rowDigest, contentHash);
        CREATE INDEX IF NOT EXISTS temp.earlierStateName ON earlierState (source, externalID);
        CREATE TEMP TABLE IF NOT EXISTS earlierWord (
            inputID INTEGER NOT NULL, source TEXT NOT NULL, externalID TEXT NOT NULL, changedAt INTEGER
        );
        CREATE TEMP TABLE IF NOT EXISTS metCase (
            inputID INTEGER NOT NULL, caseID TEXT NOT NULL, PRIMARY KEY (inputID, caseID)
        ) WITHOUT ROWID;
        """

    /// Of two comments with one id in their source, one has its time behind the id.
    private static let stale = """
        NOT EXISTS (
            SELECT 1 FROM rowAhead WHERE rowAhead.inputID = comment.inputID AND rowAhead.rowDigest = comment.rowDigest
                AND rowAhead.contentHash = comment.contentHash
                AND (rowAhead.externalID = comment.externalID
                    OR substr(comment.externalID, 1, length(rowAhead.externalID) + 1) = rowAhead.externalID || '@')
        )
        """

    /// Comments whose id stands on several rows, or under which other inputs showed another state, or with a time behind
    /// it.
    private static let dependent = """
        \(hasTimeBehindID)
        OR externalID IN (
            SELECT externalID FROM rowAhead WHERE inputID = :input GROUP BY externalID HAVING count(*) > 1
        )
        OR EXISTS (SELECT 1 FROM earlierVersion WHERE commentID = comment.id)
        OR EXISTS (
            SELECT 1 FROM earlierState
            WHERE earlierState.source = comment.source AND earlierState.externalID = comment.externalID
        )
        """

    private static let hasTimeBehindID = """
        NOT EXISTS (
            SELECT 1 FROM rowAhead WHERE rowAhead.inputID = comment.inputID AND rowAhead.rowDigest = comment.rowDigest
                AND rowAhead.contentHash = comment.contentHash AND rowAhead.externalID = comment.externalID
        )
        """

    /// - Returns: whether there was such a comment.
    private static func remove(_ condition: String, of input: Int64, in db: Database) throws -> Bool {
        let sql = "SELECT id FROM comment WHERE inputID = :input AND (\(condition)) ORDER BY id"
        let ids = try Int64.fetchAll(db, sql: sql, arguments: ["input": input])
        for id in ids {
            try db.cachedStatement(
                sql: """
                    INSERT INTO earlierState
                    SELECT inputID, source, externalID, rowDigest, contentHash, 1 FROM comment WHERE id = ?
                    """
            ).execute(arguments: [id])
            _ = try CommentVersions.remove(id, in: db)
        }
        return !ids.isEmpty
    }

    /// Whether the input may tell two comments with one id, so that the order in which they are met counts.
    private static func mayHaveNamesOfTwo(_ input: Int64, in db: Database) throws -> Bool {
        let sql = """
            SELECT EXISTS (
                SELECT 1 FROM comment WHERE inputID = :input AND (
                    \(hasTimeBehindID) OR length(externalID) <= 7 AND externalID NOT GLOB '*[^0-9]*' AND (\(dependent))
                )
            )
            """
        return try Bool.fetchOne(db, sql: sql, arguments: ["input": input]) ?? false
    }

    private static func forget(_ input: Int64, in db: Database) throws {
        for table in ["rowAhead", "earlierState", "earlierWord", "metCase"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE inputID = ?", arguments: [input])
        }
    }

    /// Whether the input took a comment back and does so no more.
    private static func hasLostWord(_ input: Int64, in db: Database) throws -> Bool {
        let sql = """
            SELECT EXISTS (
                SELECT source, externalID, changedAt FROM earlierWord WHERE inputID = :input
                EXCEPT SELECT source, externalID, changedAt FROM withdrawal WHERE inputID = :input
            )
            """
        return try Bool.fetchOne(db, sql: sql, arguments: ["input": input]) ?? false
    }

    /// Other inputs of the source may tell what this one tells no more.
    private static func seekElsewhere(_ input: Int64, in db: Database) throws {
        let sql = """
            SELECT source FROM input WHERE id = ? AND EXISTS (
                SELECT 1 FROM input AS other WHERE other.source = input.source AND other.id != input.id
            )
            """
        if let source = try String.fetchOne(db, sql: sql, arguments: [input]) {
            try SoughtRows.noteComments(of: source, in: db)
        }
    }
}

package import Feedback
package import GRDB

/// Comments that their sources took back.
///
/// A word of a source takes back every state of the comment that is older than it: by the source's times where both
/// have one and they differ, else by the order of import. So any order of the rows leaves the same comments. The kept
/// inputs hold what was taken, and bring it back when the word itself is taken back.
package enum WithdrawalTable {
    /// Takes down the words of an input, and removes the states of comments that they take back.
    ///
    /// - Returns: How many comments went, or returned to a state that stands.
    package static func store(_ withdrawals: [Withdrawal], input: Int64, in db: Database) throws -> Int {
        let insert = try db.cachedStatement(
            sql: """
                INSERT INTO withdrawal (source, externalID, inputID, byte, changedAt) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET changedAt = excluded.changedAt
                """
        )
        var taken = 0
        for withdrawal in withdrawals {
            try insert.execute(arguments: [
                withdrawal.source, withdrawal.externalID, input, withdrawal.byte, withdrawal.changedAt,
            ])
            let word = Word(changedAt: withdrawal.changedAt, input: input, byte: Int64(withdrawal.byte))
            if try take(withdrawal, by: word, in: db) { taken += 1 }
        }
        return taken
    }

    /// Whether a source took back anything.
    static func isEmpty(in db: Database) throws -> Bool {
        try !(Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM withdrawal)") ?? false)
    }

    /// Whether a state of a comment was taken back; then it is taken down as such.
    static func covers(_ row: CommentRow, input: Int64, in db: Database) throws -> Bool {
        let ((source, externalID), digest) = (row.names, row.origin.digest)
        let words = try words(source, externalID, in: db)
        guard !words.isEmpty else { return false }
        var state = VersionState(row, input: input)
        let known = try db.cachedStatement(
            sql: "SELECT inputID, byte FROM withdrawnState WHERE source = ? AND externalID = ? AND rowDigest = ?"
        )
        if let first = try Row.fetchOne(known, arguments: [source, externalID, digest]) {
            (state.input, state.byte) = (first["inputID"], first["byte"])
        }
        guard words.contains(where: { $0.takes(state) }) else { return false }
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO withdrawnState VALUES (?, ?, ?, ?, ?)").execute(
            arguments: [source, externalID, digest, state.input, state.byte]
        )
        return true
    }

    /// Forgets the words of an input, and what it brought that was taken back.
    static func forget(input: Int64, in db: Database) throws {
        for table in ["withdrawal", "withdrawnState"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE inputID = ?", arguments: [input])
        }
    }

    /// Forgets what names a comment that is erased.
    static func forget(comment id: Int64, in db: Database) throws {
        for table in ["withdrawal", "withdrawnState"] {
            try db.execute(
                sql: """
                    DELETE FROM \(table) WHERE (source, externalID) = (SELECT source, externalID FROM comment WHERE id = ?)
                    """,
                arguments: [id]
            )
        }
    }

    /// Forgets what names a comment of a source, which may have been taken back before it was erased.
    package static func forget(_ source: String, _ externalID: String, in db: Database) throws {
        for table in ["withdrawal", "withdrawnState"] {
            try db.cachedStatement(sql: "DELETE FROM \(table) WHERE source = ? AND externalID = ?")
                .execute(arguments: [source, externalID])
        }
    }

    // MARK: - Words

    /// A source's word about one comment.
    private struct Word {
        let changedAt: Int64?
        let input: Int64
        let byte: Int64

        func takes(_ state: VersionState) -> Bool {
            let seen = state.updatedAt == .min ? state.postedAt : state.updatedAt
            if let changedAt, seen != .min, changedAt != seen { return changedAt > seen }
            return (input, byte) > (state.input, state.byte)
        }
    }

    private static func words(_ source: String, _ externalID: String, in db: Database) throws -> [Word] {
        let select = try db.cachedStatement(
            sql: "SELECT changedAt, inputID, byte FROM withdrawal WHERE source = ? AND externalID = ?"
        )
        return try Row.fetchAll(select, arguments: [source, externalID]).map {
            Word(changedAt: $0["changedAt"], input: $0["inputID"], byte: $0["byte"])
        }
    }

    /// Removes the states that a word takes back.
    ///
    /// - Returns: Whether the one that counted is among them.
    private static func take(_ withdrawal: Withdrawal, by word: Word, in db: Database) throws -> Bool {
        let select = try db.cachedStatement(
            sql: "SELECT id, \(VersionState.selection) FROM comment WHERE source = ? AND externalID = ?"
        )
        guard let row = try Row.fetchOne(select, arguments: [withdrawal.source, withdrawal.externalID]) else {
            return false
        }
        let id: Int64 = row["id"]
        let versions = try db.cachedStatement(
            sql: "SELECT rowid, \(VersionState.selection) FROM earlierVersion WHERE commentID = ?"
        )
        for version in try Row.fetchAll(versions, arguments: [id]) where word.takes(VersionState(version)) {
            try remember("earlierVersion", row: version["rowid"], in: db)
            try db.cachedStatement(sql: "DELETE FROM earlierVersion WHERE rowid = ?").execute(arguments: [
                version["rowid"] as Int64
            ])
        }
        guard word.takes(VersionState(row)) else { return false }
        try remember("comment", row: id, in: db)
        _ = try CommentVersions.remove(id, in: db)
        return true
    }

    private static func remember(_ table: String, row: Int64, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO withdrawnState
                SELECT source, externalID, rowDigest, inputID, byte FROM \(table)
                WHERE rowid = ? AND rowDigest IS NOT NULL AND inputID IS NOT NULL
                """
        ).execute(arguments: [row])
    }
}

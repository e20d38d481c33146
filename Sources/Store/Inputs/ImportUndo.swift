package import GRDB

/// What taking an import back removes.
package struct UndoCounts: Hashable, Sendable, Encodable {
    package var comments = 0
    /// Comments that return to the state they had before.
    package var restored = 0
    package var cases = 0
    package var quarantined = 0

    package init() {}

    package static func += (left: inout UndoCounts, right: UndoCounts) {
        left.comments += right.comments
        left.restored += right.restored
        left.cases += right.cases
        left.quarantined += right.quarantined
    }
}

/// Takes an import back.
package enum ImportUndo {
    /// What ``undo(_:in:)`` would remove.
    package static func rehearse(_ input: StoredInput, in db: Database) throws -> UndoCounts {
        var counts = UndoCounts()
        let restored = """
            SELECT count(*) FROM comment WHERE inputID = ? AND EXISTS (SELECT 1 FROM earlierVersion
                WHERE commentID = comment.id AND earlierVersion.inputID IS NOT comment.inputID)
            """
        counts.restored = try count(restored, [input.id], in: db)
        counts.comments = try count("SELECT count(*) FROM comment WHERE inputID = ?", [input.id], in: db)
        counts.comments -= counts.restored
        counts.cases = try count("SELECT count(*) FROM supportCase WHERE inputID = ?", [input.id], in: db)
        counts.quarantined = try count(
            "SELECT count(*) FROM quarantine WHERE inputHash = ? AND source = ?",
            [input.inputHash, input.source],
            in: db
        )
        return counts
    }

    /// Removes what came with an input: comments return to their earlier state where there is one.
    ///
    /// Rows that stand in other inputs too come back when these are read again.
    package static func undo(_ input: StoredInput, in db: Database) throws -> UndoCounts {
        let counts = try rehearse(input, in: db)
        try db.execute(sql: "DELETE FROM earlierVersion WHERE inputID = ?", arguments: [input.id])
        try WithdrawalTable.forget(input: input.id, in: db)
        let ids = try Int64.fetchAll(db, sql: "SELECT id FROM comment WHERE inputID = ?", arguments: [input.id])
        for id in ids { _ = try CommentVersions.remove(id, in: db) }
        try db.execute(sql: "DELETE FROM supportCase WHERE inputID = ?", arguments: [input.id])
        if db.changesCount > 0 { try SoughtRows.noteCases(in: db) }
        try SoughtRows.noteComments(of: input.source, in: db)
        for table in ["quarantine", "ledger", "droppedRow"] {
            try db.execute(
                // The rows of a page stand under the source of all pages.
                sql: "DELETE FROM \(table) WHERE inputHash = ? AND source IN (?, 'page')",
                arguments: [input.inputHash, input.source]
            )
        }
        try db.execute(sql: "DELETE FROM input WHERE id = ?", arguments: [input.id])
        return counts
    }

    private static func count(_ sql: String, _ arguments: StatementArguments, in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: sql, arguments: arguments) ?? 0
    }
}

package import Feedback
package import GRDB

/// What became of rows that were offered to a table.
package struct StoreCounts: Hashable, Sendable {
    /// New rows.
    package var stored = 0
    /// Rows that were there already, or an older state of one that is.
    package var duplicate = 0
    /// Rows that replaced an older state.
    package var updated = 0

    package init() {}

    package static func += (left: inout StoreCounts, right: StoreCounts) {
        left.stored += right.stored
        left.duplicate += right.duplicate
        left.updated += right.updated
    }
}

/// The comments of a workspace.
package enum CommentTable {
    private static let columns = CommentColumns.names + ["contentHash"]
    /// What a query selects to read a ``StoredComment``.
    static let selection = (["id"] + columns).joined(separator: ", ")

    /// Stores comments; of two states of one comment the later one stays, whatever the order they come in.
    ///
    /// The later state is the one with the later `updatedAt`; between equal times the one with survey answers, since a
    /// mapping that declares them says more, and then the greater content hash decides, so that the outcome depends on
    /// the content alone. A replaced comment loses its score, link and place in a voice.
    package static func store(_ comments: [Comment], in db: Database) throws -> StoreCounts {
        var counts = StoreCounts()
        let insert = try db.cachedStatement(sql: insertSQL)
        for comment in comments {
            let arguments = arguments(of: comment)
            insert.setUncheckedArguments(arguments)
            try insert.execute()
            if db.changesCount > 0 {
                counts.stored += 1
            } else if try replaceOlderState(by: comment, arguments: arguments, in: db) {
                counts.updated += 1
            } else {
                counts.duplicate += 1
            }
        }
        return counts
    }

    package static func count(in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM comment") ?? 0
    }

    /// The comments with the given row ids, in the order of the ids asked for; unknown ids are left out.
    package static func comments(ids: [Int64], in db: Database) throws -> [StoredComment] {
        let statement = try db.cachedStatement(sql: "SELECT \(selection) FROM comment WHERE id = ?")
        return try ids.compactMap { id in
            try Row.fetchOne(statement, arguments: [id]).map(StoredComment.init(row:))
        }
    }

    /// Comments whose id in their source, or `source:id`, or row id is the given text, by source and id.
    package static func find(_ name: String, in db: Database) throws -> [StoredComment] {
        // Each branch is answered by an index alone.
        var branches = ["SELECT id FROM comment WHERE externalID = ?"]
        var arguments: StatementArguments = [name]
        for colon in name.indices where name[colon] == ":" {
            branches.append("SELECT id FROM comment WHERE source = ? AND externalID = ?")
            arguments += [String(name[..<colon]), String(name[name.index(after: colon)...])]
        }
        if let id = Int64(name), String(id) == name {
            branches.append("SELECT id FROM comment WHERE id = ?")
            arguments += [id]
        }
        let sql = """
            SELECT \(selection) FROM comment WHERE id IN (\(branches.joined(separator: " UNION ")))
            ORDER BY source, externalID
            """
        return try Row.fetchAll(db, sql: sql, arguments: arguments).map(StoredComment.init(row:))
    }

    private static let insertSQL = """
        INSERT INTO comment (\(columns.joined(separator: ", ")))
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        ON CONFLICT (source, externalID) DO NOTHING
        """

    private static let updateSQL = """
        UPDATE comment SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?
        """

    private static func replaceOlderState(
        by comment: Comment,
        arguments: StatementArguments,
        in db: Database
    ) throws -> Bool {
        let select = try db.cachedStatement(
            sql: """
                SELECT id, updatedAt, answers IS NOT NULL AS hasAnswers, contentHash FROM comment
                WHERE source = ? AND externalID = ?
                """
        )
        guard let stored = try Row.fetchOne(select, arguments: [comment.source, comment.externalID]) else {
            return false
        }
        let id: Int64 = stored["id"]
        let storedState = (
            (stored["updatedAt"] as Int64?) ?? .min, stored["hasAnswers"] as Int, stored["contentHash"] as Int64
        )
        let newState = (
            comment.updatedAt?.instant.milliseconds ?? .min, comment.answers.isEmpty ? 0 : 1, comment.contentHash
        )
        guard newState > storedState else { return false }
        try SearchIndex.forget(id, in: db)
        let update = try db.cachedStatement(sql: updateSQL)
        try update.execute(arguments: arguments + [id])
        for table in ["score", "link", "voiceMember"] {
            try db.cachedStatement(sql: "DELETE FROM \(table) WHERE commentID = ?").execute(arguments: [id])
        }
        return true
    }

    private static func arguments(of comment: Comment) -> StatementArguments {
        var comment = comment
        var binder = CommentBinder()
        comment.visitColumns(&binder)
        return StatementArguments(binder.values + [comment.contentHash])
    }
}

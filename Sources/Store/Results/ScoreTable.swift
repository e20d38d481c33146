package import Feedback
package import GRDB

/// What a scorer said of each comment, with its evidence.
package enum ScoreTable {
    /// The number of a scorer's version; made on first use.
    package static func scorerID(version: String, in db: Database) throws -> Int64 {
        try db.execute(sql: "INSERT INTO scorer (version) VALUES (?) ON CONFLICT DO NOTHING", arguments: [version])
        guard let id = try existingScorerID(version: version, in: db) else {
            throw StoreError(code: .corrupt, message: "the table of scorers cannot be read back; run koe doctor")
        }
        return id
    }

    /// The number of a scorer's version, or `nil` before its first use.
    package static func existingScorerID(version: String, in db: Database) throws -> Int64? {
        try Int64.fetchOne(db, sql: "SELECT id FROM scorer WHERE version = ?", arguments: [version])
    }

    /// Where comments without a score of a scorer are looked for.
    package enum Waiting: Sendable {
        /// Among all: after the scorer has changed.
        case all
        /// Among those that came or changed since the last measuring: when all others have one.
        case touched

        fileprivate var comments: String {
            switch self {
            case .all: "comment"
            case .touched: "touchedComment CROSS JOIN comment ON comment.id = touchedComment.commentID"
            }
        }
    }

    private static let completeFact = "scored by"

    /// Where the comments are that this scorer has not scored.
    package static func waiting(for version: String, in db: Database) throws -> Waiting {
        try FactTable.value(completeFact, in: db) == version ? .touched : .all
    }

    /// Whether a scorer has scored every comment.
    package static func isComplete(_ version: String, in db: Database) throws -> Bool {
        guard case .touched = try waiting(for: version, in: db),
            let id = try existingScorerID(version: version, in: db)
        else { return false }
        return try unscoredCount(by: id, among: .touched, in: db) == 0
    }

    /// Takes down that a scorer has scored every comment, or with `nil` that comments of several scorers may be there.
    package static func setComplete(_ version: String?, in db: Database) throws {
        try FactTable.set(completeFact, to: version ?? "several", in: db)
    }

    /// Comments after an id that this scorer has not scored, in the order of their ids.
    package static func unscored(
        by scorerID: Int64,
        among waiting: Waiting,
        after id: Int64,
        limit: Int,
        in db: Database
    ) throws -> [UnscoredComment] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT comment.id, comment.text, comment.declaredLanguage, comment.title, comment.externalID,
                    comment.threadID, comment.inReplyTo
                FROM \(waiting.comments) LEFT JOIN score ON score.commentID = comment.id AND score.scorerID = ?
                WHERE comment.id > ? AND score.commentID IS NULL
                ORDER BY comment.id LIMIT ?
                """
        )
        let rows = try Row.fetchCursor(statement, arguments: [scorerID, id, limit])
        return try Array(
            rows.map { row in
                UnscoredComment(
                    id: row[0],
                    text: row[1],
                    title: Comment.ownTitle(row[3], externalID: row[4], threadID: row[5], inReplyTo: row[6]),
                    declaredLanguage: row[2]
                )
            }
        )
    }

    /// How many comments this scorer has not scored.
    package static func unscoredCount(by scorerID: Int64, among waiting: Waiting, in db: Database) throws -> Int {
        let sql = """
            SELECT count(*) FROM \(waiting.comments)
            LEFT JOIN score ON score.commentID = comment.id AND score.scorerID = ? WHERE score.commentID IS NULL
            """
        if case .touched = waiting { return try Int.fetchOne(db, sql: sql, arguments: [scorerID]) ?? 0 }
        let scored = "SELECT count(*) FROM score WHERE scorerID = ?"
        return try ContentSums.count(of: "comment", in: db)
            - (Int.fetchOne(db, sql: scored, arguments: [scorerID]) ?? 0)
    }

    /// Stores scores; one that is there gives way.
    package static func store(_ scores: [(commentID: Int64, score: Score)], scorerID: Int64, in db: Database) throws {
        let known = try HandCount.runWithoutTriggers(in: db) { try insert(scores, scorerID: scorerID, in: db) }
        if known.isEmpty { return }
        var rows = try RowWriter(
            """
            INSERT INTO score VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (commentID) DO UPDATE SET
                scorerID = excluded.scorerID, language = excluded.language, valence = excluded.valence,
                handlingValence = excluded.handlingValence, facets = excluded.facets, signals = excluded.signals,
                evidence = excluded.evidence
            """,
            in: db
        )
        for (commentID, score) in known {
            try add(score, of: commentID, by: scorerID, to: &rows)
            try rows.store()
        }
    }

    /// Inserts scores and counts them, as the triggers would have done one by one.
    ///
    /// - Returns: those of comments that have a score already, which are not stored.
    private static func insert(
        _ scores: [(commentID: Int64, score: Score)],
        scorerID: Int64,
        in db: Database
    ) throws -> [(commentID: Int64, score: Score)] {
        let version = try String.fetchOne(db, sql: "SELECT version FROM scorer WHERE id = ?", arguments: [scorerID])
        var keys = try CommentKeyReader(in: db)
        var rows = try RowWriter("INSERT INTO score VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", in: db)
        var (ids, known): ([Int64], [(commentID: Int64, score: Score)]) = ([], [])
        for item in scores {
            rows.count(try keys.key(of: item.commentID))
            rows.count(version ?? "")
            try add(item.score, of: item.commentID, by: scorerID, to: &rows)
            if try rows.store() { ids.append(item.commentID) } else { known.append(item) }
        }
        try ContentSums.add(rows.sum, rows: rows.rows, to: "score", in: db)
        try IDList.run([KeptTriggers.touchListed] + ReportTallies.countScores, ids, in: db)
        return known
    }

    private static func add(_ score: Score, of commentID: Int64, by scorerID: Int64, to rows: inout RowWriter) throws {
        try rows.add(commentID, counts: false)
        try rows.add(scorerID, counts: false)
        try rows.add(score.language.rawValue)
        try rows.add(score.valence)
        try rows.add(score.handlingValence)
        try rows.add(JSONText.encode(score.facets))
        try rows.add(JSONText.encode(score.signals))
        try rows.add(JSONText.encode(score.evidence))
    }

    /// The score of a comment and the version of its scorer, or `nil` before it is scored.
    package static func score(of commentID: Int64, in db: Database) throws -> (score: Score, scorer: String)? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT version, language, valence, handlingValence, facets, signals, evidence
                FROM score JOIN scorer ON scorer.id = scorerID WHERE commentID = ?
                """
        )
        return try Row.fetchOne(statement, arguments: [commentID]).map { row in
            var columns = ColumnReader(row)
            let version: String = columns.value()
            return (try Score(&columns), version)
        }
    }

    /// The facets that a comment mentions, in the order of ``score(of:in:)``; none without a score.
    package static func facets(of commentID: Int64, in db: Database) throws -> [FacetMention] {
        var found: [FacetMention] = []
        try NumberQuery.forEach("SELECT facets FROM score WHERE commentID = ?", [commentID], in: db) { row in
            found = try JSONText.facetMentions(StatementColumns(row).text(0) ?? "[]")
            return false
        }
        return found
    }

    /// Versions of the scorers whose scores stand in the database, sorted.
    package static func versions(in db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT version FROM scorer WHERE EXISTS (SELECT 1 FROM score WHERE scorerID = scorer.id) ORDER BY version
                """
        )
    }

    /// Every version that ever scored here, oldest first.
    package static func allVersions(in db: Database) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT version FROM scorer ORDER BY id")
    }
}

/// What the scorer needs of a comment.
package struct UnscoredComment: Sendable {
    package let id: Int64
    package let text: String
    /// What the writer put above the text.
    package let title: String?
    package let declaredLanguage: String?
}

extension Score {
    /// Reads language, valences, facets, signals and evidence.
    init(_ columns: inout ColumnReader) throws {
        self.init(
            language: Language(rawValue: columns.value()) ?? .unknown,
            valence: columns.optional(),
            handlingValence: columns.optional(),
            facets: try JSONText.facetMentions(columns.value()),
            signals: try JSONText.signalMentions(columns.value()),
            evidence: try JSONText.evidence(columns.value())
        )
    }
}

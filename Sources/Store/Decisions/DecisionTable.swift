package import Feedback
package import GRDB

/// What people have decided about links and cases; rows come and are never changed.
package enum DecisionTable {
    private static let columns = """
        decisionID, kind, source, externalID, caseID, intoCaseID, relation, undoes, decidedBy, decidedAt, note
        """

    /// Adds a decision.
    ///
    /// - Returns: whether it is new; the same decision, known by its id, is taken once.
    @discardableResult
    package static func add(_ decision: ReviewDecision, in db: Database) throws -> Bool {
        let statement = try db.cachedStatement(
            sql:
                "INSERT INTO reviewDecision (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
        )
        try statement.execute(arguments: [
            decision.id, decision.kind.rawValue, decision.comment?.source, decision.comment?.externalID,
            decision.caseID, decision.into, decision.relation?.rawValue, decision.undoes, decision.by,
            decision.at.milliseconds, decision.note,
        ])
        return db.changesCount > 0
    }

    /// All decisions, earliest first.
    package static func all(in db: Database) throws -> [ReviewDecision] {
        try Row.fetchAll(db, sql: "SELECT \(columns) FROM reviewDecision ORDER BY decidedAt, decisionID")
            .map(decision)
    }

    /// The decisions about a comment, earliest first; those about cases alone for `nil`.
    package static func decisions(
        about comment: ReviewDecision.Subject?,
        in db: Database
    ) throws -> [ReviewDecision] {
        let sql = """
            SELECT \(columns) FROM reviewDecision WHERE source IS ? AND externalID IS ? ORDER BY decidedAt, decisionID
            """
        return try Row.fetchAll(db, sql: sql, arguments: [comment?.source, comment?.externalID]).map(decision)
    }

    /// Row ids of the comments that are there and were decided about with a word on a case, ascending.
    package static func comments(naming caseID: String, in db: Database) throws -> [Int64] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT DISTINCT comment.id FROM reviewDecision AS said CROSS JOIN comment
                    ON comment.source = said.source AND comment.externalID = said.externalID
                WHERE said.caseID = ? ORDER BY comment.id
                """
        )
        return try Int64.fetchAll(statement, arguments: [caseID])
    }

    /// Puts a decision that names nobody in the place of one about something that was erased.
    package static func replace(_ id: String, with decision: ReviewDecision, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                UPDATE reviewDecision SET (\(columns)) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE decisionID = ?
                """
        ).execute(arguments: [
            decision.id, decision.kind.rawValue, decision.comment?.source, decision.comment?.externalID,
            decision.caseID, decision.into, decision.relation?.rawValue, decision.undoes, decision.by,
            decision.at.milliseconds, decision.note, id,
        ])
    }

    private static func decision(_ row: Row) throws -> ReviewDecision {
        var columns = ColumnReader(row)
        let id: String = columns.value()
        guard let kind = ReviewDecision.Kind(rawValue: columns.value()) else {
            throw FlatObjectReader.corrupt("reviewDecision")
        }
        let (source, externalID): (String?, String?) = (columns.optional(), columns.optional())
        let (caseID, into): (String?, String?) = (columns.optional(), columns.optional())
        let (relation, undoes): (String?, String?) = (columns.optional(), columns.optional())
        let by: String = columns.value()
        var decision = ReviewDecision(kind, by: by, at: Instant(milliseconds: columns.value()), id: id)
        if let source, let externalID {
            decision.comment = ReviewDecision.Subject(source: source, externalID: externalID)
        }
        decision.caseID = caseID
        decision.into = into
        decision.relation = relation.flatMap(LinkRelation.init(rawValue:))
        decision.undoes = undoes
        decision.note = columns.optional()
        return decision
    }
}

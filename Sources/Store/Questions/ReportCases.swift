package import Feedback
package import GRDB

/// What reports ask of cases and the comments that belong to them.
package enum ReportCases {
    /// A scored comment of a case's own customer.
    package struct CaseComment: Sendable {
        package let caseID: String
        package let brand: String
        package let source: String
        package let externalID: String
        package let relation: LinkRelation
        package let authorRole: AuthorRole
        package let postedAt: Instant
        /// Thousandths.
        package let valence: Int
        package let saysRecovered: Bool
    }

    /// Calls the body with the cases of a brand: with as much of each as tells how long it waited, in no order that is told.
    package static func forEachTimed(of brand: String, in db: Database, _ body: (SupportCase) throws -> Void) throws {
        let cases = SQLPart(
            "SELECT id, caseID, channel, openedAt, openedAtCertainty, closedAt FROM supportCase WHERE brand = ?",
            [brand]
        )
        let events = "SELECT kind, at, actor FROM caseEvent WHERE supportCaseID = ? ORDER BY position"
        try NumberQuery.forEach(cases, in: db) { row in
            let columns = StatementColumns(row)
            var supportCase = SupportCase(caseID: columns.text(1) ?? "", origin: .imported, events: [])
            supportCase.brand = brand
            supportCase.channel = columns.text(2)
            supportCase.openedAt = time(columns.number(3), certainty: columns.text(4))
            supportCase.closedAt = time(columns.number(5))
            try NumberQuery.forEach(events, [Int64(columns.integer(0))], in: db) { row in
                let columns = StatementColumns(row)
                supportCase.events.append(
                    CaseEvent(
                        kind: columns.text(0) ?? "",
                        at: time(columns.number(1)),
                        actor: columns.text(2).flatMap(AuthorRole.init(rawValue:))
                    )
                )
                return true
            }
            try body(supportCase)
            return true
        }
    }

    private static func time(_ milliseconds: Int64?, certainty: String? = nil) -> Timestamp? {
        milliseconds.map { milliseconds in
            Timestamp(
                instant: Instant(milliseconds: milliseconds),
                original: "",
                zoneOrigin: .text,
                certainty: certainty.flatMap(Timestamp.Certainty.init(rawValue:)) ?? .exact
            )
        }
    }

    /// Calls the body with the dated, scored comments of some cases.
    package static func forEachComment(
        ofCases caseIDs: some Collection<String>,
        in db: Database,
        _ body: (CaseComment) -> Void
    ) throws {
        let sql = """
            SELECT relation, link.caseID, supportCase.brand, source, externalID, authorRole, postedAt, valence,
                instr(signals, '"\(LoyaltySignal.recovered.rawValue)"') > 0 AS saysRecovered
            FROM json_each(?) AS asked CROSS JOIN link ON link.caseID = asked.value
            JOIN supportCase ON supportCase.caseID = link.caseID
            JOIN comment ON comment.id = link.commentID JOIN score ON score.commentID = link.commentID
            WHERE relation IN ('same_case', 'follow_up') AND status IN ('auto', 'confirmed')
                AND supportCase.brand IS NOT NULL AND postedAt IS NOT NULL AND valence IS NOT NULL
            """
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [IDList.text(of: caseIDs)])
        while let row = try rows.next() {
            var columns = ColumnReader(row)
            guard let relation = LinkRelation(rawValue: columns.value()) else { continue }
            body(
                CaseComment(
                    caseID: columns.value(),
                    brand: columns.value(),
                    source: columns.value(),
                    externalID: columns.value(),
                    relation: relation,
                    authorRole: AuthorRole(rawValue: columns.value()) ?? .customer,
                    postedAt: Instant(milliseconds: columns.value()),
                    valence: columns.value(),
                    saysRecovered: columns.value()
                )
            )
        }
    }

    /// Other cases of the customers whose own incident resembles a case, in the order of their ids.
    package static func similarCaseIDs(to caseID: String, limit: Int, in db: Database) throws -> [String] {
        let sql = """
            SELECT DISTINCT other.caseID FROM link JOIN comment ON comment.id = link.commentID
            JOIN supportCase AS other ON other.caseID != link.caseID
                AND (other.number = comment.caseNumber OR other.customerHandle = comment.authorID)
            WHERE link.caseID = ? AND relation = 'similar_case' AND status IN ('auto', 'confirmed')
            ORDER BY other.caseID LIMIT ?
            """
        return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [caseID, limit])
    }
}

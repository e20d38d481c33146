package import Feedback
package import GRDB

/// One comment as the measures see it.
package struct MeasuredComment: Sendable {
    package let id: Int64
    package let source: String
    package let externalID: String
    /// That of its own case, or else the one it names; `nil` for a comment that belongs to no voice.
    package let brand: String?
    package let author: String?
    package let authorID: String?
    /// The person that the id or else the name tells; `nil` for nobody in particular.
    package let person: String?
    package let authorRole: AuthorRole
    package let postedAt: Instant?
    package let channel: String?
    package let product: String?
    package let version: String?
    package let rating: Rating?
    package let answers: [SurveyAnswer]
    package let caseID: String?
    package let relation: LinkRelation?
    package let score: Score?

    /// Whether it comes earlier in the order of ``MeasuredComments/forEach(share:of:in:person:_:)``, as SQLite compares:
    /// byte by byte, and nothing before everything.
    package func isBefore(_ other: MeasuredComment) -> Bool {
        Self.isFirst(brand, other.brand) ?? Self.isFirst(joinedCase, other.joinedCase)
            ?? Self.isFirst(person ?? "", other.person ?? "") ?? Self.isFirst(source, other.source)
            ?? Self.isFirst(externalID, other.externalID) ?? false
    }

    private var joinedCase: String? { relation?.joinsCase == true ? caseID : "" }

    /// `nil` where both are alike.
    private static func isFirst(_ left: String?, _ right: String?) -> Bool? {
        guard let left = left?.utf8, let right = right?.utf8 else {
            return left == nil && right == nil ? nil : left == nil
        }
        return left.elementsEqual(right) ? nil : left.lexicographicallyPrecedes(right)
    }
}

/// Comments with what counting needs of their scores and links.
package enum MeasuredComments {
    /// Calls the body with every comment, or with those of a share by their row ids, grouped by brand, own case and author.
    ///
    /// A case has one brand: its own, or else the first that its customer names. Order: brand (none first), joined case
    /// (none first), person, source and external id.
    ///
    /// `person`: who a name stands for; `nil` for nobody in particular.
    package static func forEach(
        share: Int = 0,
        of shares: Int = 1,
        in db: Database,
        person: @escaping @Sendable (String?) -> String?,
        _ body: (MeasuredComment) throws -> Void
    ) throws {
        let last = try NumberQuery.first("SELECT max(id) FROM comment", [], in: db) ?? 0
        let size = last / Int64(shares) + 1
        try forEach(
            of: "comment",
            rest: "WHERE comment.id > :after AND comment.id <= :last \(order)",
            arguments: ["after": Int64(share) * size, "last": Int64(share + 1) * size],
            in: db,
            person: person,
            body
        )
    }

    /// Calls the body with the touched comments, in no order.
    package static func forEachTouched(
        in db: Database,
        person: @escaping @Sendable (String?) -> String?,
        _ body: (MeasuredComment) throws -> Void
    ) throws {
        let comments = "touchedComment CROSS JOIN comment ON comment.id = touchedComment.commentID"
        try forEach(of: comments, rest: "", in: db, person: person, body)
    }

    /// Calls the body with the comments of some row ids, in no order.
    package static func forEach(
        ids: some Collection<Int64>,
        in db: Database,
        person: @escaping @Sendable (String?) -> String?,
        _ body: (MeasuredComment) throws -> Void
    ) throws {
        // Numbers alone stand in the list.
        let list = "[" + ids.map { "\($0)" }.joined(separator: ",") + "]"
        let comments = "json_each(:ids) AS chosen CROSS JOIN comment ON comment.id = chosen.value"
        try forEach(of: comments, rest: "", arguments: ["ids": list], in: db, person: person, body)
    }

    /// Calls the body with the comments that belong to no voice, by their row ids.
    package static func forEachWithoutVoice(in db: Database, _ body: (MeasuredComment) throws -> Void) throws {
        try forEach(of: "comment", rest: "WHERE voiceBrand IS NULL ORDER BY comment.id", in: db, person: { $0 }, body)
    }

    private static let order = """
        ORDER BY voiceBrand, CASE WHEN link.relation IN ('same_case', 'follow_up') THEN link.caseID ELSE '' END,
            coalesce(person, ''), source, externalID
        """

    private static func forEach(
        of comments: String,
        rest: String,
        arguments: StatementArguments = StatementArguments(),
        in db: Database,
        person: @escaping @Sendable (String?) -> String?,
        _ body: (MeasuredComment) throws -> Void
    ) throws {
        db.add(
            function: DatabaseFunction("personOfName", argumentCount: 1, pure: true) { values in
                person(String.fromDatabaseValue(values[0]))
            }
        )
        let sql = """
            SELECT comment.id, source, externalID,
                CASE WHEN link.relation IN ('same_case', 'follow_up') THEN coalesce(supportCase.brand,
                    (SELECT min(told.brand) FROM link AS other JOIN comment AS told ON told.id = other.commentID
                    WHERE other.caseID = link.caseID AND other.relation IN ('same_case', 'follow_up')
                        AND other.status IN ('auto', 'confirmed')))
                ELSE comment.brand END AS voiceBrand,
                author, authorID, coalesce(authorID, personOfName(author)) AS person, authorRole, postedAt, comment.channel,
                comment.product, appVersion, ratingThousandths, ratingLow, ratingHigh, answers,
                link.caseID, link.relation,
                score.language, score.valence, score.handlingValence, score.facets, score.signals
            FROM \(comments)
            LEFT JOIN score ON score.commentID = comment.id
            LEFT JOIN link ON link.commentID = comment.id AND link.status IN ('auto', 'confirmed')
            LEFT JOIN supportCase ON supportCase.caseID = link.caseID
            \(rest)
            """
        let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
        while let row = try rows.next() { try body(measuredComment(row)) }
    }

    private static func measuredComment(_ row: Row) throws -> MeasuredComment {
        var columns = ColumnReader(row)
        return MeasuredComment(
            id: columns.value(),
            source: columns.value(),
            externalID: columns.value(),
            brand: columns.optional(),
            author: columns.optional(),
            authorID: columns.optional(),
            person: columns.optional(),
            authorRole: AuthorRole(rawValue: columns.value()) ?? .customer,
            postedAt: columns.instant(),
            channel: columns.optional(),
            product: columns.optional(),
            version: columns.optional(),
            rating: columns.rating(),
            answers: try columns.answers(),
            caseID: columns.optional(),
            relation: columns.optional().flatMap(LinkRelation.init(rawValue:)),
            score: try score(&columns)
        )
    }

    /// The score in the last columns; `nil` before the comment is scored.
    private static func score(_ columns: inout ColumnReader) throws -> Score? {
        guard let language: String = columns.optional() else { return nil }
        return Score(
            language: Language(rawValue: language) ?? .unknown,
            valence: columns.optional(),
            handlingValence: columns.optional(),
            facets: try JSONText.facetMentions(columns.value()),
            signals: try JSONText.signalMentions(columns.value())
        )
    }
}

import Feedback
package import GRDB
import GRDBSQLite

/// Comments and cases as far as linking reads them: some of their columns, straight from SQLite.
package enum LinkReading {
    private static let sql = """
        SELECT source, externalID, text, author, authorID, authorRole, brand, product, postedAt, title, caseNumber,
            orderNumber, threadID, inReplyTo, ratingThousandths, ratingLow, ratingHigh
        FROM comment WHERE id = ?
        """

    /// The comments with the given row ids, in the order of these; unknown ids are left out, and so is what no link
    /// hangs on.
    package static func comments(ids: [Int64], in db: Database) throws -> [StoredComment] {
        try ids.compactMap { id in
            var found: StoredComment?
            try NumberQuery.forEach(sql, [id], in: db) { statement in
                found = StoredComment(id: id, comment: comment(StatementColumns(statement)))
                return false
            }
            return found
        }
    }

    private static let cases = """
        SELECT id, caseID, origin, number, orderNumber, brand, product, customer, customerHandle, openedAt, closedAt,
            subject
        FROM supportCase
        """

    /// The case of a row id, or `nil`; what no link hangs on is left out, as it is for comments.
    package static func supportCase(id: Int64, in db: Database) throws -> KeyedCase? {
        var found: KeyedCase?
        try NumberQuery.forEach(cases + " WHERE id = ?", [id], in: db) { statement in
            found = supportCase(StatementColumns(statement))
            return false
        }
        return found
    }

    /// The same by the case's own id.
    package static func supportCase(_ caseID: String, in db: Database) throws -> KeyedCase? {
        var found: KeyedCase?
        try NumberQuery.forEach(cases + " WHERE caseID = ?", texts: [caseID], in: db) { statement in
            found = supportCase(StatementColumns(statement))
            return false
        }
        return found
    }

    /// Whether the id of any case begins so.
    package static func hasCase(withPrefix prefix: String, in db: Database) throws -> Bool {
        var isFound = false
        try NumberQuery.forEach(
            "SELECT substr(caseID, 1, length(?1)) = ?1 FROM supportCase WHERE caseID >= ?1 ORDER BY caseID LIMIT 1",
            texts: [prefix],
            in: db
        ) { statement in
            isFound = sqlite3_column_int(statement, 0) != 0
            return false
        }
        return isFound
    }

    /// Calls the body with every case in the order of case ids.
    package static func forEachCase(in db: Database, _ body: (KeyedCase) throws -> Void) throws {
        try NumberQuery.forEach(cases + " ORDER BY caseID", [], in: db) { statement in
            try body(supportCase(StatementColumns(statement)))
            return true
        }
    }

    private static func supportCase(_ columns: StatementColumns) -> KeyedCase {
        var supportCase = SupportCase(
            caseID: columns.text(1) ?? "",
            origin: columns.text(2).flatMap(SupportCase.Origin.init) ?? .imported,
            events: []
        )
        supportCase.number = columns.text(3)
        supportCase.orderNumber = columns.text(4)
        supportCase.brand = columns.text(5)
        supportCase.product = columns.text(6)
        supportCase.customer = columns.text(7)
        supportCase.customerHandle = columns.text(8)
        supportCase.openedAt = timestamp(columns.number(9))
        supportCase.closedAt = timestamp(columns.number(10))
        supportCase.subject = columns.text(11)
        return KeyedCase(id: Int64(columns.integer(0)), supportCase: supportCase)
    }

    private static func timestamp(_ milliseconds: Int64?) -> Timestamp? {
        milliseconds.map { Timestamp(instant: Instant(milliseconds: $0), original: "", zoneOrigin: .text) }
    }

    private static func comment(_ columns: StatementColumns) -> Comment {
        var comment = Comment(
            source: columns.text(0) ?? "",
            externalID: columns.text(1) ?? "",
            text: columns.text(2) ?? ""
        )
        comment.author = columns.text(3)
        comment.authorID = columns.text(4)
        comment.authorRole = columns.text(5).flatMap(AuthorRole.init(rawValue:)) ?? .customer
        comment.brand = columns.text(6)
        comment.product = columns.text(7)
        comment.postedAt = timestamp(columns.number(8))
        comment.title = columns.text(9)
        comment.caseNumber = columns.text(10)
        comment.orderNumber = columns.text(11)
        comment.threadID = columns.text(12)
        comment.inReplyTo = columns.text(13)
        if let value = columns.number(14), let low = columns.number(15), let high = columns.number(16) {
            comment.rating = RatingScale(low: Int(low), high: Int(high)).flatMap {
                Rating(thousandths: Int(value), scale: $0)
            }
        }
        return comment
    }
}

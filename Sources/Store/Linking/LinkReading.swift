import Feedback
package import GRDB
import GRDBSQLite

/// Comments as far as linking reads them: a third of their columns, straight from SQLite.
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
        comment.postedAt = columns.number(8).map {
            Timestamp(instant: Instant(milliseconds: $0), original: "", zoneOrigin: .text)
        }
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

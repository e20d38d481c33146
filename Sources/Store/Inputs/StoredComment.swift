package import Feedback
import GRDB

/// A comment with its row id.
package struct StoredComment: Sendable {
    package let id: Int64
    package let comment: Comment
}

extension StoredComment {
    /// `row`: the columns of ``CommentTable/selection``.
    init(row: Row) throws {
        var columns = ColumnReader(row)
        id = columns.value()
        let (source, externalID): (String, String) = (columns.value(), columns.value())
        var comment = Comment(source: source, externalID: externalID, text: "", authorRole: .customer)
        comment.brand = columns.optional()
        comment.product = columns.optional()
        comment.author = columns.optional()
        comment.authorID = columns.optional()
        comment.authorRole = AuthorRole(rawValue: columns.value()) ?? .customer
        comment.postedAt = columns.timestamp(withCertainty: true)
        comment.updatedAt = columns.timestamp()
        comment.text = columns.value()
        comment.title = columns.optional()
        comment.rating = columns.rating()
        comment.declaredLanguage = columns.optional()
        comment.url = columns.optional()
        comment.threadID = columns.optional()
        comment.inReplyTo = columns.optional()
        comment.caseNumber = columns.optional()
        comment.orderNumber = columns.optional()
        comment.channel = columns.optional()
        comment.appVersion = columns.optional()
        comment.replyText = columns.optional()
        comment.repliedAt = columns.timestamp()
        comment.answers = try columns.answers()
        self.comment = comment
    }
}

extension Rating {
    init?(row: Row) {
        guard let thousandths: Int = row["ratingThousandths"], let low: Int = row["ratingLow"],
            let high: Int = row["ratingHigh"], let scale = RatingScale(low: low, high: high)
        else { return nil }
        self.init(thousandths: thousandths, scale: scale)
    }
}

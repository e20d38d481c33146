package import Feedback
import GRDB

/// A comment with its row id.
package struct StoredComment: Sendable {
    package let id: Int64
    package let comment: Comment
}

extension StoredComment {
    init(row: Row) {
        id = row["id"]
        var comment = Comment(
            source: row["source"],
            externalID: row["externalID"],
            text: row["text"],
            authorRole: AuthorRole(rawValue: row["authorRole"]) ?? .customer
        )
        comment.brand = row["brand"]
        comment.product = row["product"]
        comment.author = row["author"]
        comment.authorID = row["authorID"]
        comment.postedAt = row.timestamp("postedAt", certainty: "postedAtCertainty")
        comment.updatedAt = row.timestamp("updatedAt")
        comment.title = row["title"]
        comment.rating = Rating(row: row)
        comment.declaredLanguage = row["declaredLanguage"]
        comment.url = row["url"]
        comment.threadID = row["threadID"]
        comment.inReplyTo = row["inReplyTo"]
        comment.caseNumber = row["caseNumber"]
        comment.orderNumber = row["orderNumber"]
        comment.channel = row["channel"]
        comment.appVersion = row["appVersion"]
        comment.replyText = row["replyText"]
        comment.repliedAt = row.timestamp("repliedAt")
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

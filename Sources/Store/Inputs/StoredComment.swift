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
        var comment = Comment(source: "", externalID: "", text: "")
        try comment.visitColumns(&columns)
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

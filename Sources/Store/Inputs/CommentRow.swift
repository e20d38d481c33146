package import Feedback

/// A comment as it is stored, packed and hashed: what needs no database, so that it can be made beside the one writer.
package struct CommentRow: Sendable {
    let source: String
    /// Its values, as ``CommentColumns/names`` names them.
    var columns = PackedColumns(bytes: [])
    package let origin: RowOrigin
    /// Fingerprint of everything a source may edit.
    private(set) var contentHash: Int64
    /// What the row adds to the sum of its table.
    let sum: RowSum
    /// What the row counts under in the tallies of ratings.
    let stars: TalliedRating
    /// When the source says that it was changed and posted, in milliseconds since 1970.
    let updatedAt: Int64?
    let postedAt: Int64?
    /// Whether it holds the company's answer, or answers of a survey.
    let isAnswered: Bool

    /// `origin`: where the comment was written, `nil` where that is not known.
    package init(_ comment: Comment, origin: RowOrigin?) {
        var packer = CommentPacker()
        var comments = [comment]
        self = packer.pack(&comments, origins: [origin])[0]
    }

    init(
        source: String,
        origin: RowOrigin?,
        contentHash: Int64,
        sum: RowSum,
        stars: TalliedRating,
        updatedAt: Int64?,
        postedAt: Int64?,
        isAnswered: Bool
    ) {
        self.source = source
        self.origin = origin ?? RowOrigin(digest: contentHash, byte: 0)
        self.contentHash = contentHash
        self.sum = sum
        self.stars = stars
        self.updatedAt = updatedAt
        self.postedAt = postedAt
        self.isAnswered = isAnswered
    }

    /// The names by which it is looked up.
    var names: (source: String, externalID: String) {
        var reader = PackedReader(columns)
        let externalID = reader.text() ?? ""
        return (reader.text() ?? "", externalID)
    }

    /// The same row under another id in its source.
    func renamed(_ externalID: String) throws -> CommentRow {
        var comment = try comment
        comment.externalID = externalID
        var other = CommentRow(comment, origin: origin)
        // What names a comment is no part of its content, and that of some times is not in the columns.
        other.contentHash = contentHash
        return other
    }

    /// The comment itself; O(its columns).
    var comment: Comment {
        get throws {
            var comment = Comment(source: "", externalID: "", text: "")
            var reader = PackedReader(columns)
            try comment.visitColumns(&reader)
            return comment
        }
    }
}

/// A rating and both ends of its scale, where a customer wrote a text beside it; else zeros.
struct TalliedRating: Hashable, Sendable {
    var thousandths: Int64 = 0
    var low: Int64 = 0
    var high: Int64 = 0
}

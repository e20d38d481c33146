package import Feedback

/// What the linker needs to know of a comment.
package struct LinkComment: Hashable, Sendable {
    /// Stable identity across sources, made of source and external id; ties and orders are decided by it.
    package let key: String
    package let source: String
    package let externalID: String
    package var author: String?
    package var authorID: String?
    package var role: AuthorRole
    package var brand: String?
    package var product: String?
    package var postedAt: Instant?
    package var title: String?
    package var text: String
    package var caseNumber: String?
    package var orderNumber: String?
    package var threadID: String?
    /// `externalID` of the comment this one answers, in the same source.
    package var inReplyTo: String?
    /// Source of the comment this one answers, when it is another one's; `nil` for the own source.
    package var parentSource: String?
    /// Whether the comment carries a rating; readers who merely remark on a story seldom rate.
    package var isRated: Bool

    package init(source: String, externalID: String, text: String, role: AuthorRole = .customer) {
        self.source = source
        self.externalID = externalID
        self.text = text
        self.role = role
        key = Self.key(source: source, externalID: externalID)
        isRated = false
    }

    package init(_ comment: Comment) {
        self.init(
            source: comment.source,
            externalID: comment.externalID,
            text: comment.text,
            role: comment.authorRole
        )
        author = comment.author
        authorID = comment.authorID
        brand = comment.brand
        product = comment.product
        postedAt = comment.postedAt?.instant
        title = comment.title
        caseNumber = comment.caseNumber
        orderNumber = comment.orderNumber
        threadID = comment.threadID
        inReplyTo = comment.inReplyTo
        isRated = comment.rating != nil
    }

    /// The key of a comment, `source` and `externalID` joined by a unit separator, which neither can hold.
    package static func key(source: String, externalID: String) -> String {
        source + "\u{1F}" + externalID
    }

    /// Key of the comment this one answers, if any.
    package var parentKey: String? {
        inReplyTo.map { Self.key(source: parentSource ?? source, externalID: $0) }
    }

    /// Key of its thread within its source, if it has one.
    var threadKey: String? {
        threadID.map { Self.key(source: source, externalID: $0) }
    }
}

/// One thing a person wrote or rated: review, blog post, blog comment, survey answer, ticket message, social post.
///
/// Identity is (`source`, `externalID`). Missing is `nil`, never an empty string.
package struct Comment: Hashable, Sendable {
    package var source: String
    /// The source's own id; where it has none, a hash of the content made by the importer.
    package var externalID: String
    /// Canonical name, after aliases are resolved.
    package var brand: String?
    package var product: String?
    package var author: String?
    package var authorID: String?
    package var authorRole: AuthorRole
    package var postedAt: Timestamp?
    package var updatedAt: Timestamp?
    package var text: String
    package var title: String?
    package var rating: Rating?
    /// Answers to survey questions, at most one each, in the order of `SurveyInstrument`; empty for most comments.
    package var answers: [SurveyAnswer]
    /// Language the source declares; the scorer looks at the text as well.
    package var declaredLanguage: String?
    package var url: String?
    package var threadID: String?
    /// `externalID` of the comment this one answers, in the same source.
    package var inReplyTo: String?
    package var caseNumber: String?
    package var orderNumber: String?
    package var channel: String?
    package var appVersion: String?
    /// The company's public answer, where the source delivers it with the comment.
    package var replyText: String?
    package var repliedAt: Timestamp?

    package init(source: String, externalID: String, text: String, authorRole: AuthorRole = .customer) {
        self.source = source
        self.externalID = externalID
        self.text = text
        self.authorRole = authorRole
        answers = []
    }

    /// `source:externalID`, the name of a comment in every output.
    package var key: String { "\(source):\(externalID)" }
}

/// Goes through the columns of a comment, to read or to write them.
package protocol CommentVisitor {
    /// Why going on is no use; `Never` where nothing can fail.
    associatedtype Failure: Error

    /// A text that every comment has.
    mutating func required(_ column: CommentColumn, _ value: inout String) throws(Failure)
    mutating func text(_ column: CommentColumn, _ value: inout String?) throws(Failure)
    mutating func role(_ column: CommentColumn, _ value: inout AuthorRole) throws(Failure)
    mutating func time(_ column: CommentColumn, _ value: inout Timestamp?) throws(Failure)
    mutating func rating(_ column: CommentColumn, _ value: inout Rating?) throws(Failure)
    mutating func answers(_ column: CommentColumn, _ value: inout [SurveyAnswer]) throws(Failure)
}

extension Comment {
    /// Calls a visitor with every column, in the order of `CommentColumn`.
    ///
    /// A list of calls rather than of key paths, which cost ten times as much a row.
    @inlinable
    package mutating func visitColumns<Visitor: CommentVisitor>(_ visitor: inout Visitor) throws(Visitor.Failure) {
        try visitor.required(.externalID, &externalID)
        try visitor.required(.source, &source)
        try visitor.text(.brand, &brand)
        try visitor.text(.product, &product)
        try visitor.text(.author, &author)
        try visitor.text(.authorID, &authorID)
        try visitor.role(.authorRole, &authorRole)
        try visitor.time(.postedAt, &postedAt)
        try visitor.time(.updatedAt, &updatedAt)
        try visitor.required(.text, &text)
        try visitor.text(.title, &title)
        try visitor.rating(.rating, &rating)
        try visitor.text(.declaredLanguage, &declaredLanguage)
        try visitor.text(.url, &url)
        try visitor.text(.threadID, &threadID)
        try visitor.text(.inReplyTo, &inReplyTo)
        try visitor.text(.caseNumber, &caseNumber)
        try visitor.text(.orderNumber, &orderNumber)
        try visitor.text(.channel, &channel)
        try visitor.text(.appVersion, &appVersion)
        try visitor.text(.replyText, &replyText)
        try visitor.time(.repliedAt, &repliedAt)
        try visitor.answers(.answers, &answers)
    }
}

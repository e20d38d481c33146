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

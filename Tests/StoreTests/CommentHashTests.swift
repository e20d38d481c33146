import Feedback
import Testing

@testable import Store

/// Stored hashes must never change; the numbers come from a script that follows the description of FNV-1a.
struct CommentHashTests {
    private func time(_ seconds: Int64, _ text: String, _ certainty: Timestamp.Certainty = .exact) -> Timestamp {
        Timestamp(instant: Instant(seconds: seconds), original: text, zoneOrigin: .mapping, certainty: certainty)
    }

    @Test func hashOfAFullComment() {
        var comment = Feedback.Comment(source: "source", externalID: "id", text: "text", authorRole: .agent)
        comment.brand = "brand"
        comment.product = "product"
        comment.author = "author"
        comment.authorID = "authorID"
        comment.postedAt = time(1, "one", .notAfter)
        comment.updatedAt = time(2, "two")
        comment.title = "title"
        comment.rating = Rating(thousandths: 4_000, scale: .fiveStars)
        comment.declaredLanguage = "en"
        comment.url = "url"
        comment.threadID = "threadID"
        comment.inReplyTo = "inReplyTo"
        comment.caseNumber = "caseNumber"
        comment.orderNumber = "orderNumber"
        comment.channel = "channel"
        comment.appVersion = "appVersion"
        comment.replyText = "replyText"
        comment.repliedAt = time(3, "three")
        comment.answers =
            Rating(thousandths: 6_000, scale: .sevenSteps)
            .flatMap { SurveyAnswer(instrument: .effort, rating: $0) }.map { [$0] } ?? []
        #expect(comment.contentHash == 3_447_964_162_804_052_554)
    }

    @Test func hashOfABareComment() {
        let comment = Feedback.Comment(source: "other", externalID: "2", text: "text")
        #expect(comment.contentHash == 6_968_096_557_685_147_842)
    }

    /// The names that SQL speaks of, in the order of `koe export`.
    @Test func columnsOfTheTable() {
        let names = """
            externalID source brand product author authorID authorRole postedAt postedAtText postedAtZone \
            postedAtCertainty updatedAt updatedAtText updatedAtZone text title ratingThousandths ratingLow ratingHigh \
            declaredLanguage url threadID inReplyTo caseNumber orderNumber channel appVersion replyText repliedAt \
            repliedAtText repliedAtZone answers
            """
        #expect(CommentColumns.names == names.split(separator: " ").map(String.init))
    }

    /// The order in which the content of a database is hashed.
    @Test func columnsOfTheContent() {
        let names = """
            brand product author authorID authorRole postedAt postedAtText postedAtZone postedAtCertainty updatedAt text \
            title ratingThousandths ratingLow ratingHigh declaredLanguage url threadID inReplyTo caseNumber orderNumber \
            channel appVersion replyText repliedAt answers
            """
        #expect(CommentColumns.hashed == names.split(separator: " ").map(String.init))
    }
}

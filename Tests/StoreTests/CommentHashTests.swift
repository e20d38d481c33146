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
        #expect(CommentRow(comment, origin: nil).contentHash == 3_447_964_162_804_052_554)
    }

    @Test func hashOfABareComment() {
        let comment = Feedback.Comment(source: "other", externalID: "2", text: "text")
        #expect(CommentRow(comment, origin: nil).contentHash == 6_968_096_557_685_147_842)
    }

    /// What waits for the writer in pieces of memory is the comment that was packed.
    @Test func aPackedCommentIsTheSame() throws {
        var comment = Feedback.Comment(source: "s", externalID: "長い番号の一つ", text: "text", authorRole: .bot)
        comment.brand = ""
        comment.postedAt = time(-1, "before 1970", .notAfter)
        comment.repliedAt = time(3, "three")
        comment.rating = Rating(thousandths: -500, scale: try #require(RatingScale(low: -1, high: 2)))
        let answer = try #require(Rating(thousandths: 4_000, scale: .fiveStars))
        comment.answers = [try #require(SurveyAnswer(instrument: .satisfaction, rating: answer))]
        let row = CommentRow(comment, origin: nil)
        #expect(try row.comment == comment)
        #expect(row.names == ("s", "長い番号の一つ") && row.isAnswered)
        let other = try row.renamed("2")
        comment.externalID = "2"
        #expect(try other.comment == comment && other.contentHash == row.contentHash)
        #expect(other.sum == CommentRow(comment, origin: nil).sum)
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

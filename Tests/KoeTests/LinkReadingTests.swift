import Feedback
import Linkage
import Store
import Testing

/// What linking reads of a comment is all that a link hangs on.
struct LinkReadingTests {
    @Test func aLinkHangsOnNothingElse() throws {
        var full = Feedback.Comment(source: "shop", externalID: "1", text: "Still waiting, ロッテ様")
        full.brand = "Lotte"
        full.product = "Gum"
        full.author = "Mori Ken"
        full.authorID = "moriken"
        full.authorRole = .agent
        full.postedAt = Timestamp(instant: Instant(seconds: 1_500_000_000), original: "2017", zoneOrigin: .text)
        full.title = "Again"
        full.rating = Rating(thousandths: 2_000, scale: .fiveStars)
        full.threadID = "t1"
        full.inReplyTo = "0"
        full.caseNumber = "CS-1"
        full.orderNumber = "B-2"
        full.url = "https://example.org"
        full.channel = "web"
        let bare = Feedback.Comment(source: "shop", externalID: "2", text: "")
        let database = try KoeDatabase.inMemory()
        try database.write { db in
            _ = try CommentTable.store([full, bare], in: db)
            let read = try LinkReading.comments(ids: [2, 1, 7], in: db)
            #expect(read.map(\.id) == [2, 1])
            #expect(read.map { LinkComment($0.comment) } == [LinkComment(bare), LinkComment(full)])
        }
    }
}

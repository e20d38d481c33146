import Feedback
import Testing

@testable import Linkage

struct LinkViewTests {
    @Test func aCommentKeepsWhatTheLinkerNeeds() throws {
        var comment = Comment(source: "shop", externalID: "7", text: "text", authorRole: .agent)
        comment.author = "Ann"
        comment.authorID = "ann1"
        comment.brand = "Lotte"
        comment.product = "Gum"
        comment.threadID = "t"
        comment.inReplyTo = "6"
        comment.caseNumber = "12345678"
        let view = LinkComment(comment)
        #expect(view.key == LinkComment.key(source: "shop", externalID: "7"))
        #expect(view.parentKey == LinkComment.key(source: "shop", externalID: "6"))
        #expect(view.role == .agent && view.author == "Ann" && view.authorID == "ann1" && view.brand == "Lotte")
        #expect(view.product == "Gum" && view.threadID == "t" && view.caseNumber == "12345678" && !view.isRated)
    }

    @Test func aCaseKeepsWhatTheLinkerNeeds() {
        var supportCase = SupportCase(caseID: "K1", origin: .story)
        supportCase.number = "1"
        supportCase.customer = "Ann"
        supportCase.customerHandle = "ann1"
        supportCase.subject = "late"
        let view = LinkCase(supportCase)
        #expect(view.caseID == "K1" && view.isStory && view.number == "1" && view.customer == "Ann")
        #expect(view.customerHandle == "ann1" && view.subject == "late" && view.openedAt == nil)
    }
}

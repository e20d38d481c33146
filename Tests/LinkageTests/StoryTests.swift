import Feedback
import Testing

@testable import Linkage

/// The blog story of a mis-wrapped stick of gum and its readers, retold in other words.
struct StoryTests {
    private let article = Sample.comment(
        "post",
        "包みのおかしなガムを見つけて相談窓口に電話したら、とても丁寧な手紙と原因の説明が届きました。",
        brand: "Lotte",
        posted: Sample.noon(2008, 4, 4),
        thread: "post"
    )

    private func thread(articleAuthor: String?) -> [LinkComment] {
        var top = article
        top.author = articleAuthor
        return [
            top,
            Sample.comment(
                "r1",
                "社内で応対が徹底されているのでしょうね。私も学ばせてもらいました。",
                author: "daichi",
                brand: "Lotte",
                posted: Sample.noon(2008, 4, 5),
                thread: "post"
            ),
            Sample.comment(
                "w1",
                ">daichiさん こんばんは。今回はいろいろ考えさせられました。",
                author: "yasu",
                brand: "Lotte",
                posted: Sample.noon(2008, 4, 6),
                thread: "post"
            ),
            Sample.comment(
                "r2",
                "私は同じようなケースで、原因は分からないという回答を頂きました。こちらが悪いように言われて寂しい思いをしました。",
                author: "さくら",
                brand: "Lotte",
                posted: Sample.noon(2014, 12, 20),
                thread: "post"
            ),
            Sample.comment(
                "w2",
                ">さくらさん そうだったのですね。応対が変わってしまったのかもしれません。",
                author: "yasu",
                brand: "Lotte",
                posted: Sample.noon(2014, 12, 21),
                thread: "post"
            ),
        ]
    }

    private var story: LinkCase {
        var story = LinkCase(caseID: LinkCase.storyID(commentKey: article.key), isStory: true)
        story.brand = "Lotte"
        story.openedAt = article.postedAt
        return story
    }

    @Test(arguments: ["yasu", nil])
    func theStoryItsWriterAndItsReadersGetTheirRelations(articleAuthor: String?) {
        var own = story
        own.customer = articleAuthor
        var relations: [String: LinkRelation] = [:]
        for item in Sample.run([own]).link(thread: thread(articleAuthor: articleAuthor)) {
            #expect(item.link?.caseID == own.caseID)
            relations[item.comment.externalID] = item.link?.relation
        }
        #expect(relations == ["post": .sameCase, "r1": .about, "w1": .sameCase, "r2": .similarCase, "w2": .followUp])
    }

    @Test func theArticleIsLinkedByItsStory() {
        let link = Sample.run([story]).link(thread: [article]).first?.link
        #expect(link?.method == "story")
        #expect(link?.status == .auto)
    }

    @Test func anUndatedStoryStillStandsBeforeItsReaders() {
        var undated = thread(articleAuthor: "yasu")
        undated[0].postedAt = nil
        var own = story
        own.customer = "yasu"
        own.openedAt = nil
        let links = Sample.run([own]).link(thread: undated.reversed()).map { $0.link?.relation }
        #expect(links == [.followUp, .similarCase, .sameCase, .about, .sameCase])
    }
}

import Feedback
import Testing

@testable import Ingestion

struct PageTests {
    private static let brands = [
        BrandName("Higurashi", aliases: ["ヒグラシ電機"]), BrandName("Kazeyomi", aliases: ["カゼヨミ交通", "Kazeyomi Cabs"]),
        BrandName("Firefly"),
    ]

    private func page(_ name: String) throws -> [Feedback.Comment] {
        let batch = try Importing.all(try Fixture.bytes(name), file: name, options: Importing.options(Self.brands))
        #expect(batch.problems.isEmpty && batch.rowsRead == batch.comments.count)
        return batch.comments
    }

    @Test func anArticleAndItsCommentsAreToldApart() throws {
        let comments = try page("page-cocolog.txt")
        #expect(comments.map(\.author) == ["naoki", "みどり", "naoki", "さかな", "naoki"])
        #expect(
            comments.map { Importing.tokyo($0.postedAt) } == [
                "2011-07-02T21:05:00+09:00", "2011-07-02T21:05:00+09:00", "2011-07-03T07:40:00+09:00",
                "2016-11-09T12:00:00+09:00",
                "2016-11-10T23:59:00+09:00",
            ]
        )
        #expect(comments.map(\.brand) == Array(repeating: "Higurashi", count: 5))
        #expect(comments[1].text == "うちも同じ炊飯器です。\n安心しました。")
    }

    @Test func navigationListsAndAddressesStayOut() throws {
        let article = try #require(try page("page-cocolog.txt").first)
        #expect(article.text.hasSuffix("- 電話はすぐにつながる\n- 説明がていねい\nたいした会社だと思う。"))
        let all = try page("page-cocolog.txt").map(\.text).joined()
        for noise in ["トップページ", "カテゴリの記事", "扇風機", "終了しました", "example.com", "投稿:"] { #expect(!all.contains(noise)) }
    }

    @Test func anArticleWithoutADateIsNotAfterItsFirstComment() throws {
        let comments = try page("page-cocolog.txt")
        #expect(comments[0].postedAt?.certainty == .notAfter && comments[0].postedAt?.zoneOrigin == .workspace)
        #expect(comments[1].postedAt?.certainty == .exact)
    }

    @Test func repliesPointToWhomTheyAddress() throws {
        let comments = try page("page-cocolog.txt")
        let article = comments[0].externalID
        #expect(comments.map(\.inReplyTo) == [nil, article, comments[1].externalID, article, comments[3].externalID])
        #expect(comments.map(\.threadID) == Array(repeating: article, count: 5))
    }

    @Test func oneMoreCommentAddsOneRow() throws {
        let text = String(decoding: try Fixture.bytes("page-cocolog.txt"), as: UTF8.self)
        let more = text + "はじめまして。\n投稿: あたらしい人 | 2020/01/02 03:04\n"
        let options = Importing.options(Self.brands)
        let before = try Importing.all(text, file: "p.txt", options: options).comments
        let after = try Importing.all(more, file: "p.txt", options: options).comments
        #expect(after.dropLast() == before[...])
        #expect(Set(after.map(\.externalID)).count == 6)
    }

    @Test func chunksDoNotMatter() throws {
        for name in ["page-cocolog.txt", "page-cocolog.html", "page-stories.txt", "page-wordpress.html"] {
            let bytes = try Fixture.bytes(name)
            let whole = try Importing.all(bytes, file: name, options: Importing.options(Self.brands))
            #expect(
                try Importing.all(bytes, file: name, options: Importing.options(Self.brands), chunk: 1, rows: 1)
                    == whole
            )
        }
    }

    @Test func htmlIsReadAsItIsSeen() throws {
        let comments = try page("page-cocolog.html")
        #expect(comments.map(\.author) == ["naoki", "みどり", "naoki"])
        #expect(comments[0].title == "炊飯器が届いた日のこと" && comments[0].url == "https://example.com/naoki/rice.html")
        #expect(
            Importing.tokyo(comments[0].postedAt) == "2011-07-01T00:00:00+09:00"
                && comments[0].postedAt?.certainty == .exact
        )
        #expect(comments[2].text == ">みどりさん\nよい品ですよ & 丈夫です。" && comments[2].inReplyTo == comments[1].externalID)
        #expect(comments[0].text.hasSuffix("たいした会社だと思う。") && !comments[0].text.contains("帳面"))
        #expect(comments.map(\.brand) == ["Higurashi", "Higurashi", "Higurashi"])
    }

    @Test func headingsSplitAnArticleIntoStories() throws {
        let comments = try page("page-stories.txt")
        #expect(comments.map(\.brand) == ["Higurashi", "Kazeyomi"])
        #expect(comments[0].text == "掃除機の紐が切れた。店に持ち込んだら十分で直してくれて、お代はいらないと言われた。")
        #expect(comments[1].rating == Rating(thousandths: 2_000, scale: .fiveStars) && comments[0].rating == nil)
        #expect(comments.map(\.title) == ["心に残る応対 三選", "心に残る応対 三選"])
        #expect(comments.map(\.postedAt) == [nil, nil] && comments.map(\.author) == [nil, nil])
        #expect(comments[0].threadID != nil && comments[0].threadID == comments[1].threadID)
    }

    @Test func bylinesAboveTheTextAreRead() throws {
        let comments = try page("page-wordpress.html")
        #expect(comments.map(\.author) == ["Ines", "Tom B.", "Ines"])
        #expect(comments.map(\.text).dropFirst() == ["Mine never got an answer.", "@Tom B. that is a shame."])
        #expect(Importing.tokyo(comments[0].postedAt) == "2019-03-03T00:00:00+09:00")
        #expect(Importing.tokyo(comments[2].postedAt) == "2019-03-05T21:30:00+09:00")
        #expect(comments[2].inReplyTo == comments[1].externalID && comments[1].inReplyTo == comments[0].externalID)
        #expect(comments[0].brand == "Firefly" && comments[0].text.hasPrefix("The desk lamp"))
    }

    @Test func markdownHeadingsSplitToo() throws {
        let text =
            "# Two tales\n\nSome words first.\n\n## How Firefly answered\n\nThey wrote back at once.\n\n## 2) Kazeyomi Cabs\n\nThey sent flowers.\n\n# Related\n\nnothing"
        let comments = try Importing.all(text, format: .page, options: Importing.options(Self.brands)).comments
        #expect(comments.map(\.brand) == ["Firefly", "Kazeyomi"])
        #expect(comments.map(\.text) == ["They wrote back at once.", "They sent flowers."])
    }

    @Test func aDateThatNeverWasIsAProblem() throws {
        let text =
            "Title here\n\nFirst words.\nSecond words.\n\nコメント\nこんにちは。\n投稿: ann | 2011/13/40 21:05\nさようなら。\n投稿: bob | 2011/07/02 21:05\n"
        let batch = try Importing.all(text, format: .page)
        #expect(batch.problems.map(\.reason) == [.badTime] && batch.problems.map(\.line) == [7])
        #expect(batch.comments.map(\.author) == [nil, "bob"])
        #expect(batch.rowsRead == 3)
    }

    @Test func postedByAtTheFootOfAnArticleDatesIt() throws {
        let text =
            "A good day\n\nThe shop was kind to me.\nI will go again.\nPosted by Ann at April 5, 2008 08:24 AM\nComments\nMe too.\nPosted by: Bob | April 6, 2008 09:00 PM\n"
        let comments = try Importing.all(text, format: .page).comments
        #expect(comments.map(\.author) == ["Ann", "Bob"])
        #expect(
            comments.map { Importing.tokyo($0.postedAt) } == ["2008-04-05T08:24:00+09:00", "2008-04-06T21:00:00+09:00"]
        )
        #expect(comments.map(\.text) == ["The shop was kind to me.\nI will go again.", "Me too."])
    }

    @Test func anEmptyPageIsRefused() {
        #expect(throws: IngestionError.self) { try Importing.all("<html><body><nav>x | y</nav></body></html>") }
    }

    @Test func brokenHtmlDoesNoHarm() throws {
        for text in [
            "<div><p>Words <b>that stay</p><p a=\"x>y\">and more", "<p>a < b & c</p> <", "<!-- open <p>x",
            "<script>x<p>Text stays out", "<p>&#xD800;&bogus;ok</p>",
        ] {
            // Refused or read, but never stopped by a trap.
            _ = try? Importing.all(text, format: .page)
        }
        let rows = try Importing.all("<div><p>Words <b>that stay</p><p a=\"x>y\">and more", format: .page)
        #expect(rows.comments.map(\.title) == ["Words that stay"] && rows.comments.map(\.text) == ["and more"])
    }

    @Test func noticesAndQuotationsAreNobodysWords() throws {
        let html = """
            <html><body><h1>配車</h1><p>本文です。</p><h2>コメント</h2>
            <div><p>対応が早い</p><p>投稿: 太郎 | 2024/02/05 08:24</p></div>
            <div><blockquote>対応が早い</blockquote><p>私も同感です</p><p>投稿: 花子 | 2024/02/06 08:24</p></div>
            <div><p>このコメントは削除されました</p><p>投稿: 三郎 | 2024/02/06 09:24</p></div>
            <div><p>Your comment is awaiting moderation.</p><p>投稿: bob | 2024/02/06 10:24</p></div>
            <div><p>私のコメントは削除されました。なぜですか</p><p>投稿: 桜 | 2024/02/07 09:24</p></div></body></html>
            """
        let batch = try Importing.all(html, file: "p.html")
        #expect(batch.comments.dropFirst().map(\.text) == ["対応が早い", "私も同感です", "私のコメントは削除されました。なぜですか"])
        #expect(batch.skipped == [.withdrawn: 2])
    }
}

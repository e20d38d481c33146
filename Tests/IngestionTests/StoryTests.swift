import Feedback
import Testing

@testable import Ingestion

struct StoryTests {
    private func story(_ text: String) -> Feedback.Comment {
        var comment = Feedback.Comment(source: "blog", externalID: "h1", text: text)
        comment.brand = "Brand"
        comment.author = "ann"
        comment.title = "A title"
        comment.postedAt = Timestamp(
            instant: Instant(seconds: 1_207_351_440),
            original: "2008/04/05 08:24",
            zoneOrigin: .workspace
        )
        return comment
    }

    private static let gumInJapanese = """
        先日買った板ガムの一枚が、紙にうまく包まれていない不良品でした。
        迷いましたが、お客様窓口に電話してみました。フリーダイヤルで、しかも携帯からでもかかります。
        最近の会社は夜中でも電話を受けるそうですが、それより昼に携帯からつながるほうがありがたい。
        窓口の人は「送料は着払いで、品物をそのまま送ってください」と言います。
        ほどなくして一枚のハガキが届きました。印刷の文面に日付だけが手書きで、工場で原因を調査しますと書いてあります。
        予想していたのは、
        お詫び状が届いて、
        代わりの品が送られてきて終わり、
        というものでしたが、と思ったのは間違いでした。
        それから待つこと10日。
        工場から代わりの品とともに手紙が届きました。
        製造工程の説明と、
        発生原因と、
        再発防止策が書いてあります。
        うれしくなって、もう一度電話をして、この話を書いてよいかと聞きました。
        広報の人は、自由ですと答えました。
        """

    private static let gumInEnglish = """
        One stick in a pack of gum I bought was badly wrapped. I called the customer line with little hope. It was toll-free, and it even
        worked from a mobile phone. They asked me to send the stick back, cash on delivery.
        I expected an apology letter and a pack of gum as a replacement. But soon after a printed postcard arrived: a first report, saying the
        factory would investigate.
        Ten days later a letter arrived from the plant together with a replacement pack.
        It set out the process, the cause and what they would do to prevent it.
        I called the line once more to ask if I might write about it. The public relations man said I was free to.
        """

    @Test func theGumStoryGivesItsTimeline() throws {
        let supportCase = try #require(StoryReader.cases(in: story(Self.gumInJapanese)))
        #expect(supportCase.events.map(\.kind) == ["call", "return", "first-report", "letter", "replacement", "call"])
        #expect(supportCase.events.map(\.actor) == [.customer, .customer, .agent, .agent, .agent, .customer])
        #expect(supportCase.events.map(\.channel) == ["phone", "post", "postcard", "post", nil, "phone"])
        #expect(supportCase.events[0].note == "toll-free, from a mobile")
        #expect(supportCase.events[1].note == "carriage paid")
        #expect(supportCase.events[2].note == "soon, printed, investigation promised")
        #expect(supportCase.events[3].note == "10 days later, process, cause, prevention")
        #expect(supportCase.events[5].note == "again, public relations")
    }

    @Test func theSameStoryInEnglishGivesTheSameTimeline() throws {
        let supportCase = try #require(StoryReader.cases(in: story(Self.gumInEnglish)))
        #expect(supportCase.events.map(\.kind) == ["call", "return", "first-report", "letter", "replacement", "call"])
        #expect(
            supportCase.events.map(\.note) == [
                "toll-free, from a mobile", "carriage paid", "soon, printed, investigation promised",
                "10 days later, process, cause, prevention",
                "10 days later", "again, public relations",
            ]
        )
    }

    @Test func theCaseCarriesWhoAndWhen() throws {
        let supportCase = try #require(StoryReader.cases(in: story(Self.gumInJapanese)))
        #expect(
            supportCase.caseID == "story:blog:h1" && supportCase.origin == .story && supportCase.brand == "Brand"
                && supportCase.customer == "ann"
        )
        #expect(supportCase.channel == "phone" && supportCase.subject == "先日買った板ガムの一枚が、紙にうまく包まれていない不良品でした。")
        #expect(
            supportCase.openedAt?.certainty == .notAfter
                && supportCase.openedAt?.instant == Instant(seconds: 1_207_351_440)
        )
    }

    @Test(arguments: [
        """
        空港から宿まで頼んだ車が、知らない道をぐるぐる回りました。見積もりより高い74ドルを請求されて驚きましたが、疲れていたので何も言わずに寝てしまいました。\
        翌朝、運転手を☆2つで評価しました。すると会社の人からさっそくメールが届きました。道順が理想的ではないことがわかったので、料金を調整したそうです。\
        はじめの74ドルから引かれて、最終的に44.49ドルになりました。運転手の知識の改善に取り組むとのことです。
        """,
        """
        The car we took from the airport went a long way round. The fare came to $74, far more than the estimate, but I was tired and said
        nothing that night. The next morning I gave the driver two stars. At once an email came from the company: the route was not the best
        one, and the fare was adjusted from $74 to $44.49. They would train the driver so that it never happens again. I was content with that, and I will use the service again.
        """,
    ]) func aFareThatWasAdjustedIsARefundOfTheDifference(text: String) throws {
        let supportCase = try #require(StoryReader.cases(in: story(text)))
        try #require(supportCase.events.map(\.kind) == ["charge", "rating", "mail", "refund"], "\(supportCase.events)")
        #expect(supportCase.events[0].amount == Money(thousandths: 74_000, currency: "USD"))
        #expect(supportCase.events[1].note?.contains("2 of 5") == true)
        // 74.00 − 44.49
        #expect(supportCase.events[3].amount == Money(thousandths: 29_510, currency: "USD"))
        #expect(supportCase.events[3].note?.contains("74 USD to 44.49 USD") == true)
    }

    @Test func flowersAndAPickupAreSteps() throws {
        let text = """
            She had bought shoes for her mother, who died before she could wear them. An email came from the shop, asking how the shoes fitted.
            She wrote back that she wanted to return the shoes but the date had passed. They sent a courier to her door to pick it up, against the
            rules of the house. The next day flowers arrived at her home, with a card. She cried, and told everyone to buy there and nowhere else.
            """
        let supportCase = try #require(StoryReader.cases(in: story(text)))
        #expect(supportCase.events.map(\.kind) == ["mail", "mail", "return", "pickup", "gift"])
        #expect(supportCase.events.map(\.actor) == [.agent, .customer, .customer, .agent, .agent])
        #expect(
            supportCase.events[3].note?.contains("against the rules") == true
                && supportCase.events[4].note?.contains("1 day later") == true
        )
    }

    @Test func repliesRemarksAndTheCompanyOpenNoCase() {
        var reply = story(Self.gumInJapanese)
        reply.inReplyTo = "h0"
        var company = story(Self.gumInJapanese)
        company.authorRole = .agent
        #expect(StoryReader.cases(in: reply) == nil && StoryReader.cases(in: company) == nil)
        #expect(StoryReader.cases(in: story("電話したら返金されました。ハガキも届きました。")) == nil)
    }

    @Test func praiseAtLargeIsNoCase() {
        let text = String(repeating: "この会社の商品は長く使えて、色もきれいで、家族みんなで気に入っています。毎日の暮らしが楽しくなりました。", count: 6)
        #expect(StoryReader.cases(in: story(text)) == nil)
        let plans = String(repeating: "通常は電話をすると担当者が来てくれるかもしれません。返金してほしいと思う。", count: 8)
        #expect(StoryReader.cases(in: story(plans)) == nil)
    }

    @Test func refusalsAreNotRefunds() throws {
        let text =
            String(repeating: "店で買った鍋の取っ手がすぐに壊れてしまい、とても困ってしまいました。", count: 4)
            + "電話しました。返金はできませんと断られました。その後、返事がありません。"
        let kinds = try #require(StoryReader.cases(in: story(text))).events.map(\.kind)
        #expect(kinds == ["call", "refusal", "silence"])
    }

    @Test(arguments: [
        ("待つことさらに10日。", "10 days later" as String?), ("翌日、届いた", "1 day later"),
        ("ten days later it came", "10 days later"), ("after two weeks", "2 weeks later"), ("三日後に", "3 days later"),
        ("2年使った", nil),
    ])
    func delaysAreRead(text: String, delay: String?) {
        #expect(StoryDelay.find(in: text) == delay)
    }

    @Test(arguments: [
        ("約74ドルから44.49ドル", [74_000, 44_490], "USD"), ("$1,234.50 and more", [1_234_500], "USD"),
        ("3,000円", [3_000_000], "JPY"), ("¥500", [500_000], "JPY"), ("12 times", [], ""),
    ])
    func amountsAreRead(text: String, thousandths: [Int], currency: String) {
        #expect(StoryMoney.amounts(in: text) == thousandths.map { Money(thousandths: $0, currency: currency) })
    }
}

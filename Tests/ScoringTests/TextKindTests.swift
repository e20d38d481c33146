import Feedback
import Testing

@testable import Scoring

/// Texts whose language, own words or length is not what it seems.
struct TextKindTests {
    static let languages: [(String, Language?, Language)] = [
        ("返事が遅い https://www.example.com/support/contact/form", nil, .japanese),
        ("返事が遅い https://www.example.com/the/best/of/support", .japanese, .japanese),
        ("返事が遅い @support_center_official_account", nil, .japanese),
        ("対応が遅い #CustomerService #Refund #NeverAgain", nil, .japanese),
        ("Sony WH-1000XM5 Wireless Headphones の返金が遅い", nil, .japanese), ("super 遅い", nil, .japanese),
        ("LINE対応最悪", nil, .japanese), ("最悪 Bose QuietComfort Ultra Earbuds", nil, .japanese),
        ("対応最悪。電話不通。返金拒否。謝罪無。", nil, .japanese),
        ("The omotenashi (おもてなし) of the staff was great and I loved it", nil, .english),
        ("Slow reply, no refund https://www.example.co.jp/", nil, .english), ("客服很慢，我很生气。", nil, .unknown),
        ("这个东西不好", nil, .unknown), ("質量不好，我再也不買了，退款也不給。", nil, .unknown),
    ]

    @Test(arguments: languages)
    func namesAndAddressesHaveNoLanguage(text: String, declared: Language?, language: Language) throws {
        #expect(try Shipped.worker().score(text, declaredLanguage: declared).language == language, "\(text)")
    }

    private static let glyphs =
        "👎\temoji\t\t-600\n👍\temoji\t\t500\n😡\temoji\t\t-600\n(^_^)\temoticon\t\t400\n:(\temoticon\t\t-400\n"

    @Test(arguments: [("👎👎👎", -1), ("👍🏽", 1), ("😡", -1), ("(^_^)", 1), (":( !!", -1), ("★☆☆☆☆", -1), ("★★★★★", 1)])
    func glyphsAloneAreScored(text: String, sign: Int) throws {
        let score = try Shipped.worker(english: Self.glyphs).score(text, declaredLanguage: nil)
        #expect((score.valence ?? 0) * sign >= 50, "\(text): \(score.valence ?? 0)")
        #expect(score.language == .unknown)
    }

    @Test(arguments: ["Это плохо 👍", "12345", "…", "", "좋아요 👍"])
    func otherWordsAreNotGuessedAt(text: String) throws {
        #expect(try Shipped.worker(english: Self.glyphs).score(text, declaredLanguage: nil).valence == nil, "\(text)")
    }

    static let complaint = "The refund has not arrived.\n\n"
    static let praise = "Thank you for your patience, we are happy to help and resolved it quickly."
    static let mails = [
        "-----Original Message-----\nFrom: Shop\nSent: Monday\n\n" + praise,
        "________________________________\nFrom: Shop <a@b.example>\nSent: Monday\n\n" + praise,
        "From: Shop <a@b.example>\r\nDate: Monday\r\n\r\n" + praise,
        "---------- Forwarded message ---------\n" + praise,
        "On Mon, May 6, 2024 Shop <a@b.example> wrote:\n\n" + praise,
        "On Mon, May 6, 2024 at 10:00 AM Shop\n<a@b.example> wrote:\n\n" + praise,
        "-- \nHappy Customers Inc.\n" + praise,
        "2024年5月6日(月) 10:00 Shop <a@b.example>:\n\n" + praise,
        "This e-mail and any attachments are confidential. " + praise,
        "CONFIDENTIALITY NOTICE: " + praise,
    ]

    @Test(arguments: mails)
    func olderMailsAndSignaturesAreNotTheWriters(rest: String) throws {
        let worker = try Shipped.worker()
        let own = worker.score(Self.complaint, declaredLanguage: .english)
        #expect(worker.score(Self.complaint + rest, declaredLanguage: .english).valence == own.valence)
    }

    @Test func whatWasLeftOutIsShown() throws {
        let text = Self.complaint + Self.mails[0]
        let score = try Shipped.worker().score(text, declaredLanguage: .english)
        let unread = score.evidence.filter { $0.rule == "unread" }
        #expect(unread.map(\.range.start) == [Self.complaint.utf8.count])
        #expect(unread.map { $0.range.start + $0.range.length } == [text.utf8.count] && unread[0].valence == 0)
    }

    @Test func signaturesBelowALineAreNotTheWriters() throws {
        let worker = try Shipped.worker()
        let own = worker.score("まだ返金されません。\n\n", declaredLanguage: .japanese).valence
        for rule in ["━━━━━━━━━━", "────────", "==========", "**********", "＊＊＊＊＊＊＊＊"] {
            let text = "まだ返金されません。\n\n\(rule)\n最高サービス株式会社\nTEL 03-0000-0000\n"
            #expect(worker.score(text, declaredLanguage: .japanese).valence == own, "\(rule)")
        }
        // A form that a site mails has such lines too, and what the customer wrote below them.
        let form = "まだ返金されません。\n\n━━━━━━━━━━\nメール: a@b.example\n内容: 担当の方は親切で最高でした。\n"
        #expect(worker.score(form, declaredLanguage: .japanese).valence != own)
        // A line alone parts what somebody wrote.
        let parted = "まだ返金されません。\n\n──────────\n担当の方は親切で最高でした。\n"
        #expect(worker.score(parted, declaredLanguage: .japanese).valence != own)
    }

    @Test func japaneseHeadsToo() throws {
        let worker = try Shipped.worker()
        let own = worker.score("まだ返金されません。\n\n", declaredLanguage: .japanese).valence
        for rest in ["-----元のメッセージ-----\n", "差出人: 店 <a@b.example>\n送信日時: 2024年5月6日\n件名: 注文\n\n", "-- \n"] {
            let text = "まだ返金されません。\n\n" + rest + "迅速に対応し、親切で最高のサービスです。"
            #expect(worker.score(text, declaredLanguage: .japanese).valence == own, "\(rest)")
        }
    }

    @Test(arguments: [
        "Fine.\n--\nThe staff were wonderful.", "Fine.\n- the staff were wonderful",
        "It came\nfrom: far away. Wonderful staff.",
        "On Monday I wrote:\n> old words\nThe staff were wonderful.", "From: Shop\nTo: me\n\nThe staff were wonderful.",
        "Fine.\nOn Monday it came. The staff were wonderful.", "Fine.\n2024 was wonderful.",
    ])
    func ownWordsStay(text: String) throws {
        #expect(try Shipped.worker().sign(text, .english) == 1, "\(text)")
    }

    @Test func whatIsLeftOutOfALongTextIsTold() throws {
        let space = String(repeating: " ", count: ScoringPass.longestText)
        let text = "The staff were rude." + space + "The staff were rude."
        let score = try Shipped.worker().score(text, declaredLanguage: .english)
        let last = try #require(score.evidence.last)
        #expect(last.rule == "unread" && last.range.end == text.utf8.count)
        #expect(last.range.start == ScoringPass.longestText && last.valence == 0)
        let wide = String(repeating: "\u{3000}", count: ScoringPass.longestText / 3)
        let kana = try Shipped.worker().score("遅い" + wide, declaredLanguage: .japanese)
        #expect(kana.evidence.last?.range.start == ScoringPass.longestText / 3 * 3)
    }

    /// Every sentence of a long text is read as the first one.
    @Test(arguments: [
        ("The staff were not kind, but very fast. Is it good? It was 5/5! ", Language.english),
        ("返金されないが、対応は丁寧でした。良いですか？星5です！", .japanese),
    ])
    func farSentencesAreReadLikeNearOnes(text: String, language: Language) throws {
        let worker = try Shipped.worker()
        let few = worker.score(String(repeating: text, count: 3), declaredLanguage: language).evidence
        let many = worker.score(String(repeating: text, count: 300), declaredLanguage: language).evidence
        #expect(many.count == few.count * 100)
        let size = few.count
        for place in many.indices {
            #expect(many[place].entry == few[place % size].entry && many[place].rule == few[place % size].rule)
        }
    }

    @Test func decomposedKanaEqualComposedOnes() throws {
        let worker = try Shipped.worker()
        // が, デ, ブ, パ and ぐ as base and mark.
        let parts = "返事か\u{3099}遅い。テ\u{3099}サ\u{3099}インは好き。フ\u{3099}ラシを返金してくれない。ハ\u{309A}ッケーシ\u{3099}も汚い。"
        let whole = "返事が遅い。デザインは好き。ブラシを返金してくれない。パッケージも汚い。"
        let (one, other) = (worker.score(parts, declaredLanguage: nil), worker.score(whole, declaredLanguage: nil))
        #expect(one.valence == other.valence && one.language == .japanese)
        #expect(one.facets.map(\.entry) == other.facets.map(\.entry))
        #expect(one.evidence.map(\.entry) == other.evidence.map(\.entry))
    }
}

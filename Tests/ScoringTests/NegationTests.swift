import Feedback
import Testing

@testable import Scoring

struct NegationTests {
    static let praise = ["good", "helpful", "friendly", "polite", "happy"]
    static let blame = ["rude", "unhelpful", "terrible", "slow", "awful"]
    static let englishFrames = [
        "It was not %.", "They weren't %.", "She isn't % at all.", "Nothing about it was %.", "He was never %.",
        "It is hardly %.", "I don't think it is %.", "It wasn't very %.", "They are no longer %.", "It was far from %.",
    ]

    @Test(arguments: englishFrames, praise)
    func deniedPraiseIsNotPraise(frame: String, word: String) throws {
        let text = frame.replacing("%", with: word)
        let score = try Shipped.worker().score(text, declaredLanguage: .english)
        #expect(try #require(score.valence) <= 0, "\(text)")
    }

    @Test(arguments: ["It was not %.", "They weren't %.", "She isn't % at all.", "He was never %."], blame)
    func deniedBlameIsWeakerThanBlame(frame: String, word: String) throws {
        let worker = try Shipped.worker()
        let text = frame.replacing("%", with: word)
        #expect(worker.valence(text, .english) > worker.valence("It was \(word).", .english), "\(text)")
        #expect(worker.sign(text, .english) >= 0, "\(text)")
    }

    @Test(arguments: [
        "No problems or complaints", "No complaints.", "I have no complaints at all.", "No problem whatsoever!",
        "Not the worst", "Couldn't be better", "could not be happier with the result", "I can't complain",
        "You can't go wrong with this shop", "Never had any problem with them", "without any issues",
        "Zero complaints here", "No issues so far", "I have no regrets", "nothing to complain about",
        "I can't thank you enough", "can't recommend them highly enough", "couldn't have been nicer",
        "hassle free", "Not bad at all", "no trouble at all", "couldn't ask for more",
    ])
    func usersPraiseInNegativeWords(text: String) throws {
        #expect(try Shipped.worker().sign(text, .english) >= 0, "\(text)")
    }

    @Test(arguments: [
        "Never again.", "No excuse for this.", "It could not be worse.", "I couldn't care less about their apology.",
        "Thanks for nothing", "no good", "It's not worth the money", "This was not acceptable",
        "They did not help.", "Nobody helped me.", "No refund.", "They never answered.",
        "I can't get through to anyone.",
        "Not happy.", "I'm not impressed", "not recommended", "Don't waste your time", "no help at all",
    ])
    func usersBlameInNegations(text: String) throws {
        #expect(try Shipped.worker().sign(text, .english) == -1, "\(text)")
    }

    @Test(arguments: [
        "It was not good because they are friendly.", "He was not rude, she was helpful.",
        "I did not wait, everyone was friendly.",
    ])
    func negationEndsWithItsClause(text: String) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: .english)
        let last = try #require(score.evidence.last)
        #expect(last.valence > 0, "\(text)")
        #expect(!last.rule.contains("negation"), "\(text)")
    }

    @Test func orCarriesNegationOn() throws {
        let score = try Shipped.worker(
            english: """
                helpful\tlemma\t\t500
                friendly\tlemma\t\t500
                not\tnegator
                or\tclass\trule-coordinator
                """
        ).score("They were not helpful or friendly", declaredLanguage: .english)
        #expect(score.evidence.map(\.valence) == [-350, -350])
        #expect(score.evidence.map(\.rule) == ["negation", "negation"])
    }

    static let japanesePraise = ["丁寧", "親切", "便利", "快適", "満足"]
    static let japaneseFrames = [
        "%ではない。", "%ではなかったです。", "%じゃない。", "%ではありません。", "%ではありませんでした。", "%とは思わない。",
        "%とは思いませんでした。", "%というわけではない。",
    ]

    @Test(arguments: japaneseFrames, japanesePraise)
    func deniedPraiseIsNotPraiseInJapanese(frame: String, word: String) throws {
        let text = frame.replacing("%", with: word)
        #expect(try Shipped.worker().valence(text, .japanese) <= 0, "\(text)")
    }

    @Test(arguments: [
        "嫌いではない", "悪くない", "悪くはないです", "不満はない", "不満はありません", "文句なし", "文句はありません", "問題ないです",
        "問題ありませんでした", "申し分ない", "申し分のない対応でした", "言うことなし", "何の不満もありません", "不便はなかった",
        "不快ではなかった", "嫌な感じはしなかった", "心配いりませんでした", "待たされることもなく", "嫌いじゃない", "難しくない",
    ])
    func negatedBlameIsNotBlameInJapanese(text: String) throws {
        #expect(try Shipped.worker().sign(text, .japanese) >= 0, "\(text)")
    }

    @Test(arguments: [
        "返金されませんでした", "連絡がない", "電話がつながらない", "謝罪もない", "説明がありませんでした", "対応してくれない",
        "おいしくない", "きれいじゃなかった", "良くなかったです", "使えない", "もう二度と行かない", "納得できない", "信用できません",
        "楽しくなかった", "親切ではありませんでした", "満足できず", "早くなかった", "返事もなく",
    ])
    func blameInNegationsInJapanese(text: String) throws {
        #expect(try Shipped.worker().sign(text, .japanese) == -1, "\(text)")
    }

    /// 嫌い is matched as a word and flipped once, where peers match its stem and count it twice.
    @Test func dislikeDeniedCountsOnce() throws {
        let score = try Shipped.worker(japanese: "嫌い\tlemma\t\t-500\nない\tnegator").score(
            "嫌いではない",
            declaredLanguage: .japanese
        )
        #expect(score.evidence.count == 1)
        #expect(score.evidence.first?.rule == "negation")
    }

    @Test func doubleNegationTurnsBack() throws {
        let score = try Shipped.worker(japanese: "好き\tlemma\t\t500\nない\tnegator\nわけ\tclass\trule-bridge").score(
            "好きでないわけではない",
            declaredLanguage: .japanese
        )
        #expect(score.evidence.first?.rule == "negation+double-negation")
        #expect(try #require(score.valence) > 0)
    }

    @Test func missingReplyIsBlamed() throws {
        let score = try Shipped.worker(
            english: "reply\tlemma\t\t\tspeed\t0\nno\tnegator",
            japanese: "謝罪\tlemma\t\t\tapology\t0\nない\tnegator"
        )
        let english = score.score("There was no reply.", declaredLanguage: .english)
        #expect(english.facets.map(\.polarity) == [.negative])
        #expect(english.evidence.map(\.rule) == ["absence"])
        let japanese = score.score("謝罪もない", declaredLanguage: .japanese)
        #expect(japanese.facets.map(\.polarity) == [.negative])
        #expect(try #require(japanese.valence) < -50)
    }
}

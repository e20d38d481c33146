import Feedback
import Testing

@testable import Scoring

/// What only the course of events tells, over several clauses and sentences, with the shipped lists.
struct FrameTableTests {
    static let frames = [
        "broken-promise", "more-than-said", "paid-in-vain", "charged-after-cancelling", "run-around", "refused-claim",
        "same-again",
    ]

    static let english: [(String, Facet)] = [
        ("They said Friday. It is Tuesday.", .followThrough),
        ("I was told it would be here by noon. It is now 6 pm.", .followThrough),
        ("The clerk promised a parcel on Monday. Today is Thursday.", .followThrough),
        ("They told me it would ship tomorrow, that was two weeks ago.", .followThrough),
        ("Still no bag. They told me it would arrive by two.", .followThrough),
        ("It said 5 minutes, it took 25.", .followThrough),
        ("Quoted 20, charged 35.", .followThrough),
        ("The app showed 180 rupees. At the end he asked 260.", .followThrough),
        ("I paid for priority and sat in the last row.", .followThrough),
        ("We booked a suite. They put us in a broom closet.", .followThrough),
        ("Cancelled on me twice, then charged the fee.", .followThrough),
        ("The driver cancelled. They still took the money.", .followThrough),
        ("I called three times, and each time they transferred me to another department.", .effort),
        ("I emailed four times. It is nobody's job, they sent me to another desk.", .effort),
        ("I asked for a refund and they said no.", .remedy),
        ("I requested a replacement. The manager refused.", .remedy),
        ("They replaced it. Same problem a week later.", .prevention),
        ("It was repaired in May and it broke again in June.", .prevention),
    ]

    static let japanese: [(String, Facet)] = [
        ("金曜に届くと言われた。もう火曜日だ。", .followThrough),
        ("明日届けると約束した。まだ何も来ない。", .followThrough),
        ("500円と表示されたのに、900円請求された。", .followThrough),
        ("5分と言われて、結局40分待った。", .followThrough),
        ("勝手にキャンセルされて、キャンセル料まで取られた。", .followThrough),
        ("三回電話して、やっとつながったのに、たらい回し。", .effort),
        ("何度も問い合わせたが、毎回違う人に一から説明させられた。", .effort),
        ("返金をお願いしたら、断られた。", .remedy),
        ("交換してもらった。また壊れた。", .prevention),
    ]

    static let praisedInEnglish: [(String, Facet, String)] = [
        ("They said Friday, and on Friday it came.", .followThrough, "kept-promise"),
        ("I was told the fitter would be here at nine. He came at nine.", .followThrough, "kept-promise"),
        ("They promised two days. It was back in two days.", .followThrough, "kept-promise"),
        ("Last winter we queued for an hour. This year there is a second till.", .prevention, "lesson-learnt"),
        ("After the complaints they have hired two more drivers.", .prevention, "lesson-learnt"),
        ("I wrote in about the dark stairs. There is a lamp now.", .prevention, "lesson-learnt"),
        ("The handle snapped. A fresh one was on its way that afternoon.", .remedy, "made-good"),
        ("My soup was cold. The waiter brought me a new bowl.", .remedy, "made-good"),
        ("They lost my bag. The deposit came back within a day.", .remedy, "made-good"),
        ("The technician came round within the hour.", .speed, "at-once"),
        ("They traced it while I waited.", .speed, "at-once"),
    ]

    static let praisedInJapanese: [(String, Facet, String)] = [
        ("三日で直ると聞いて、三日で戻ってきた。", .followThrough, "kept-promise"),
        ("去年は一時間待った。今年は整理券が配られるようになっていた。", .prevention, "lesson-learnt"),
        ("苦情を入れたら、翌週には手すりができていた。", .prevention, "lesson-learnt"),
        ("取っ手が折れた。新しいものをすぐ送ってくれた。", .remedy, "made-good"),
        ("部品が割れていた。代金が翌日には戻ってきた。", .remedy, "made-good"),
        ("その場で直してくれました。", .speed, "at-once"),
    ]

    @Test(arguments: praisedInEnglish)
    func praiseInEnglishIsJoined(text: String, facet: Facet, frame: String) throws {
        try expectPraise(text, .english, facet, frame)
    }

    @Test(arguments: praisedInJapanese)
    func praiseInJapaneseIsJoined(text: String, facet: Facet, frame: String) throws {
        try expectPraise(text, .japanese, facet, frame)
    }

    @Test(arguments: [
        ("I was ready to cancel. Then the manager rang, and I'm staying.", Language.english),
        ("I had sworn off this bank. Now I'm their customer again.", .english),
        ("もう来ないと思っていたけど、今年もまた泊まりに行きます。", .japanese),
    ])
    func whoWasLeavingAndStaysWasWonBack(text: String, language: Language) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: language)
        #expect(score.signals.contains { $0.signal == .recovered }, "\(score.signals)")
        #expect(score.rules.contains("won-back"), "\(score.evidence)")
    }

    @Test(arguments: english)
    func stepsInEnglishAreJoined(text: String, facet: Facet) throws {
        try expect(text, .english, facet)
    }

    @Test(arguments: japanese)
    func stepsInJapaneseAreJoined(text: String, facet: Facet) throws {
        try expect(text, .japanese, facet)
    }

    /// The same words, but nothing was promised, nothing is missing, or the number did not rise.
    @Test(arguments: [
        "They said it would be cold.", "They open on Friday. It is Tuesday.", "It said 25 minutes, it took 5.",
        "Quoted 35, charged 20.", "I paid for priority and was home early.", "I called three times to say thanks.",
        "They replaced it and it works well.", "I will call on Monday.", "They said Friday, and on Friday it came.",
    ])
    func otherCoursesInEnglishAreNot(text: String) throws {
        let rules = try Shipped.worker().score(text, declaredLanguage: .english).rules
        #expect(rules.isDisjoint(with: Self.frames), "\(rules)")
    }

    @Test(arguments: [
        "金曜に届くと言われ、金曜に届いた。", "900円と表示されて、500円だった。", "交換してもらって、快適に使えている。",
        "火曜日に行きます。", "三回電話してお礼を言った。",
    ])
    func otherCoursesInJapaneseAreNot(text: String) throws {
        let rules = try Shipped.worker().score(text, declaredLanguage: .japanese).rules
        #expect(rules.isDisjoint(with: Self.frames), "\(rules)")
    }

    private func expectPraise(_ text: String, _ language: Language, _ facet: Facet, _ frame: String) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: language)
        let found = score.facets.filter { $0.facet == facet }.map(\.polarity.rawValue)
        #expect(found.reduce(0, +) > 0, "\(score.facets)")
        #expect(score.rules.contains(frame), "\(score.evidence)")
    }

    private func expect(_ text: String, _ language: Language, _ facet: Facet) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: language)
        let found = score.facets.filter { $0.facet == facet }.map(\.polarity.rawValue)
        #expect(found.reduce(0, +) < 0, "\(score.facets)")
        #expect(!score.rules.isDisjoint(with: Self.frames), "\(score.evidence)")
    }
}

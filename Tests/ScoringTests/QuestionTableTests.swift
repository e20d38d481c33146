import Feedback
import Testing

@testable import Scoring

struct QuestionTableTests {
    static let english: [(String, Verdict)] = [
        ("Is there anybody friendly in your call centre?", .notPraise),
        ("How is this acceptable?", .notPraise),
        ("Where is my refund?", .notPraise),
        ("When will my order be delivered?", .notPraise),
        ("Why is nobody answering?", .notPraise),
        ("Can you tell me if the hotel is quiet?", .notPraise),
        ("Do you have a good vegetarian menu?", .notPraise),
        ("Would a quick reply be too much to ask?", .notPraise),
        ("Is this a joke?", .notPraise),
        ("Is this supposed to be premium?", .notPraise),
        ("Can I get a free upgrade?", .notPraise),
        ("Do you think that is fair?", .notPraise),
        ("Will the new one be better?", .notPraise),
        ("How do I get a perfect picture?", .notPraise),
        ("Is it safe to use with a pacemaker?", .notPraise),
        ("Is there a smart way to cancel?", .notPraise),
        ("Anyone else having a great time on hold?", .notPraise),
        ("Where can I buy a good case?", .notPraise),
        ("Do your drivers like their job?", .notPraise),
        ("Any chance of an honest answer?", .notPraise),
        ("Why should I trust you?", .notPraise),
        ("What kind of support is that?", .notPraise),
        ("Is the coffee free?", .notPraise),
        ("What is so special about it?", .notPraise),
        ("Are there any nice rooms left?", .notPraise),
        ("What time does the shop open?", .neutral),
        ("Do you ship to Norway?", .neutral),
    ]

    @Test(arguments: english)
    func textsAreRead(text: String, verdict: Verdict) throws {
        #expect(verdict.allows(try Shipped.worker().sign(text, .english)), "\(text)")
    }

    static let japanese: [(String, Verdict)] = [
        ("誰か親切な人はいないの？", .notPraise),
        ("返金はいつですか？", .notPraise),
        ("いつになったら届くのでしょうか？", .notPraise),
        ("なぜ返事がないのですか？", .notPraise),
        ("これが一流ホテルのサービスですか？", .notPraise),
        ("責任者は誰ですか？", .notPraise),
        ("お得なプランはありますか？", .notPraise),
        ("何が良いのか教えてください。", .notPraise),
        ("これで普通なのでしょうか？", .notPraise),
        ("もっと良い方法はないのでしょうか？", .notPraise),
        ("本気で言ってるの？", .notPraise),
        ("本物ですか？", .notPraise),
        ("こんなに待たせて平気なのですか？", .notPraise),
        ("何時に開店しますか？", .notPraise),
        ("便利な機能があれば教えてください。", .notPraise),
        ("駐車場はありますか？", .neutral),
        ("営業時間は何時までですか？", .neutral),
    ]

    @Test(arguments: japanese)
    func textsAreReadInJapanese(text: String, verdict: Verdict) throws {
        #expect(verdict.allows(try Shipped.worker().sign(text, .japanese)), "\(text)")
    }
}

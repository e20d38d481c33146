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
        ("Are all of your agents this helpful?", .notPraise),
        ("Is the battery any good in winter?", .notPraise),
        ("Does the warranty cover accidental damage?", .notPraise),
        ("Which of the two models is more reliable?", .notPraise),
        ("Could someone explain the extra charge?", .notPraise),
        ("Has anyone had a pleasant flight with them?", .notPraise),
        ("Is there a fast way to reach a person?", .notPraise),
        ("Do I really have to send it back at my own cost?", .notPraise),
        ("Who designed this checkout?", .notPraise),
        ("Are the rooms really as clean as in the pictures?", .notPraise),
        ("How long does a refund usually take?", .notPraise),
        ("Would you call that good service?", .notPraise),
        ("Can the update be undone?", .notPraise),
        ("What is the best route to the station?", .notPraise),
        ("Does the lamp come with a bulb?", .neutral),
        ("Is the pool open in October?", .neutral),
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
        ("対応の早い窓口はどこですか？", .notPraise),
        ("この掃除機は静かですか？", .notPraise),
        ("もう少し丁寧に説明できないのでしょうか？", .notPraise),
        ("お子様連れでも快適に過ごせますか？", .notPraise),
        ("保証はどこまで有効ですか？", .notPraise),
        ("どちらの方が丈夫ですか？", .notPraise),
        ("電話に出てくれる人はいますか？", .notPraise),
        ("なぜ二回も請求されたのですか？", .notPraise),
        ("これで満足しろと言うのですか？", .notPraise),
        ("返品の送料はこちらの負担ですか？", .notPraise),
        ("もっと安い部屋はありませんか？", .notPraise),
        ("どうして毎回同じことを聞くのですか？", .notPraise),
        ("担当の方は親切ですか？", .notPraise),
        ("この値段の価値はありますか？", .notPraise),
        ("解約はどこでできますか？", .notPraise),
        ("朝食はおいしいですか？", .notPraise),
        ("部品だけ買うことはできますか？", .notPraise),
        ("いつまで待てばいいのですか？", .notPraise),
        ("何のための保証なのですか？", .notPraise),
        ("夜でも安全ですか？", .notPraise),
        ("どなたに相談すればよいでしょうか？", .notPraise),
        ("すぐに直る見込みはありますか？", .notPraise),
        ("別の色はありますか？", .neutral),
        ("駅から何分ですか？", .neutral),
        ("予約は必要ですか？", .neutral),
        ("これのどこが新品なのですか？", .notPraise),
    ]

    @Test(arguments: japanese)
    func textsAreReadInJapanese(text: String, verdict: Verdict) throws {
        #expect(verdict.allows(try Shipped.worker().sign(text, .japanese)), "\(text)")
    }
}

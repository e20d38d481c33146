import Feedback
import Testing

@testable import Scoring

/// Sentences on which a rule must not act, though they hold the words it looks for or words like them.
struct RuleAbstentionTests {
    static let english: [(rule: String, texts: [String])] = [
        (
            "negation",
            [
                "The reply was quick.", "Not only was the agent kind, the parcel came early.",
                "The knot was tied well and it looks good.", "No. The service is great.",
            ]
        ),
        ("double-negation", ["The food was not bad.", "It is not good.", "I do not know. The agent was helpful."]),
        ("bare-negation", ["The agent was not rude.", "It is not slow.", "The answer was clear."]),
        ("absence", ["They apologised at once.", "I got a refund.", "The refund did arrive in the end."]),
        ("intensifier", ["The staff were kind.", "This is the very shop that I meant.", "The answer was helpful."]),
        ("diminisher", ["The staff were kind.", "The delivery was slow.", "The answer was helpful."]),
        (
            "contrast",
            ["The staff were kind and quick.", "The butter was good.", "Everything was good, and the price was fair."]
        ),
        ("condition", ["The parcel came early and I am happy.", "The agent solved it, which was great."]),
        (
            "question",
            ["The agent was friendly.", "I asked whether it was good, and it was.", "Great service!"]
        ),
        (
            "hedge",
            [
                "The agent was friendly.", "The hotline is bad.", "The service was great last June.",
                "In May the service was great.", "On May 5 the parcel came and all was good.",
            ]
        ),
        ("courtesy", ["The driver was friendly.", "I am happy with the repair."]),
        (
            "irony",
            [
                "The repair was great, and the delay was only a day.", "Oh, and the staff were great.",
                "They really are lovely people.", "I love the new app.", "The class was perfect for my needs.",
                "It was a surprise that the refund came the same day.", "The driver was right, yeah.",
                "Thanks for the quick reply.", "A convenient location close to the station.",
                "It was very generous of them to send a second one.", "The nurse gave my mother her medal back.",
            ]
        ),
        ("capitals", ["the staff were great", "The Staff Were Great", "THE STAFF WERE GREAT", "I love it"]),
        ("repetition", ["The food was good.", "A good goose.", "The agreement is good.", "See you soon, good bye"]),
        ("exclamation", ["The food was good.", "Hello! The food was good.", "It was good? It was."]),
        ("affix", ["The food was good.", "It was too hot and the food was bad."]),
        (
            "rating",
            [
                "We waited 5 hours.", "On 5/5 we met at the shop.", "Two of 5 people came.", "I bought 3 chargers.",
                "Room 4 was clean.",
            ]
        ),
        ("beside", ["The food was good.", "The sky was blue."]),
        ("no-dealing", ["They fixed it at once.", "It was easy to return.", "The agent solved the problem."]),
        ("elsewhere", ["They never answer the phone.", "Worse than Lyft, they never answer the phone."]),
        ("tone", ["The staff were rude.", "The service was there.", "I asked for service and the food was bad."]),
        ("broken-promise", ["They said it would be cold.", "They said Friday, and on Friday it came."]),
        ("more-than-said", ["It said 25 minutes, it took 5.", "Quoted 35, charged 20."]),
        ("paid-in-vain", ["I paid for priority and was home early.", "I paid for lunch."]),
        ("charged-after-cancelling", ["I was charged the right fee.", "I cancelled and got my money back."]),
        ("run-around", ["I called three times to say thanks.", "They passed me the salt."]),
        ("refused-claim", ["I asked for a refund and got it.", "They said no to the plan."]),
        ("same-again", ["They replaced it and it works well.", "The same thing for me, please."]),
        ("kept-promise", ["They said Friday, and on Monday it came.", "The train came on Friday."]),
        ("lesson-learnt", ["Last winter it snowed. This year there is rain.", "There is a ramp now."]),
        (
            "made-good",
            [
                "The handle snapped. They never sent a new one.", "The cup broke. Will you send me a new one?",
                "A new one came.",
            ]
        ),
        ("at-once", ["Nobody replied within the hour.", "The soup was ready within the hour.", "They answered."]),
        ("won-back", ["I was ready to cancel, so I left.", "I stayed three nights."]),
    ]

    static let japanese: [(rule: String, texts: [String])] = [
        (
            "negation",
            [
                "対応が早かったです。", "仲間と行って楽しかった。", "内容がよかった。", "少ない待ち時間で満足です。",
                "感謝しなきゃ。", "応援しなくちゃ。",
            ]
        ),
        ("double-negation", ["料理は悪くない。", "対応がよくない。", "知らない。店員は親切だった。"]),
        ("bare-negation", ["説明が丁寧だった。", "店員は失礼ではなかった。"]),
        ("absence", ["すぐに謝罪がありました。", "返金されました。", "返信が届きました。", "返金して頂けませんか。"]),
        ("intensifier", ["店員が親切でした。", "説明が丁寧でした。"]),
        ("diminisher", ["店員が親切でした。", "配達が遅い。"]),
        ("contrast", ["店員が親切でした。", "部屋が広くて快適でした。", "彼が説明してくれて助かりました。"]),
        ("condition", ["荷物が早く届いて満足しました。", "丁寧に説明してくれました。"]),
        ("question", ["店員が親切でした。", "良いかと聞いたら、良かった。", "最高です！"]),
        ("hedge", ["店員が親切でした。", "電話がつながらず最悪です。"]),
        ("courtesy", ["店員が親切でした。", "修理に満足しています。"]),
        (
            "irony",
            [
                "お祝いの手紙が届いて嬉しかったです。", "店員の丁寧な説明に満足しました。",
                "優しい店員さんでした。", "大手の会社に頼みました。", "見事な修理でした。", "素敵な店でした。",
                "勲章の展示を見ました。", "これはとても便利です。", "会場で拍手が起きました。", "立派な会場で式を挙げました。",
            ]
        ),
        ("capitals", ["店員が親切でした。", "ABCの店員が親切でした。", "USBが便利です。"]),
        ("repetition", ["店員が親切でした。", "おおきな部屋で快適でした。", "コーヒーがおいしい。"]),
        ("exclamation", ["店員が親切でした。", "こんにちは！店員が親切でした。"]),
        ("affix", ["店員が親切でした。", "肉が美味しかった。", "過ぎた時間は戻らない。"]),
        ("rating", ["五時間待ちました。", "3個買いました。", "4号室は清潔でした。", "5人で行きました。"]),
        ("beside", ["料理がおいしい。", "空が青い。"]),
        ("no-dealing", ["無事に解決しました。", "サポートに電話したら、プリンタの不具合が解消しました。"]),
        ("elsewhere", ["返金を断られた。", "他社より対応が丁寧です。"]),
        ("tone", ["接客が最悪でした。", "接客の本を読んだ。"]),
        ("broken-promise", ["金曜に届くと言われ、金曜に届いた。", "火曜日に行きます。"]),
        ("more-than-said", ["900円と表示されて、500円だった。", "500円でした。"]),
        ("paid-in-vain", ["窓側を予約して、景色を楽しんだ。", "窓側でした。"]),
        ("charged-after-cancelling", ["料金は安かった。", "予約を取り消したら全額返金された。"]),
        ("run-around", ["三回電話してお礼を言った。", "電話しました。"]),
        ("refused-claim", ["返金をお願いしたら、すぐ返金された。", "誘いを断られた。"]),
        ("same-again", ["交換してもらって、快適に使えている。", "また同じ宿に泊まりたい。"]),
        ("kept-promise", ["金曜に届くと言われたが、月曜に届いた。", "金曜に届いた。"]),
        ("lesson-learnt", ["去年は雪が降った。今年は雨が降る。", "スロープができた。"]),
        ("made-good", ["取っ手が折れた。新しいものは送ってくれなかった。", "新しいものが届いた。"]),
        ("at-once", ["五分で着く駅が便利です。", "返信がありました。"]),
        ("won-back", ["解約するつもりだ。もう二度と使わない。", "これからも使い続けるつもりです。"]),
    ]

    private static func cases(_ table: [(rule: String, texts: [String])]) -> [(rule: String, text: String)] {
        table.flatMap { row in row.texts.map { (row.rule, $0) } }
    }

    @Test(arguments: cases(english))
    func ruleDoesNotAct(rule: String, text: String) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: .english)
        #expect(!score.rules.contains(rule), "\(text): \(score.evidence.map { "\($0.entry) \($0.rule)" })")
    }

    @Test(arguments: cases(japanese))
    func ruleDoesNotActInJapanese(rule: String, text: String) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: .japanese)
        #expect(!score.rules.contains(rule), "\(text): \(score.evidence.map { "\($0.entry) \($0.rule)" })")
    }

    /// A rule past the last bit of the set would never be named.
    @Test func everyRuleHasABitOfItsOwn() {
        let bits = RuleNames.names.map(\.0.rawValue)
        #expect(bits.allSatisfy { $0.nonzeroBitCount == 1 })
        #expect(Set(bits).count == bits.count)
    }

    @Test func everyClassHasABitOfItsOwn() {
        let bits = SymbolClasses.byName.map(\.1.rawValue)
        #expect(bits.allSatisfy { $0.nonzeroBitCount == 1 })
        #expect(Set(bits).count == bits.count)
    }

    /// A new rule brings sentences on which it stays silent.
    @Test func everyRuleHasSentences() {
        let names = Set(RuleNames.names.map(\.1))
        #expect(Set(Self.english.map(\.rule)) == names)
        #expect(Set(Self.japanese.map(\.rule)) == names)
    }
}

import Feedback
import Testing

@testable import Scoring

struct IronyTableTests {
    static let english: [String] = [
        "Oh great, another delay.",
        "Oh joy, the line is closed again.",
        "Yeah right, \"someone will call you back\".",
        "Just great, my bag is gone.",
        "Just what I needed, a third broken charger.",
        "Lucky me, I get to wait another week.",
        "Gee thanks for the flat tyre.",
        "Real classy, hanging up on a customer.",
        "How nice, they charged me twice.",
        "Good luck with that return form.",
        "Slow clap for the parcel team.",
        "Oh great, now the app is down.",
        "Yeah right, five minutes.",
        "Just great. Two hours on hold.",
        "Oh wonderful, a fourth form to fill in.",
        "Oh brilliant, it leaks on the other side now.",
        "Oh lovely, the seat belt is missing.",
        "Oh fantastic, they cancelled it again.",
        "Oh perfect, the wrong colour.",
        "What a surprise, nobody picked up.",
        "Surprise surprise, the bill is higher.",
        "How convenient, the complaint page is down.",
        "How generous, a coupon for one euro.",
        "Thanks a bunch for losing my bag.",
        "Top marks for keeping us in the rain.",
        "Good luck getting a person on the phone.",
        "Good luck finding the cancel button.",
        "You had one job.",
        "What could possibly go wrong with a paper box in the rain.",
        "What else is new, the train is late.",
        "In your dreams will they pay.",
        "My heart bleeds for the poor airline.",
        "Love it when the app logs me out.",
        "A round of applause for the night shift.",
        "Give that driver a medal, he found the wrong town.",
        "Nice of you to reply after a month.",
        "Big surprise there, the part is not in stock.",
        "Cry me a river, dear hotline.",
        "I just love waiting in the rain.",
    ]

    @Test(arguments: english)
    func textsAreRead(text: String) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: .english)
        #expect(score.evidence.contains { $0.rule.contains("irony") && $0.valence == 0 }, "\(text)")
    }

    static let japanese: [String] = [
        "さすがですね、また間違えています。",
        "ご立派な会社ですこと。",
        "ありがたい話ですね、二回も請求されました。",
        "大したものだ、また延期か。",
        "おめでたい人たちだ。",
        "さすがだね、今日も電話に出ない。",
        "ご立派な言い訳でした。",
        "お偉い方は電話にもお出にならない。",
        "ご丁寧にも督促状だけは届きました。",
        "いいご身分ですね、五時に閉まるとは。",
        "結構なご身分だこと。",
        "なんとも結構なサービスですこと。",
        "たいしたおもてなしだ、床で寝ろとは。",
        "たいした会社だ、電話番号もない。",
        "これはこれは、また品切れですか。",
        "ずいぶんご立派な説明ですね。",
        "さすがの放置っぷり。",
        "お見事な手のひら返しでした。",
        "なんて素敵な会社なんでしょう、苦情は受け付けないそうです。",
        "はいはい、また混み合っているのですね。",
        "拍手を送りたい、三か月の沈黙に。",
        "勲章ものの遅さです。",
        "表彰したいくらいの不手際でした。",
        "おめでとうございます、五回目の故障です。",
        "大したもんだ、謝りもしない。",
        "さすが大手、言い訳も一流ですね。",
        "ご苦労なことに、同じ書類を四回送ってきました。",
        "よくもまあ、平気な顔で。",
        "よくもまあ、そんなことが言えたものだ。",
        "見上げたものだ、客を一時間立たせるとは。",
        "お気楽なものですね、こちらは困っているのに。",
        "恐れ入りました、その言い訳には。",
        "ご立派ご立派。",
        "さすがですね、今度は箱が空でした。",
        "ご立派な規則ですこと。",
        "大したものですね、三時間も待たせて。",
        "はいはい、どうせ客が悪いのですよね。",
        "結構なサービスだ、電気も点かない。",
        "これはこれは、今日も定型文ですか。",
    ]

    @Test(arguments: japanese)
    func textsAreReadInJapanese(text: String) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: .japanese)
        #expect(score.evidence.contains { $0.rule.contains("irony") && $0.valence == 0 }, "\(text)")
    }

    /// Praise alone in its clause, with nothing but blame behind it.
    @Test(arguments: [
        ("Great, they lost my bag again.", Language.english),
        ("Great. The agent was rude and hung up.", .english),
        ("Brilliant! Nobody answers the phone.", .english), ("お見事。対応が最悪です。", .japanese),
        ("素晴らしい。スタッフの態度が悪い。", .japanese),
    ])
    func praiseThatBlameFollowsIsIrony(text: String, language: Language) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: language)
        #expect(score.rules.contains("irony"), "\(text)")
        #expect((score.valence ?? 0) < 0)
    }

    /// The same openings that are meant, and praise beside blame of other things.
    @Test(arguments: [
        ("Oh brilliant, they fixed it in ten minutes and were so kind.", Language.english),
        ("Great, thank you, the agent was very helpful.", .english),
        ("Great app, but the driver was rude.", .english), ("Great room. The driver was rude.", .english),
        ("Friendly, fast, cheap. The parking is bad.", .english),
        ("Great. The driver was rude but the agent was kind.", .english),
        ("How generous, they refunded everything, wonderful people.", .english),
        ("お見事。スタッフがとても親切でした。", .japanese), ("素晴らしい部屋。駐車場は狭い。", .japanese),
        ("さすが大手、対応がとても丁寧で感動しました。", .japanese),
    ])
    func praiseThatIsMeantIsNone(text: String, language: Language) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: language)
        #expect(!score.rules.contains("irony"), "\(text)")
    }
}

import Feedback
import Testing

@testable import Scoring

struct ContrastTableTests {
    static let english: [(String, Verdict)] = [
        ("The hotel is pretty, but the check-in was a nightmare.", .blame),
        ("Lovely packaging, but the cup inside was broken.", .blame),
        ("I like the app, but it crashes every morning.", .blame),
        ("Fast shipping, however the charger is useless.", .blame),
        ("The waiter was friendly. However, the food was disgusting.", .blame),
        ("Although the seat was comfortable, the crew were rude.", .blame),
        ("Even though the price is good, the quality is terrible.", .blame),
        ("Though she apologized nicely, nothing was fixed and I am angry.", .blame),
        ("The camera is great, yet the battery is awful.", .blame),
        ("They apologized, but still no refund.", .blame),
        ("The manager was polite, but the problem is still not solved.", .blame),
        ("It looks beautiful, but feels cheap and breaks easily.", .blame),
        ("The first agent was helpful, but the second one hung up on me.", .blame),
        ("Great product but horrible customer service.", .blame),
        ("Good idea, bad execution, but worst of all they lied to me.", .blame),
        ("I really wanted to love this, but it is a disappointment.", .blame),
        ("The shop is nice; however, the returns desk is hopeless.", .blame),
        ("Tasty coffee, but overpriced and cold by the time I got it.", .blame),
        ("I used to love this brand, but now the quality is poor.", .blame),
        ("The room was clean. But the noise was unbearable.", .blame),
        ("Despite the friendly staff, our stay was awful.", .blame),
        ("He was kind on the phone, but he never called me back.", .blame),
        ("The site is easy to use, but my order never arrived.", .blame),
        ("The queue was long, but the clerk was wonderful.", .praise),
        ("The parcel was late, but the company refunded me at once and apologized sincerely.", .praise),
        ("A bit expensive, but absolutely worth it.", .praise),
        ("I was angry at first, but they fixed everything quickly and I am happy now.", .praise),
        ("Although the box was damaged, the product works perfectly and I love it.", .praise),
        ("Even though it rained, we had a wonderful stay.", .praise),
        ("The first one broke, but the replacement is excellent.", .praise),
        ("The line was slow. However, the agent was extremely helpful.", .praise),
        ("Small room, but very comfortable and spotless.", .praise),
        ("It took a while, but the result is fantastic.", .praise),
        ("Despite a delay, the crew were amazing.", .praise),
        ("There was a problem with my bill, but Maria solved it brilliantly.", .praise),
        ("The manual is confusing, but support was patient and kind.", .praise),
        ("It is not cheap, but the quality is superb.", .praise),
        ("I had my doubts, but I am really impressed.", .praise),
        ("Delivery was slow, yet the food was still delicious.", .praise),
        ("My flight was delayed but the lady at the desk was so helpful.", .praise),
        ("I was worried about the repair, but they did a great job.", .praise),
    ]

    @Test(arguments: english)
    func textsAreRead(text: String, verdict: Verdict) throws {
        #expect(verdict.allows(try Shipped.worker().sign(text, .english)), "\(text)")
    }

    static let japanese: [(String, Verdict)] = [
        ("部屋はきれいですが、接客は最悪でした。", .blame),
        ("値段は安いけど、すぐに壊れました。", .blame),
        ("デザインは好きだけれども、使いにくい。", .blame),
        ("説明は丁寧だったが、問題は解決しなかった。", .blame),
        ("楽しみにしていたのに、届いた商品は壊れていた。", .blame),
        ("見た目は良いものの、音質がひどい。", .blame),
        ("料理はおいしい。ただ、店員の態度が悪い。", .blame),
        ("立地は便利です。しかし、部屋がとても汚い。", .blame),
        ("スタッフは親切でした。でも、待ち時間が長すぎます。", .blame),
        ("電話は丁寧でしたが、返金はされませんでした。", .blame),
        ("謝罪はあったものの、原因の説明がなく不満です。", .blame),
        ("味は良いのですが、量が少なくて残念です。", .blame),
        ("アプリは便利なのに、最近よく落ちてイライラします。", .blame),
        ("最初は親切でしたが、後半は対応が雑でした。", .blame),
        ("高かったのに、一か月で壊れてがっかりです。", .blame),
        ("景色は最高。だけど、風呂が臭い。", .blame),
        ("期待していたが、裏切られた。", .blame),
        ("配送は早かったけど、箱が潰れていて不快でした。", .blame),
        ("可愛いけれど、縫製が雑です。", .blame),
        ("受付の方は感じが良かったのですが、予約が取れていなくて最悪でした。", .blame),
        ("改善されたと聞いたが、相変わらず遅い。", .blame),
        ("担当者は優しかったものの、二週間放置されました。", .blame),
        ("待ち時間は長かったが、店員さんはとても親切でした。", .praise),
        ("少し高いですが、品質は最高です。", .praise),
        ("最初は不安でしたが、丁寧に説明してくれて安心しました。", .praise),
        ("部屋は狭いけど、清潔で快適でした。", .praise),
        ("壊れて届いたけれど、すぐに交換してくれて感謝しています。", .praise),
        ("電話はつながりにくかったものの、担当者の対応は素晴らしかった。", .praise),
        ("建物は古い。しかし、手入れが行き届いていて気持ちが良い。", .praise),
        ("雨で残念でしたが、スタッフのおかげで楽しく過ごせました。", .praise),
        ("見た目は地味。でも、使いやすくて大満足です。", .praise),
        ("初期不良がありましたが、迅速に対応していただき満足しています。", .praise),
        ("駅から遠いですが、静かでとても良い宿です。", .praise),
        ("クレームを入れたのに、笑顔で親切に対応してくれた。", .praise),
        ("値段は高めだけど、買って良かった。", .praise),
        ("注文を間違えられたが、すぐに謝ってくれて気持ち良かった。", .praise),
        ("音はうるさい。だが、性能は抜群です。", .praise),
        ("文句を言うつもりだったが、誠実な対応に感動した。", .praise),
        ("説明書は分かりにくいですが、製品はとても使いやすいです。", .praise),
        ("遅れはしたものの、仕上がりは完璧でした。", .praise),
        ("小さいけど、音質が良くて気に入っています。", .praise),
    ]

    @Test(arguments: japanese)
    func textsAreReadInJapanese(text: String, verdict: Verdict) throws {
        #expect(verdict.allows(try Shipped.worker().sign(text, .japanese)), "\(text)")
    }
}

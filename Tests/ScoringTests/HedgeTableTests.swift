import Feedback
import Testing

@testable import Scoring

struct HedgeTableTests {
    static let english: [(String, String)] = [
        ("Maybe the staff are rude.", "The staff are rude."),
        ("Perhaps the food is awful.", "The food is awful."),
        ("It is possibly the worst shop.", "It is the worst shop."),
        ("He is probably dishonest.", "He is dishonest."),
        ("It might be terrible.", "It is terrible."),
        ("They seem friendly.", "They are friendly."),
        ("I guess it is good.", "It is good."),
        ("I suppose the room is comfortable.", "The room is comfortable."),
        ("Apparently the hotel is dirty.", "The hotel is dirty."),
        ("Allegedly the company is dishonest.", "The company is dishonest."),
        ("Maybe it is a good phone.", "It is a good phone."),
        ("Perhaps the guide was kind.", "The guide was kind."),
        ("It seems broken.", "It is broken."),
        ("I guess they are honest.", "They are honest."),
        ("I suppose it is useful.", "It is useful."),
        ("The soup might be delicious.", "The soup is delicious."),
        ("Apparently she is rude.", "She is rude."),
        ("Perhaps it is a scam.", "It is a scam."),
        ("Maybe the driver was careless.", "The driver was careless."),
        ("The room seems clean.", "The room is clean."),
        ("It is possibly a great deal.", "It is a great deal."),
        ("It is perhaps disappointing.", "It is disappointing."),
        ("Probably a fraud.", "A fraud."),
        ("The waiter seemed annoyed.", "The waiter was annoyed."),
        ("I guess the taste is horrible.", "The taste is horrible."),
        ("Perhaps they are liars.", "They are liars."),
        ("I suppose the seat is uncomfortable.", "The seat is uncomfortable."),
        ("Apparently the food is fantastic.", "The food is fantastic."),
        ("The bed is probably comfortable.", "The bed is comfortable."),
        ("Maybe the quality is poor.", "The quality is poor."),
        ("It may be a waste of money.", "It is a waste of money."),
        ("They might be lovely.", "They are lovely."),
        ("Maybe they are rude.", "They are rude."),
        ("It is probably broken.", "It is broken."),
        ("Perhaps the cook is great.", "The cook is great."),
        ("I guess he was lazy.", "He was lazy."),
        ("Apparently the beach is dirty.", "The beach is dirty."),
        ("Maybe the soup is delicious.", "The soup is delicious."),
        ("Probably the worst bank.", "The worst bank."),
        ("Perhaps it is useless.", "It is useless."),
        ("Maybe it is awful.", "It is awful."),
    ]

    @Test(arguments: english)
    func textsAreRead(hedged: String, plain: String) throws {
        let worker = try Shipped.worker()
        #expect(abs(worker.valence(hedged, .english)) < abs(worker.valence(plain, .english)), "\(hedged)")
    }

    static let japanese: [(String, String)] = [
        ("壊れているかも。", "壊れている。"),
        ("品質は良いらしい。", "品質は良い。"),
        ("この店は美味しいらしい。", "この店は美味しい。"),
        ("便利だろう。", "便利だ。"),
        ("便利でしょう。", "便利です。"),
        ("味は最高らしい。", "味は最高だ。"),
        ("失礼かもしれない。", "失礼だ。"),
        ("接客は丁寧らしい。", "接客は丁寧だ。"),
        ("雑な気がする。", "雑だ。"),
        ("無責任な気がします。", "無責任です。"),
        ("不誠実だと思われる。", "不誠実だ。"),
        ("期待外れかも。", "期待外れ。"),
        ("使いにくいかも。", "使いにくい。"),
        ("静かだろう。", "静かだ。"),
        ("清潔でしょう。", "清潔です。"),
        ("汚いらしい。", "汚い。"),
        ("親切らしい。", "親切だ。"),
        ("粗悪品でしょう。", "粗悪品です。"),
        ("料理はおいしいだろう。", "料理はおいしい。"),
        ("お得かもしれません。", "お得です。"),
        ("部屋は快適らしい。", "部屋は快適だ。"),
        ("味が良いらしい。", "味が良い。"),
        ("うるさいらしい。", "うるさい。"),
        ("不便らしい。", "不便だ。"),
        ("不親切だろう。", "不親切だ。"),
        ("退屈だろう。", "退屈だ。"),
        ("危険だろう。", "危険だ。"),
        ("危険でしょう。", "危険です。"),
        ("快適だろう。", "快適だ。"),
        ("快適でしょう。", "快適です。"),
        ("失礼な気がする。", "失礼だ。"),
        ("不快な気がします。", "不快です。"),
        ("詐欺だと思われる。", "詐欺だ。"),
        ("偽物らしい。", "偽物だ。"),
        ("残念かも。", "残念。"),
        ("不便かも。", "不便。"),
        ("最悪かも。", "最悪。"),
        ("快適かも。", "快適。"),
        ("美味しいかも。", "美味しい。"),
        ("清潔らしい。", "清潔だ。"),
        ("お得らしい。", "お得だ。"),
        ("まずいらしい。", "まずい。"),
        ("汚いだろう。", "汚い。"),
    ]

    @Test(arguments: japanese)
    func textsAreReadInJapanese(hedged: String, plain: String) throws {
        let worker = try Shipped.worker()
        #expect(abs(worker.valence(hedged, .japanese)) < abs(worker.valence(plain, .japanese)), "\(hedged)")
    }
}

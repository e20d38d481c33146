import Feedback
import Testing

@testable import Scoring

/// Names of products and turns of phrase that look like loyalty or handling and are not, beside those that are.
struct MisreadWordTests {
    static let silent: [(String, Language)] = [
        ("I bought the fan heater last month.", .english), ("Two desk fans and a tower fan came.", .english),
        ("The fan speed has three steps.", .english), ("It is a kitchen fan of the usual size.", .english),
        ("A word about their support.", .english), ("A quick word on the packaging.", .english),
        ("Press fast forward and then stop.", .english), ("Fast forward to May.", .english),
        ("The prompt asks for a password.", .english),
        ("先月ファンヒーターを購入しました。", .japanese), ("ずっとファンヒーターを使っています。", .japanese),
        ("人気のファンです。", .japanese), ("換気扇のファンです。", .japanese), ("ファンの掃除は月に一度です。", .japanese),
        ("ここのファンヒーターを買った。", .japanese),
    ]

    @Test(arguments: silent)
    func productsAreNeitherLoyaltyNorHandling(text: String, language: Language) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: language)
        #expect(score.signals.isEmpty, "\(text)")
        #expect(score.facets.allSatisfy { $0.polarity == .bare }, "\(text)")
    }

    static let fans: [(String, Language)] = [
        ("I am a fan of this company now.", .english), ("I am a big fan of their fan heaters.", .english),
        ("They have made a fan out of me.", .english), ("ファンになりました。", .japanese),
        ("この会社の大ファンです。", .japanese), ("昔からのファンです。", .japanese), ("十年来のファンとして買いました。", .japanese),
        ("私もファンの一人です。", .japanese),
    ]

    @Test(arguments: fans)
    func fansAreLoyal(text: String, language: Language) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: language)
        #expect(score.signals.contains { $0.signal.direction > 0 }, "\(text)")
    }

    static let facets: [(String, Language, Facet, Polarity, Facet?)] = [
        ("修理に出しても直りませんでした。", .japanese, .resolution, .negative, nil),
        ("修理に出したのに直らない。", .japanese, .resolution, .negative, nil),
        ("修理してもらったのに動きません。", .japanese, .resolution, .negative, nil),
        ("修理を頼んだが治っていない。", .japanese, .resolution, .negative, nil),
        ("一向に解決されません。", .japanese, .resolution, .negative, nil),
        ("修理に出したら直りました。", .japanese, .resolution, .positive, nil),
        ("同じことを何度も説明させられました。", .japanese, .effort, .negative, .prevention),
        ("何度も同じ内容を書かされた。", .japanese, .effort, .negative, .prevention),
        ("同じ質問に何度も答えさせられた。", .japanese, .effort, .negative, .prevention),
        ("同じ不具合が何度も起きる。", .japanese, .prevention, .negative, .effort),
        ("I had to repeat myself again and again.", .english, .effort, .negative, .prevention),
        ("I explained it over and over again.", .english, .effort, .negative, .prevention),
        ("The same fault came back again and again.", .english, .prevention, .negative, .effort),
        ("I got through on the first call.", .english, .access, .positive, .resolution),
        ("They fixed it on the first call.", .english, .resolution, .positive, .access),
        ("Not a word from support in two weeks.", .english, .speed, .negative, nil),
        ("They replied fast.", .english, .speed, .positive, nil),
        ("最後まで話を聞いてくれました。", .japanese, .courtesy, .positive, .beyond),
        ("20分で折り返しの電話をくれました。", .japanese, .speed, .positive, .access),
    ]

    /// `other`: a facet that the words must not be taken for.
    @Test(arguments: facets)
    func turnsOfPhraseAreRead(
        text: String,
        language: Language,
        facet: Facet,
        polarity: Polarity,
        other: Facet?
    ) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: language)
        #expect(score.facets.contains { $0.facet == facet && $0.polarity == polarity }, "\(text)")
        #expect(score.facets.allSatisfy { $0.polarity == .bare || $0.polarity == polarity }, "\(text)")
        #expect(!score.facets.contains { $0.facet == other && $0.polarity != .bare }, "\(text)")
    }
}

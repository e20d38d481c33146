import Feedback
import Testing

@testable import Scoring

/// What each facet means to a reader: what is like it, and what belongs to another facet or to none.
struct FacetDefinitionTableTests {
    /// Texts with all that they praise or blame, and nothing else.
    static let english: [(String, [String])] = [
        ("We were on hold for two hours.", ["speed-"]),
        ("There is no way to complain.", ["access-"]),
        ("They never replied to my email.", ["access-"]),
        ("The agent was helpful.", ["courtesy+"]),
        ("The staff were unhelpful.", ["resolution-"]),
        ("The driver cancelled on me.", ["follow-through-"]),
        ("They quoted me 20 dollars and charged 35.", ["follow-through-"]),
        ("The driver never showed up.", ["follow-through-"]),
        ("We got the wrong item.", ["resolution-"]),
        ("I had to speak to six different people.", ["effort-"]),
        ("There were no instructions in the box.", ["explanation-"]),
        ("I was charged twice.", ["resolution-"]),
        ("Thank you for refunding my fee.", ["remedy+"]),
        ("We sat on the runway for an hour.", ["speed-"]),
        ("Drivers always arrive on time.", ["speed+"]),
        ("It is easy to book a room.", ["effort+"]),
        ("They kept us informed all day.", ["explanation+"]),
        ("Great service!", []),
        ("Worst customer service ever.", []),
        ("The kettle broke after a week.", []),
        ("Please refund my ticket.", []),
        ("The prices are too high.", []),
    ]

    @Test(arguments: english)
    func facetsAreTold(text: String, facets: [String]) throws {
        #expect(try told(text, .english) == facets, "\(text)")
    }

    static let japanese: [(String, [String])] = [
        ("保留のまま一時間待たされました。", ["speed-"]),
        ("問い合わせに返事がありません。", ["access-"]),
        ("電話番号がどこにも書かれていない。", ["access-"]),
        ("対応が良い。", ["courtesy+"]),
        ("接客もよく、満足です。", ["courtesy+"]),
        ("注文と違う物が届いた。", ["resolution-"]),
        ("説明書が入っていない。", ["explanation-"]),
        ("日時指定したのに届かなかった。", ["follow-through-"]),
        ("翌日に届きました。", ["speed+"]),
        ("チェックインもスムーズでした。", ["effort+"]),
        ("二重に請求された。", ["resolution-"]),
        ("三日で壊れました。", []),
        ("部屋に案内してもらった。", []),
        ("返金してください。", []),
        ("景色が最高でした。", []),
    ]

    @Test(arguments: japanese)
    func facetsAreToldInJapanese(text: String, facets: [String]) throws {
        #expect(try told(text, .japanese) == facets, "\(text)")
    }

    private func told(_ text: String, _ language: Language) throws -> [String] {
        let mentions = try Shipped.worker().score(text, declaredLanguage: language).facets
        let names = mentions.filter { $0.polarity != .bare }.map {
            "\($0.facet.rawValue)\($0.polarity == .positive ? "+" : "-")"
        }
        return Set(names).sorted()
    }
}

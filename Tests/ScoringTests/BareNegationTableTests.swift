import Feedback
import Testing

@testable import Scoring

/// A negation that denies no word of praise or blame leans to blame in both languages, unless it only states.
struct BareNegationTableTests {
    @Test(arguments: [
        ("There is nobody to talk to.", Language.english), ("話せる人がいない。", .japanese),
        ("It did not open.", .english), ("開かなかった。", .japanese),
        ("They would not tell us.", .english), ("教えてもらえなかった。", .japanese),
        ("Nothing was written down.", .english), ("どこにも書いていなかった。", .japanese),
    ])
    func aBareNegationLeansToBlame(text: String, language: Language) throws {
        #expect(try Shipped.worker().sign(text, language) == -1, "\(text)")
    }

    /// Notes and manners of speech that hold a negation.
    @Test(arguments: [
        "税は含まれていません。", "送料を含んでいない。", "影響はありません。", "該当事項はありません。", "詳細は記載しておりません。",
        "前年の数値と一致しない。", "そうとは限らない。", "雨かもしれない。", "特にありません。", "必要はない。", "骨なしの魚です。",
    ])
    func aNegationThatOnlyStatesSaysNothing(text: String) throws {
        #expect(try Shipped.worker().sign(text, .japanese) == 0, "\(text)")
    }

    @Test(arguments: ["残さず食べました。", "傘を差さずに済みました。", "欠点が見当たらない。", "風味を損なわない。", "買わない手はない。"])
    func aNegationMayPraise(text: String) throws {
        #expect(try Shipped.worker().sign(text, .japanese) == 1, "\(text)")
    }

    /// のに with nothing behind it complains; before another clause it only weakens its own.
    @Test func aContrastLeftAloneComplains() throws {
        let worker = try Shipped.worker()
        #expect(worker.sign("窓側を予約したのに。", .japanese) == -1)
        #expect(worker.sign("安かったのに、とても丈夫です。", .japanese) == 1)
    }

    @Test(arguments: [
        ("A stranger waved.", Language.english), ("The window cleaner came.", .english),
        ("It is a mid range model.", .english),
    ])
    func aWordOfTwoMeaningsSaysNothing(text: String, language: Language) throws {
        #expect(try Shipped.worker().sign(text, language) == 0, "\(text)")
    }
}

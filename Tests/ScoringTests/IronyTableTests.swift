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
    ]

    @Test(arguments: japanese)
    func textsAreReadInJapanese(text: String) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: .japanese)
        #expect(score.evidence.contains { $0.rule.contains("irony") && $0.valence == 0 }, "\(text)")
    }
}

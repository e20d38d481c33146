import Feedback
import Testing

@testable import Scoring

/// ない that is must, ねー that is ない, and other forms as people speak and type them.
struct SpokenFormTests {
    static let signs: [(String, Int)] = [
        // Obligation is no denial.
        ("感謝しなきゃ。", 1), ("応援しなくちゃ", 1), ("解約しなきゃいけない", -1), ("解約しないといけません。", -1),
        ("解約せざるをえなかった。", -1), ("他社に乗り換えなきゃ", -1),
        // A condition and a denial still are.
        ("返金されなきゃ困る。", -1), ("対応がよくない。", -1), ("感謝しない。", -1), ("満足できないといった感想です。", -1),
        // ねー after a verb cut short, whatever mark follows.
        ("返金されねー", -1), ("返金されねえ。", -1), ("返金されねぇ！", -1), ("使えねー。", -1), ("連絡が来ねぇ。", -1), ("連絡が来ねー！", -1),
        ("電話に出ねえ。", -1), ("問題ねー", 1), ("問題ねえ。", 1), ("誠意がねえ。", -1),
        // The particle.
        ("早いねー", 1), ("早いねえ。", 1), ("返金されたねー", 1), ("返金されたねえ！", 1), ("親切だねえ。", 1), ("助かるねー", 1), ("嬉しいねえ！", 1),
        // ん.
        ("返金されん", -1), ("返金されん。", -1), ("改善されん", -1), ("使えんし", -1),
        // Adjectives cut short.
        ("態度がわりー", -1), ("対応わりーな。", -1), ("ひでー対応だ", -1), ("ひでえ店だ。", -1), ("返事おせー", -1), ("返信おせーよ。", -1),
        ("返信はえー！", 1), ("対応はえー", 1), ("届くのがはええ", 1), ("届くのはえーな", 1), ("はえー", 0), ("電話はえーと、いつですか", 0),
        // Of Osaka, and in kana.
        ("返金してもらえへん", -1), ("対応してもらえへんかった。", -1), ("話がちゃうやん", -1), ("たらいまわしにされた", -1),
        // Refusals and requests.
        ("返金していただけませんでした。", -1), ("説明していただけません。", -1), ("交換していただけなかった", -1),
        // Degree words that look good.
        ("最高に最悪でした。", -1), ("神がかって遅い", -1), ("めっちゃいい加減", -1), ("最高に良かった", 1), ("神がかった対応", 1),
    ]

    @Test(arguments: signs)
    func textsHaveTheirSign(text: String, sign: Int) throws {
        #expect(try Shipped.worker().sign(text, .japanese) == sign, "\(text)")
    }

    static let requests = [
        "返金して頂けませんか。", "返金して頂けないでしょうか", "交換していただけないでしょうか？", "交換してもらえませんか。", "説明していただけませんでしょうか",
    ]

    @Test(arguments: requests)
    func requestsAreNoRefusals(text: String) throws {
        let score = try Shipped.worker().score(text, declaredLanguage: .japanese)
        #expect(score.facets.allSatisfy { $0.polarity == .bare }, "\(text): \(score.facets)")
        #expect((score.valence ?? 0) > -250, "\(text): \(score.valence ?? 0)")
    }

    @Test func mustIsNoChurnAndMustLeaveIs() throws {
        let worker = try Shipped.worker()
        for text in ["また買わなきゃ", "また買わなくちゃ", "おすすめしなくちゃ", "また行かなければならない"] {
            let score = worker.score(text, declaredLanguage: .japanese)
            #expect(score.signals.allSatisfy { $0.signal.direction > 0 }, "\(text)")
            #expect((score.valence ?? 0) >= 0, "\(text)")
        }
        for text in ["解約しなきゃいけない", "解約せざるをえない", "もう買わない", "二度と行きません"] {
            let score = worker.score(text, declaredLanguage: .japanese)
            #expect(score.signals.contains { $0.signal == .churn }, "\(text)")
        }
    }

    @Test func evidencePointsIntoTheTextAsItWasGiven() throws {
        let text = "店は返金されねー"
        let score = try Shipped.worker().score(text, declaredLanguage: .japanese)
        let end = score.evidence.map(\.range.end).max()
        #expect(end == text.utf8.count)
        #expect(score.evidence.allSatisfy { $0.range.length > 0 })
    }
}

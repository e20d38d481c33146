import Feedback
import Testing

@testable import Scoring

struct LanguageDetectionTableTests {
    static let texts: [(String, Language)] = [
        ("ありがとうございました", .japanese),
        ("最悪です", .japanese),
        ("カスタマーセンター", .japanese),
        ("ｻﾎﾟｰﾄﾃﾞｽｸ", .japanese),
        ("iPhoneを買いました", .japanese),
        ("Wi-Fiが遅い", .japanese),
        ("OKです", .japanese),
        ("返金希望", .japanese),
        ("対応は丁寧。", .japanese),
        ("部屋がきれいだった😀", .japanese),
        ("すごい！！！", .japanese),
        ("え、マジで？", .japanese),
        ("★★★★★ とても良い", .japanese),
        ("ＡＢＣ社の対応", .japanese),
        ("「good」という言葉", .japanese),
        ("5日待った", .japanese),
        ("東京駅から近い", .japanese),
        ("Amazonで購入", .japanese),
        ("この商品はvery goodだと思う", .japanese),
        ("あ", .japanese),
        ("Thank you", .english),
        ("The staff were kind", .english),
        ("rude staff!!!", .english),
        ("Great 😀", .english),
        ("I can't log in", .english),
        ("It’s broken", .english),
        ("Never again.", .english),
        ("My order number is 4471", .english),
        ("Ordered on Monday, arrived on Friday", .english),
        ("WORST SERVICE EVER", .english),
        ("The café was closed", .english),
        ("We stayed at the Ryokan in Kyoto", .english),
        ("@united where is my bag", .english),
        ("Not happy with the new update", .english),
        ("5 stars from me, would buy again", .english),
    ]

    @Test(arguments: texts)
    func textsAreRead(text: String, language: Language) throws {
        #expect(try Shipped.worker().score(text, declaredLanguage: nil).language == language, "\(text)")
    }
}

import Feedback
import Testing

@testable import Ingestion

struct RatingTests {
    @Test(arguments: [
        ("4", 4_000, 1, 5), ("4.5", 4_500, 1, 5), ("４", 4_000, 1, 5), (" 3 ", 3_000, 1, 5), ("★★★★☆", 4_000, 1, 5),
        ("★★", 2_000, 1, 5),
        ("⭐️⭐️⭐️", 3_000, 1, 5), ("☆2つ", 2_000, 1, 5), ("星4つ", 4_000, 1, 5), ("5点", 5_000, 1, 5), ("4 stars", 4_000, 1, 5),
        ("1 star", 1_000, 1, 5),
        ("4/5", 4_000, 1, 5), ("8/10", 8_000, 0, 10), ("80%", 80_000, 0, 100), ("FIVE", 5_000, 1, 5),
        ("one", 1_000, 1, 5), ("good", 1_000, 0, 1),
        ("bad", 0, 0, 1), ("😡", 1_000, 1, 5), ("😍", 5_000, 1, 5),
    ]) func readsManyForms(text: String, thousandths: Int, low: Int, high: Int) throws {
        guard case .rating(let rating) = try RatingReader().read(text) else {
            Issue.record("unanswered")
            return
        }
        #expect(rating.thousandths == thousandths && rating.scale.low == low && rating.scale.high == high)
    }

    @Test(arguments: [
        "0", "6", "-1", "5.001", "", "ten", "4,5", "★★★★★★", "6/5", "120%", "満足", "4/", "NaN", "99999999999999999999",
    ])
    func refusesWhatIsOutsideItsScale(text: String) {
        #expect(throws: RatingFault.self) { try RatingReader().read(text) }
    }

    @Test(arguments: ["offered", "unoffered", "未回答"]) func anOfferIsNoAnswer(text: String) throws {
        #expect(try RatingReader().read(text) == .unanswered)
    }

    @Test func scalesAndWordsOfTheMappingCount() throws {
        let ten = try #require(RatingScale(low: 0, high: 10))
        #expect(try RatingReader(scale: ten).read("0") == .rating(try #require(Rating(thousandths: 0, scale: ten))))
        let words = RatingReader(words: ["満足": 4_000, "どちらとも 言えない": 3_000])
        #expect(try words.read("満足") == .rating(try #require(Rating(thousandths: 4_000, scale: .fiveStars))))
        #expect(try words.read("どちらとも言えない") == .rating(try #require(Rating(thousandths: 3_000, scale: .fiveStars))))
    }

    @Test(arguments: [
        ("1..5", 1, 5), ("0–10", 0, 10), ("1-7", 1, 7), ("[1, 5]", 1, 5), ("5", 1, 5), ("10", 0, 10), ("100", 0, 100),
        ("-1..1", -1, 1), ("[-5, 5]", -5, 5), ("-3--1", -3, -1),
    ])
    func scalesAreWrittenInManyWays(text: String, low: Int, high: Int) {
        #expect(RatingScale(written: text) == RatingScale(low: low, high: high))
    }

    @Test(arguments: ["", "high", "5..1", "1..2..3"]) func whatIsNoScaleIsRefused(text: String) {
        #expect(RatingScale(written: text) == nil)
    }

    @Test(arguments: [
        ("運転手を☆2つで評価しました。", 2_000 as Int?), ("星ひとつをつけた。", 1_000), ("I gave the driver two stars.", 2_000),
        ("We rated it 4 stars", 4_000),
        ("総合 ★★☆☆☆ でした", 2_000), ("三つ星のホテルに泊まった", nil), ("A five-star hotel near the sea", nil), ("星がきれいだった", nil),
        ("評価は☆2つ、いや☆3つの評価かな", nil), ("It has 25 stars on GitHub, give it a try", nil), ("夜空に星4つ。サービスを評価した。", nil),
    ]) func starsThatWereGivenAreFoundInAText(text: String, thousandths: Int?) {
        #expect(GivenStars.rating(in: text)?.thousandths == thousandths)
    }
}

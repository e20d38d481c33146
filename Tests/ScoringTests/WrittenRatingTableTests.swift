import Feedback
import Testing

@testable import Scoring

struct WrittenRatingTableTests {
    static let english: [(String, Verdict)] = [
        ("★☆☆☆☆", .blame),
        ("★★☆☆☆", .blame),
        ("1/5", .blame),
        ("2/5", .blame),
        ("1 star", .blame),
        ("1 star.", .blame),
        ("One star", .blame),
        ("one star from me", .blame),
        ("zero stars", .blame),
        ("0 stars", .blame),
        ("0/10", .blame),
        ("1/10", .blame),
        ("2/10", .blame),
        ("3/10", .blame),
        ("1 out of 5", .blame),
        ("2 out of 5 stars", .blame),
        ("2 out of 10", .blame),
        ("Two stars.", .blame),
        ("Rating: 1/5", .blame),
        ("I give it 1 star", .blame),
        ("I would give 0 stars if I could.", .blame),
        ("★☆☆☆☆ Broke on day one.", .blame),
        ("2/5 for the food.", .blame),
        ("★★★☆☆", .neutral),
        ("3/5", .neutral),
        ("3 stars", .neutral),
        ("3 out of 5", .neutral),
        ("★★★★☆", .praise),
        ("★★★★★", .praise),
        ("5/5", .praise),
        ("4/5", .praise),
        ("5 stars", .praise),
        ("Five stars", .praise),
        ("5 stars!", .praise),
        ("five stars from me", .praise),
        ("4 stars", .praise),
        ("4 out of 5", .praise),
        ("5 out of 5 stars", .praise),
        ("9/10", .praise),
        ("10/10", .praise),
        ("10 out of 10", .praise),
        ("8/10", .praise),
        ("Rating: 5/5", .praise),
        ("I give it 5 stars", .praise),
        ("★★★★★ Works as described.", .praise),
    ]

    @Test(arguments: english)
    func textsAreRead(text: String, verdict: Verdict) throws {
        #expect(verdict.allows(try Shipped.worker().sign(text, .english)), "\(text)")
    }

    static let japanese: [(String, Verdict)] = [
        ("★☆☆☆☆", .blame),
        ("★★☆☆☆", .blame),
        ("☆1", .blame),
        ("★1", .blame),
        ("星1", .blame),
        ("星1つ", .blame),
        ("星１つです。", .blame),
        ("星一つです。", .blame),
        ("星2", .blame),
        ("星２つ", .blame),
        ("星ゼロにしたい。", .blame),
        ("星0", .blame),
        ("1/5", .blame),
        ("2/5点", .blame),
        ("評価は星1です。", .blame),
        ("★１です。二度と来ません。", .blame),
        ("星1つも付けたくない。", .blame),
        ("★★★☆☆", .neutral),
        ("星3", .neutral),
        ("星三つ", .neutral),
        ("星3つです。", .neutral),
        ("★3", .neutral),
        ("★★★★☆", .praise),
        ("★★★★★", .praise),
        ("☆5", .praise),
        ("★5", .praise),
        ("星5", .praise),
        ("星5つ", .praise),
        ("星５つです。", .praise),
        ("星五つ", .praise),
        ("星4", .praise),
        ("5/5", .praise),
        ("10点満点", .praise),
        ("100点満点です。", .praise),
        ("10点満点中9点", .praise),
        ("5点中5点", .praise),
        ("評価は星5です。", .praise),
        ("満点です。", .praise),
        ("星5では足りない。", .praise),
        ("星１", .blame),
        ("星2です。", .blame),
        ("星４つ", .praise),
        ("星5です。", .praise),
        ("評価1", .blame),
    ]

    @Test(arguments: japanese)
    func textsAreReadInJapanese(text: String, verdict: Verdict) throws {
        #expect(verdict.allows(try Shipped.worker().sign(text, .japanese)), "\(text)")
    }
}

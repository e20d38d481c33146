import Feedback
import Testing

@testable import Scoring

/// Ratings written in Japanese with their scale, and dates that look like ratings.
///
/// Valences: (basis points − 5,000) × 16 ∕ 100; stars run from 1 to 5, other scales from 0.
struct ScaleRatingTests {
    static let rows = """
        点\tclass\trule-rating-unit
        星\tclass\trule-rating-unit
        星\tclass\trule-rating-name
        満点\tlemma\t\t550
        """

    @Test(arguments: [
        ("5点中1点", [-800]), ("10点満点中2点", [-480]), ("10点満点で9点", [640]), ("100点満点の80点", [480]),
        ("5段階評価で5でした", [800]), ("5点中3点", [0]), ("満点です", [550]), ("5点", [800]), ("星二つ", [-400]),
        ("星ひとつ", [-800]), ("☆一つ", [-800]), ("星四つです。", [400]), ("5点中8点", [800]), ("10個中2個", []),
    ])
    func japaneseRatingsAreRead(text: String, valences: [Int]) throws {
        let score = try Shipped.worker(japanese: Self.rows).score(text, declaredLanguage: .japanese)
        #expect(score.evidence.map(\.valence) == valences, "\(text)")
    }

    @Test func theWholeRatingIsTheEvidence() throws {
        let score = try Shipped.worker(japanese: Self.rows).score("評価は5点中1点だ", declaredLanguage: .japanese)
        #expect(score.evidence.map(\.range) == [ByteRange(start: 9, length: 11)])
    }

    @Test(arguments: [("5/5", [800]), ("we met on 5/5", []), ("rated 1/5 on monday", [-800])])
    func aDayIsNoRating(text: String, valences: [Int]) throws {
        let score = try Shipped.worker(english: "good\tlemma\t\t300").score(text, declaredLanguage: .english)
        #expect(score.evidence.map(\.valence) == valences)
    }
}

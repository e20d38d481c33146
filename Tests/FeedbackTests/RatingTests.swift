import Feedback
import Testing

struct RatingTests {
    @Test(arguments: [(1_000, -10_000), (2_000, -5_000), (3_000, 0), (4_500, 7_500), (5_000, 10_000)])
    func starsLieOnTheScale(thousandths: Int, basisPoints: Int) throws {
        let rating = try #require(Rating(thousandths: thousandths, scale: .fiveStars))
        #expect(rating.basisPoints == basisPoints)
    }

    @Test func valueOutsideTheScaleIsNil() {
        #expect(Rating(thousandths: 5_001, scale: .fiveStars) == nil)
        #expect(Rating(thousandths: 0, scale: .fiveStars) == nil)
        #expect(RatingScale(low: 5, high: 5) == nil)
    }

    @Test func scaleThatNoSourceHasIsNil() {
        #expect(RatingScale(low: 0, high: 999_999_999_999) == nil)
        #expect(RatingScale(low: .min, high: 5) == nil)
        #expect(RatingScale(low: -1_000_000, high: 1_000_000) != nil)
    }

    @Test(arguments: [(1, 1, 2, 1), (-1, 1, 2, -1), (1, 1, 3, 0), (2, 1, 3, 1), (-2, 1, 3, -1), (7, 10_000, 3, 23_333)])
    func ratiosRoundHalfAwayFromZero(value: Int, factor: Int, divisor: Int, expected: Int) {
        #expect(value.roundedRatio(times: factor, over: divisor) == expected)
    }
}

import Feedback
import Testing

/// Numbers as text; expected values by hand.
struct NumberTextTests {
    @Test(arguments: [
        (84.0, 0, "84"), (84.5, 0, "85"), (-84.5, 0, "−85"), (0.25, 1, "0.3"), (-0.04, 1, "0.0"), (7.05, 3, "7.050"),
        (1_234.5, 1, "1234.5"), (0, 2, "0.00"),
    ])
    func decimalsAreFixed(value: Double, decimals: Int, expected: String) {
        #expect(NumberText.fixed(value, decimals: decimals) == expected)
    }

    @Test(arguments: [(0.04, "0.0"), (0.06, "+0.1"), (-0.06, "−0.1"), (12, "+12.0"), (0, "0.0")])
    func signStandsOnlyWhereTheNumberIsNotZero(value: Double, expected: String) {
        #expect(NumberText.signed(value) == expected)
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-1_000, "−1,000")])
    func countsAreGrouped(value: Int, expected: String) {
        #expect(NumberText.count(value) == expected)
    }

    @Test(arguments: [(0.0009, "< 0.001"), (0.001, "0.001"), (0.0496, "0.050"), (1, "1.000")])
    func probabilities(value: Double, expected: String) {
        #expect(NumberText.probability(value) == expected)
    }

    @Test(arguments: [Double.nan, .infinity, -1e300])
    func whatHasNoDigitsIsADash(value: Double) {
        #expect(NumberText.tenths(value) == "–")
    }

    @Test(arguments: [(0.005, "< 0.005"), (0.0049, "< 0.005"), (0.006, "0.006")])
    func probabilitiesOfABootstrapStopAtItsResolution(value: Double, expected: String) {
        #expect(NumberText.probability(value, resolution: 1.0 / 200) == expected)
        #expect(NumberText.probability(0.0002, resolution: nil) == "< 0.001")
    }

    @Test func shareOfNothingIsNoNumber() {
        #expect(NumberText.percent(0, of: 0) == "–")
        #expect(NumberText.percent(1, of: 3) == "33.3%")
    }
}

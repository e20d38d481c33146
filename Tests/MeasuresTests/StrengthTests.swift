import Feedback
import Measures
import Testing

struct StrengthTests {
    private func cell(_ customers: [[Int]]) -> Cell {
        var cell = Cell()
        for values in customers {
            let squares = values.reduce(0) { $0 + $1 * $1 }
            cell.merge(Cell(ofCustomer: values.count, sum: values.reduce(0, +), sumOfSquares: squares))
        }
        return cell
    }

    @Test func oneVoiceACustomerIsTheIntervalOfStudent() throws {
        // Values 1, 1, 0, −1, 1 (×10,000): mean 0.4, s² = 0.8, se = √(0.8/5) = 0.4, t(.975, 4) = 2.776445.
        let strength = try #require(Strength(cell: cell([[10_000], [10_000], [0], [-10_000], [10_000]])))
        #expect(agrees(strength.value, 70))
        #expect(agrees(strength.standardError, 20))
        #expect(agrees(strength.low, 70 - 2.7764451051977987 * 20))
        #expect(strength.high == 100)
        #expect(strength.isSufficient && strength.n == 5)
    }

    @Test func voicesOfOneCustomerAreClustered() throws {
        // Customers (1, 1), (0), (−1): n 4, mean 0.25; deviations of the sums 1.5, −0.25, −1.25: Σ² = 3.875;
        // variance 3/2 · 3.875/16 = 0.36328125.
        let strength = try #require(Strength(cell: cell([[10_000, 10_000], [0], [-10_000]])))
        #expect(agrees(strength.value, 62.5))
        #expect(agrees(strength.standardError, 50 * 0.36328125.squareRoot()))
        #expect(!strength.isSufficient)
    }

    @Test func unanimousVoicesAreNotCertain() throws {
        // Wilson's interval of 6 of 6: 6/(6 + 1.959964²) = 0.609666.
        let strength = try #require(Strength(cell: cell([[Int]](repeating: [10_000], count: 6))))
        #expect(strength.value == 100 && strength.high == 100)
        #expect(abs(strength.low - 60.9666) < 0.0001)
    }

    @Test func oneCustomerLeavesTheScaleOpen() throws {
        let strength = try #require(Strength(cell: cell([[Int](repeating: 10_000, count: 9)])))
        #expect(strength.low == 0 && strength.high == 100 && strength.standardError == nil)
    }

    @Test func noVoicesIsNoValue() {
        #expect(Strength(cell: Cell()) == nil)
    }

    @Test(arguments: [(4, false), (5, true)])
    func minimumVoicesIsFive(count: Int, isSufficient: Bool) throws {
        let strength = try #require(Strength(cell: cell([[Int]](repeating: [10_000], count: count))))
        #expect(strength.isSufficient == isSufficient)
    }

    @Test func intervalHoldsTheTruthAboutAsOftenAsItSays() throws {
        // 40 customers with 1–3 voices around their own mean; 400 draws; the share must lie near .95.
        var generator = SeededGenerator(seed: 20)
        var held = 0
        for _ in 0..<400 {
            let customers = (0..<40).map { _ in
                let own = generator.index(below: 10_001) - 5_000
                return (0...generator.index(below: 3)).map { _ in own + generator.index(below: 6_001) - 3_000 }
            }
            let interval = try #require(CellInterval(cell: cell(customers)))
            if interval.low <= 0, interval.high >= 0 { held += 1 }
        }
        #expect((0.92...0.98).contains(Double(held) / 400))
    }

    @Test func shareIsAPercentage() throws {
        let share = try #require(Share(cell: cell([[10_000], [0], [0], [0]]), measure: .lowStarShare))
        #expect(agrees(share.value, 25) && share.low == 0)
        let promoters = try #require(Share(cell: cell([[-10_000], [-10_000], [0]]), measure: .netPromoter))
        #expect(agrees(promoters.value, -200.0 / 3) && promoters.low == -100)
    }
}

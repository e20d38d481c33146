import Feedback
import Measures
import Testing

struct AttributionTests {
    /// n voices of n customers with one mean.
    private func cell(_ n: Int, _ mean: Int) -> Cell {
        var cell = Cell()
        for number in 0..<n {
            let value = mean + (number % 2 == 0 ? 500 : -500)
            cell.merge(Cell(ofCustomer: 1, sum: value, sumOfSquares: value * value))
        }
        return cell
    }

    @Test func changeOfMixAloneIsAllMix() throws {
        // 0.8·6,000 + 0.2·2,000 = 5,200 before, 0.4·6,000 + 0.6·2,000 = 3,600 after.
        let found = try #require(
            Attribution(
                before: ["mail": cell(80, 6_000), "web": cell(20, 2_000)],
                after: ["mail": cell(40, 6_000), "web": cell(60, 2_000)]
            )
        )
        #expect(found.within == 0 && found.mix == -1_600_000 && found.total == -1_600_000)
        #expect(agrees(found.adjusted?.difference, 0))
        #expect(found.parts.map(\.group) == ["mail", "web"])
    }

    @Test func partsAreThoseOfAHandCalculation() throws {
        // The web mean rises by 1,000 at a mean share of 0.4: 400 within; the mix takes (6,000 − 2,500)·(−0.4) = −1,400.
        let found = try #require(
            Attribution(
                before: ["mail": cell(80, 6_000), "web": cell(20, 2_000)],
                after: ["mail": cell(40, 6_000), "web": cell(60, 3_000)]
            )
        )
        #expect(found.within == 400_000 && found.mix == -1_400_000)
        #expect(found.parts.reduce(0) { $0 + $1.within + $1.mix } == found.total)
        // Variance of a mean of n values ±500: 250,000/(n − 1).
        let variance = 0.36 * 250_000 * (1.0 / 79 + 1.0 / 39) + 0.16 * 250_000 * (1.0 / 19 + 1.0 / 59)
        #expect(agrees(found.adjusted?.standardError, variance.squareRoot()))
    }

    @Test func groupOnOneSideIsMix() throws {
        let found = try #require(
            Attribution(before: ["mail": cell(10, 0)], after: ["mail": cell(10, 0), "web": cell(10, -4_000)])
        )
        #expect(found.within == 0 && found.mix == -2_000_000)
        #expect(Attribution(before: [:], after: ["mail": cell(1, 0)]) == nil)
    }

    @Test func sumIsExactForAnyCells() throws {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<200 {
            func side() -> [String: Cell] {
                var cells: [String: Cell] = [:]
                for name in ["a", "b", "c", "d"] where generator.index(below: 4) > 0 {
                    cells[name] = cell(1 + generator.index(below: 40), generator.index(below: 20_001) - 10_000)
                }
                cells["e"] = cell(3, 100)
                return cells
            }
            let (before, after) = (side(), side())
            let found = try #require(Attribution(before: before, after: after))
            #expect(found.parts.reduce(0) { $0 + $1.within + $1.mix } == found.total)
            func mean(_ cells: [String: Cell]) throws -> Double {
                try #require(cells.values.reduce(into: Cell()) { $0.merge($1) }.mean)
            }
            #expect(try abs(Double(found.total) / 1_000 - (mean(after) - mean(before))) <= 0.01)
        }
    }

    @Test func yearsArePairedWithTheYearBefore() throws {
        var builder = CellBuilder()
        for (year, polarity, count) in [(2010, 6_000, 8), (2011, 2_000, 8), (2013, 0, 8)] {
            for number in 0..<count {
                let id = "\(year)/\(number)"
                let noise = number % 2 == 0 ? 100 : -100
                builder.add(
                    Voice(id: id, brand: "X", day: MeasureSamples.day(year, 6, 1), supportPolarity: polarity + noise)
                )
            }
        }
        let list = YearOverYear.list(of: "X", measure: .support, length: .year, cells: builder.cells())
        let only = try #require(list.first)
        #expect(list.count == 1)
        #expect(only.key.period.description == "2011" && only.earlier.description == "2010")
        #expect(agrees(only.raw?.difference, -4_000))
        // Two variances of 10,000/7 each.
        #expect(agrees(only.raw?.standardError, (20_000.0 / 7).squareRoot()))
        #expect(only.attribution.within == -4_000_000 && only.attribution.mix == 0 && only.isSufficient)
        let churn = YearOverYear.list(of: "X", measure: .signalShare(.churn), length: .year, cells: builder.cells())
        #expect(churn.first?.after.n == 8 && churn.first?.after.sum == 0)
        #expect(YearOverYear.list(of: "X", measure: .support, length: .month, cells: builder.cells()).count == 1)
        #expect(YearOverYear.list(of: "X", measure: .support, length: .all, cells: builder.cells()).isEmpty)
        #expect(YearOverYear.list(of: "Y", measure: .support, length: .year, cells: builder.cells()).isEmpty)
    }
}

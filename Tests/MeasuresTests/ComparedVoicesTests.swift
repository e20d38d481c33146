import Feedback
import Measures
import Testing

/// S, B and D of one comparison are over the same voices and subtract as printed; expected values by hand.
struct ComparedVoicesTests {
    private func cells(_ polarities: [(support: Int?, brand: Int?)], month: Int? = nil) -> [KeyedCell] {
        var builder = CellBuilder()
        for (number, polarity) in polarities.enumerated() {
            builder.add(
                Voice(
                    id: "\(number)",
                    brand: "X",
                    day: month.map { Period(length: .month, index: $0).firstDay },
                    supportPolarity: polarity.support,
                    brandPolarity: polarity.brand
                )
            )
        }
        return builder.cells()
    }

    /// S = 50·(1 + 1/3) = 66.67, B = 50·(1 + 1/6) = 58.33; D is 8.33 but 66.7 − 58.3 = 8.4 is printed.
    @Test func printedNumbersSubtract() throws {
        let found = try #require(
            EqualityTest(minimumVoices: 3).verdict(
                for: "X",
                cells: cells([(10_000, 10_000), (10_000, 0), (-10_000, -5_000)])
            ).whole
        )
        #expect(found.support.tenths == 667 && found.brand.tenths == 583)
        #expect(found.difference.tenths == 84)
        #expect(abs((found.test?.mean ?? 0) - 25.0 / 3) < 1e-9)
    }

    /// Five voices speak of handling with b = 0, five others are content with b = 1: B is 75 over all ten, 50 over the
    /// compared five and 100 over the silent five.
    @Test func silentVoicesStandBesideTheComparison() throws {
        let speaking = [(2_000, 1_000), (-2_000, -1_000), (1_000, 500), (-1_000, -500), (0, 0)].map {
            (support: Int?($0.0), brand: Int?($0.1))
        }
        let silent = [(support: Int?, brand: Int?)](repeating: (nil, 10_000), count: 5)
        let verdict = EqualityTest().verdict(for: "X", cells: cells(speaking + silent))
        let whole = try #require(verdict.whole)
        #expect(whole.voices == 5 && whole.brand.tenths == 500 && whole.support.tenths == 500)
        #expect(verdict.brandStrength?.n == 10 && verdict.brandStrength?.value == 75)
        let gap = try #require(verdict.speaking)
        #expect(gap.first.tenths == 500 && gap.second.tenths == 1_000 && gap.difference.tenths == -500)
        #expect(gap.firstVoices == 5 && gap.secondVoices == 5 && gap.isNonzero)
    }

    /// A voice that speaks of handling alone is in S over all voices and in no comparison.
    @Test func voicesWithOneSideAreNotCompared() {
        let verdict = EqualityTest().verdict(for: "X", cells: cells([(10_000, nil), (nil, 10_000)]))
        #expect(verdict.whole == nil)
        #expect(verdict.support?.n == 1 && verdict.brandStrength?.n == 1)
    }

    private func months(_ values: [Int]) -> [(index: Int, cell: Cell)] {
        values.enumerated().map { (index: $0, cell: Cell(ofCustomer: 1, sum: $1, sumOfSquares: $1 * $1)) }
    }

    private func sum(_ months: [(index: Int, cell: Cell)]) -> Cell { months.reduce(into: Cell()) { $0.merge($1.cell) } }

    /// Mean 1,000, deviations −1,000 four times and 1,000 four times; L = 2.
    ///
    /// Σd² = 8, lag 1: (6 − 1)·2·⅔ = 6⅔, lag 2:
    /// (4 − 2)·2·⅓ = 1⅓, together 16 millions; /64 · 8/(8 − 3) = 400,000. Degrees of freedom 1.5·8/3 = 4.
    @Test func monthsThatGoTogetherWidenTheInterval() throws {
        let months = months([0, 0, 0, 0, 2_000, 2_000, 2_000, 2_000])
        let found = try #require(StretchMean(sum(months), months: months))
        #expect(found.months == 8 && found.bandwidth == 2 && found.degreesOfFreedom == 4)
        #expect(abs((found.standardError ?? 0) - 400_000.0.squareRoot()) < 1e-9)
        #expect(found.mean == 1_000)
    }

    /// Deviations that change their sign every month: by month 8 − 9⅓ + 4 = 2⅔ millions, /64 · 1.6 = 66,667; clustered
    /// 8/7 · 8 millions / 64 = 142,857, which is taken.
    @Test func customersGiveTheVarianceWhereItIsTheWider() throws {
        let months = months([0, 2_000, 0, 2_000, 0, 2_000, 0, 2_000])
        let found = try #require(StretchMean(sum(months), months: months))
        #expect(found.months == 0 && found.bandwidth == nil && found.degreesOfFreedom == 7)
        #expect(abs((found.standardError ?? 0) - (8_000_000.0 / 56).squareRoot()) < 1e-9)
    }

    /// Two undated voices at 0 and 2,000 join: 400,000·(8/10)² + 2 millions/10² = 276,000.
    @Test func undatedVoicesCountAsIndependent() throws {
        let months = months([0, 0, 0, 0, 2_000, 2_000, 2_000, 2_000])
        var all = sum(months)
        for value in [0, 2_000] { all.merge(Cell(ofCustomer: 1, sum: value, sumOfSquares: value * value)) }
        let found = try #require(StretchMean(all, months: months))
        #expect(found.cell.n == 10 && found.months == 8)
        #expect(abs((found.standardError ?? 0) - 276_000.0.squareRoot()) < 1e-9)
    }

    /// One month holds nearly every voice: over the months alone the mean would look certain.
    @Test func oneFullMonthGivesNoFalseCertainty() throws {
        var months = months([Int](repeating: 1_000, count: 7))
        var full = Cell()
        for value in 0..<200 {
            let polarity = value.isMultiple(of: 2) ? 10_000 : -8_000
            full.merge(Cell(ofCustomer: 1, sum: polarity, sumOfSquares: polarity * polarity))
        }
        months.append((index: 7, cell: full))
        let found = try #require(StretchMean(sum(months), months: months))
        // The values spread by 9,000, so that the mean of 207 has an error of about 9,000/√207 = 626.
        #expect((found.standardError ?? 0) > 550)
    }

    @Test func printedValueLiesInItsInterval() {
        let narrow = PrintedMean(tenths: 15, interval: 1.39...1.43)
        #expect(narrow.interval == 14...15 && narrow.value == 1.5)
    }

    /// Three years of one voice a month; with five voices to be enough the last twelve months are the present, with
    /// twenty the last 24 are, with forty the whole.
    @Test(arguments: [(5, 12), (20, 24), (40, 0)])
    func presentIsTheLastStretchWithVoicesEnough(minimum: Int, months: Int) {
        var builder = CellBuilder()
        for month in 0..<36 {
            builder.add(
                Voice(
                    id: "\(month)",
                    brand: "X",
                    day: Period(length: .month, index: 480 + month).firstDay,
                    supportPolarity: month * 10,
                    brandPolarity: 0
                )
            )
        }
        let verdict = EqualityTest(minimumVoices: minimum).verdict(for: "X", cells: builder.cells())
        #expect(verdict.recentMonths == months)
        #expect(verdict.recent?.voices == (months == 0 ? nil : months))
    }
}

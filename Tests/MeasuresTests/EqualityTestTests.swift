import Feedback
import Measures
import Testing

struct EqualityTestTests {
    /// Voices of one brand, `perMonth` in each month, with polarities in thousandths drawn around two means.
    private func cells(months: Int, perMonth: Int, support: Int, brand: Int, seed: UInt64 = 5) -> [KeyedCell] {
        var generator = SeededGenerator(seed: seed)
        var builder = CellBuilder()
        for month in 0..<months {
            for number in 0..<perMonth {
                let day = Period(length: .month, index: 480 + month).firstDay
                builder.add(
                    Voice(
                        id: "\(month)/\(number)",
                        brand: "X",
                        day: day,
                        supportPolarity: support + generator.index(below: 4_001) - 2_000,
                        brandPolarity: brand + generator.index(below: 4_001) - 2_000
                    )
                )
            }
        }
        return builder.cells()
    }

    @Test func equalStrengthsAreEqual() {
        let verdict = EqualityTest().verdict(
            for: "X",
            cells: cells(months: 36, perMonth: 20, support: 6_000, brand: 6_000)
        )
        #expect(verdict.whole?.state == .equal && verdict.whole?.isSufficient == true)
        #expect(verdict.whole?.voices == 720 && verdict.series.count == 36)
        #expect(verdict.leadLag != nil && verdict.blandAltman != nil && verdict.deming != nil)
        #expect(verdict.whole?.months?.lowerBound.description == "2010-01")
        #expect(verdict.recent?.months?.lowerBound.description == "2012-01" && verdict.recent?.voices == 240)
        #expect(verdict.change?.before.lowerBound.description == "2011-01")
    }

    @Test func farApartIsDifferent() {
        let verdict = EqualityTest().verdict(
            for: "X",
            cells: cells(months: 24, perMonth: 10, support: 2_000, brand: 6_000)
        )
        #expect(verdict.whole?.state == .different && verdict.whole?.isEqual == false)
        // 4,000 basis points are 20 points of strength.
        #expect((verdict.whole?.test?.mean).map { abs($0 + 20) < 1 } ?? false)
    }

    @Test func smallCertainDifferenceIsBothEqualAndDifferent() {
        let verdict = EqualityTest().verdict(
            for: "X",
            cells: cells(months: 60, perMonth: 50, support: 6_400, brand: 6_000)
        )
        #expect(verdict.whole?.isEqual == true && verdict.whole?.isDifferent == true)
    }

    @Test func fewMonthsAreClusteredByCustomer() {
        let verdict = EqualityTest().verdict(
            for: "X",
            cells: cells(months: 2, perMonth: 40, support: 6_000, brand: 6_000)
        )
        #expect(verdict.whole?.monthsTested == 0 && verdict.whole?.voices == 80)
        #expect(verdict.whole?.state == .equal && verdict.whole?.bandwidth == nil)
        #expect(verdict.recent == nil && verdict.change == nil)
        #expect(verdict.series.isEmpty && verdict.deming == nil)
    }

    @Test func handfulIsUndecidedAndInsufficient() {
        var builder = CellBuilder()
        for voice in VoiceBuilder.voices(of: MeasureSamples.gum) { builder.add(voice) }
        let verdict = EqualityTest().verdict(for: "Lotte", cells: builder.cells())
        #expect(verdict.whole?.state == .undecided && verdict.whole?.isSufficient == false)
        #expect(verdict.whole?.voices == 1)
        #expect(verdict.support?.value == 50 && verdict.brandStrength?.value == 100)
        #expect(verdict.support?.isSufficient == false)
    }

    @Test func unanimousFewAreUndecided() {
        var builder = CellBuilder()
        for number in 0..<6 {
            builder.add(Voice(id: "\(number)", brand: "X", supportPolarity: 10_000, brandPolarity: 10_000))
        }
        let verdict = EqualityTest().verdict(for: "X", cells: builder.cells())
        #expect(verdict.whole?.state == .undecided && verdict.whole?.isSufficient == true)
        #expect(verdict.whole?.difference.tenths == 0 && verdict.whole?.test?.pEqual == nil)
    }

    @Test func unknownBrandHasNoComparison() {
        let verdict = EqualityTest().verdict(for: "Y", cells: cells(months: 2, perMonth: 2, support: 0, brand: 0))
        #expect(verdict.whole == nil && verdict.support == nil)
    }

    /// Deviations 1, −1, 2, −2 at months 0, 1, 3, 4, bandwidth 1: lag products only between 0–1 and 3–4, so
    /// (10 + 2·½·(−1 − 4))/16 · 4/(4 − 2) = 0.625; degrees of freedom 1.5·4/2 = 3.
    @Test func lagsAreCalendarLags() throws {
        let variance = NeweyWest.varianceOfMean(
            deviations: [1, -1, 2, -2],
            weights: [1, 1, 1, 1],
            times: [0, 1, 3, 4],
            bandwidth: 1
        )
        #expect(variance == 0.625)
        #expect(NeweyWest.degreesOfFreedom(periods: 4, bandwidth: 1) == 3)
        #expect(NeweyWest.varianceOfMean(deviations: [1, -1], weights: [1, 1], times: [0, 1], bandwidth: 1) == nil)
    }

    /// ⌊4·(T/100)^(2/9)⌋ by a pocket calculator.
    @Test(arguments: [(8, 2), (24, 2), (36, 3), (100, 4), (120, 4), (300, 5)])
    func bandwidthFollowsTheRule(periods: Int, bandwidth: Int) {
        #expect(NeweyWest.bandwidth(periods: periods) == bandwidth)
    }

    @Test func differenceAtTheMarginIsSeldomCalledEqual() throws {
        var generator = SeededGenerator(seed: 77)
        var equal = 0
        for _ in 0..<1_000 {
            let months = (0..<24).map { index in
                let noise = (0..<4).reduce(0) { sum, _ in sum + generator.index(below: 201) - 100 }
                let value = 1_000 + noise
                return (index: index, cell: Cell(ofCustomer: 1, sum: value, sumOfSquares: value * value))
            }
            let all = months.reduce(into: Cell()) { $0.merge($1.cell) }
            let mean = try #require(StretchMean(all, months: months))
            if try #require(EqualityTest().difference(mean)).isWithin(5) { equal += 1 }
        }
        // The test's own level is .05; .07 is three standard deviations above it.
        #expect(equal <= 70)
    }

    @Test func slopesComeFromTheSeriesOfVerdicts() {
        let verdicts = [UInt64(1), 2].map {
            EqualityTest().verdict(
                for: "X",
                cells: cells(months: 12, perMonth: 8, support: 3_000, brand: 3_000, seed: $0)
            )
        }
        let slopes = PanelSlopes(verdicts: verdicts)
        #expect(slopes?.brands == 2 && slopes?.periods == 24 && slopes?.between == nil)
    }

    @Test func leadOfTwoMonthsIsFound() throws {
        // Brand is noise; support repeats it two months later.
        var generator = SeededGenerator(seed: 9)
        let noise = (0..<122).map { _ in generator.unit() * 20 }
        let pairs = (0..<120).map {
            PairedPeriod(period: Period(length: .month, index: $0), support: noise[$0], brand: noise[$0 + 2])
        }
        let found = try #require(LeadLag(pairs, seed: 1))
        #expect(found.lag == 2)
        #expect(found.p < 0.01 && found.correlation > 0.8)
        #expect(LeadLag(pairs, seed: 1) == found)
    }

    @Test func unrelatedSeriesShowNoLead() throws {
        var small = 0
        for seed in 0..<25 {
            var generator = SeededGenerator(seed: UInt64(seed) + 100)
            let pairs = (0..<48).map {
                PairedPeriod(
                    period: Period(length: .month, index: $0),
                    support: generator.unit() * 20,
                    brand: generator.unit() * 20
                )
            }
            if try #require(LeadLag(pairs, seed: 1, samples: 99)).p <= 0.05 { small += 1 }
        }
        // 5 % of 25 is 1.25; more than four would happen by chance less than once in 100 times.
        #expect(small <= 4)
    }

    @Test func shortOrBrokenRunsHaveNoLead() {
        let pairs = (0..<46).map {
            PairedPeriod(
                period: Period(length: .month, index: $0 < 23 ? $0 : $0 + 1),
                support: Double($0 % 7),
                brand: Double($0 % 5)
            )
        }
        #expect(LeadLag(pairs, seed: 1) == nil)
        #expect(LeadLag([], seed: 1) == nil)
    }
}

import Feedback
import Measures
import Testing

struct CellBuilderTests {
    /// Three voices: customer a twice (+1, 0), customer b once (−1), in two months and two channels.
    private let voices = [
        Voice(
            id: "1",
            brand: "X",
            author: "a",
            day: MeasureSamples.day(2020, 1, 5),
            channel: "mail",
            supportPolarity: 10_000,
            brandPolarity: 5_000
        ),
        Voice(
            id: "2",
            brand: "X",
            author: "a",
            day: MeasureSamples.day(2020, 2, 5),
            channel: "mail",
            supportPolarity: 0
        ),
        Voice(
            id: "3",
            brand: "X",
            author: "b",
            day: MeasureSamples.day(2020, 2, 9),
            channel: "web",
            supportPolarity: -10_000,
            signals: [.churn],
            rating: -10_000
        ),
        Voice(id: "4", brand: "X", author: "c", supportPolarity: 10_000, isCounted: false),
    ]

    private func cells(_ voices: [Voice]) -> [CellKey: Cell] {
        var builder = CellBuilder()
        for voice in voices { builder.add(voice) }
        return Dictionary(uniqueKeysWithValues: builder.cells().map { ($0.key, $0.cell) })
    }

    @Test func sumsAreThoseOfAHandCalculation() {
        let found = cells(voices)
        let year = Period(length: .year, index: 50)
        // Customer a: sum 10,000, n 2; customer b: sum −10,000, n 1.
        #expect(
            found[CellKey(brand: "X", period: year, measure: .support)]
                == Cell(
                    n: 3,
                    sum: 0,
                    sumOfSquares: 200_000_000,
                    customers: 2,
                    customerSumSquares: 200_000_000,
                    customerSumCounts: 10_000,
                    customerCountSquares: 5
                )
        )
        let february = Period(length: .month, index: 601)
        #expect(found[CellKey(brand: "X", period: february, channel: "web", measure: .support)]?.sum == -10_000)
        #expect(found[CellKey(brand: "X", period: february, measure: .support)]?.n == 2)
        #expect(found[CellKey(brand: "X", period: year, measure: .signalShare(.churn))]?.sum == 10_000)
        #expect(found[CellKey(brand: "X", period: year, measure: .signalShare(.churn))]?.n == 3)
        #expect(found[CellKey(brand: "X", period: year, measure: .lowStarShare)]?.mean == 10_000)
        #expect(found[CellKey(brand: "X", period: year, measure: .difference)]?.sum == 5_000)
        #expect(found[CellKey(brand: "X", period: Period(length: .week, index: 0), measure: .support)] == nil)
    }

    @Test func splittingAndOrderChangeNothing() throws {
        let answer = try #require(Rating(thousandths: 4_000, scale: .fiveStars))
        var generator = SeededGenerator(seed: 11)
        let many = (0..<300).map { number in
            Voice(
                id: "\(number)",
                brand: "B\(generator.index(below: 3))",
                author: "c\(generator.index(below: 120))",
                day: generator.index(below: 9) == 0 ? nil : Day(number: 15_000 + generator.index(below: 900)),
                channel: ["mail", "web"][generator.index(below: 2)],
                supportPolarity: number % 9 == 0 ? nil : generator.index(below: 20_001) - 10_000,
                brandPolarity: generator.index(below: 2) == 0 ? nil : 10_000,
                facetPolarity: (0..<generator.index(below: 4)).map {
                    FacetPolarity(facet: Facet.allCases[$0 * 3], basisPoints: number * 10)
                },
                signals: number % 5 == 0 ? [.recommend, .distrust] : [],
                rating: number % 3 == 0 ? -10_000 : nil,
                answers: number % 4 == 0 ? [SurveyAnswer(instrument: .effort, rating: answer)].compactMap { $0 } : []
            )
        }
        let expected = cells(many)
        #expect(cells(many.shuffled(using: &generator)) == expected)
        var parts = (CellBuilder(), CellBuilder())
        for voice in many {
            if generator.index(below: 2) == 0 { parts.0.add(voice) } else { parts.1.add(voice) }
        }
        parts.1.merge(parts.0)
        #expect(Dictionary(uniqueKeysWithValues: parts.1.cells().map { ($0.key, $0.cell) }) == expected)
        var shards = [CellAccumulator(), CellAccumulator()]
        for own in Dictionary(grouping: many, by: { $0.brand + $0.customer }).values {
            shards[generator.index(below: 2)].add(customer: own)
        }
        shards[0].merge(shards[1])
        #expect(Dictionary(uniqueKeysWithValues: shards[0].cells().map { ($0.key, $0.cell) }) == expected)
    }

    @Test func contributionsSumToTheCell() {
        for (key, cell) in cells(voices) {
            let list = Contribution.list(for: key, voices: voices)
            #expect(list.count == cell.n)
            #expect(list.reduce(0) { $0 + $1.basisPoints } == cell.sum)
        }
    }

    @Test func undatedVoicesStandInAllOnly() {
        let found = cells([Voice(id: "1", brand: "X", supportPolarity: 1)])
        #expect(Set(found.keys.map(\.period)) == [Period(length: .all, index: 0)])
    }

    /// Weeks, months and years of many voices against adding each cell's contributions by hand.
    @Test func everyLengthHoldsItsContributions() throws {
        let scale = try #require(RatingScale(low: 0, high: 10))
        let answer = try #require(Rating(thousandths: 9_000, scale: scale))
        var generator = SeededGenerator(seed: 5)
        let many = (0..<80).map { number in
            Voice(
                id: "\(number)",
                brand: "X",
                author: "\(generator.index(below: 60))",
                day: Day(number: -400 + generator.index(below: 800)),
                supportPolarity: number % 9 == 0 ? nil : generator.index(below: 20_001) - 10_000,
                brandPolarity: generator.index(below: 2) == 0 ? nil : generator.index(below: 20_001) - 10_000,
                facetPolarity: [FacetPolarity(facet: Facet.allCases[number % 12], basisPoints: number)],
                signals: [LoyaltySignal.allCases[number % 7]],
                rating: number % 2 == 0 ? nil : -10_000 + 200 * number,
                answers: [
                    SurveyAnswer(instrument: SurveyInstrument.allCases[number % 3], rating: answer)
                ].compactMap { $0 }
            )
        }
        var builder = CellBuilder()
        for voice in many { builder.add(voice) }
        let cells = builder.cells(lengths: [.week, .month, .quarter, .year, .all])
        for entry in cells {
            let list = Contribution.list(for: entry.key, voices: many)
            #expect(list.count == entry.cell.n && list.reduce(0) { $0 + $1.basisPoints } == entry.cell.sum)
        }
        #expect(Set(cells.map(\.key.period.length)).count == 5)
        // Support, brand and their difference, 3 of compared and silent voices, 12 facets, 7 signals, 2 measures of ratings and 3 survey questions.
        #expect(Set(cells.map(\.key.measure)).count == 30)
        #expect(cells.map(\.key) == cells.map(\.key).sorted())
        // Every voice stands in five periods, for its channel and for all of them.
        let values = many.reduce(0) { sum, voice in sum + MeasureID.all.count { voice.value(of: $0) != nil } }
        #expect(cells.reduce(0) { $0 + $1.cell.n } == 10 * values)
    }

    @Test func nothingGivesNoCells() {
        #expect(CellBuilder().cells().isEmpty)
    }

    @Test func namesOfMeasuresComeBack() {
        for measure in MeasureID.all { #expect(MeasureID(rawValue: measure.rawValue) == measure) }
        #expect(MeasureID(rawValue: "facet.nothing") == nil)
    }
}

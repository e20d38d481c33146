import Feedback
import Measures
import Testing

struct KeyDriversTests {
    private func voices(_ reference: ReferenceNumbers) throws -> [Voice] {
        try reference.rows("drivers.rows", width: 4).enumerated().map { index, row in
            let facets = [(Facet.speed, row[1]), (.remedy, row[2])].filter { $0.1 < 99_999 }
            return Voice(
                id: "\(index)",
                brand: "X",
                author: "\(Int(row[0]))",
                brandPolarity: Int(row[3]),
                brandBasis: .rating,
                facetPolarity: facets.map { FacetPolarity(facet: $0.0, basisPoints: Int($0.1)) }
            )
        }
    }

    @Test func agreesWithStatsmodels() throws {
        let reference = try ReferenceNumbers("clustered")
        let found = try #require(KeyDrivers(voices: try voices(reference)))
        let p = MultipleTests.benjaminiHochberg(try reference.list("drivers.p"))
        for (place, facet) in [Facet.speed, .remedy].enumerated() {
            let driver = try #require(found.drivers.first { $0.facet == facet })
            #expect(agrees(driver.effect, try reference.list("drivers.effect")[place]))
            #expect(agrees(driver.interval.lowerBound, try reference.list("drivers.low")[place]))
            #expect(agrees(driver.interval.upperBound, try reference.list("drivers.high")[place]))
            #expect(agreesRelatively(driver.q, p[place]))
        }
        #expect(agrees(found.explained, try reference.number("drivers.r2")))
        #expect(found.drivers.map(\.facet) == [.remedy, .speed])
    }

    @Test func clusteredIntervalAgreesWithStatsmodels() throws {
        let reference = try ReferenceNumbers("clustered")
        var builder = CellBuilder()
        for voice in try voices(reference) { builder.add(voice) }
        let cell = try #require(builder.cells(lengths: [.all]).first { $0.key.measure == .brand }?.cell)
        let found = try #require(CellInterval(cell: cell))
        let expected = try reference.list("mean")
        #expect(agrees(found.mean, expected[0]))
        #expect(agrees(found.standardError, expected[1]))
        #expect(agrees(found.low, expected[2]))
        #expect(agrees(found.high, expected[3]))
    }

    @Test func valenceIsLeftOutAndFewVoicesGiveNothing() throws {
        var voices = try voices(ReferenceNumbers("clustered"))
        for index in voices.indices { voices[index].brandBasis = .valence }
        #expect(KeyDrivers(voices: voices) == nil)
        #expect(KeyDrivers(voices: voices, bases: [.valence])?.voices == 60)
        #expect(KeyDrivers(voices: Array(voices.prefix(5)), bases: [.valence]) == nil)
        #expect(KeyDrivers(voices: []) == nil)
    }

    @Test func pointsAreTheSlopeFromBlameToPraise() throws {
        let reference = try ReferenceNumbers("clustered")
        let found = try #require(KeyDrivers(voices: try voices(reference)))
        for driver in found.drivers {
            // Points and standardized effect are one coefficient in two units, so their intervals have one shape.
            let ratio = driver.points / driver.effect
            #expect(agrees(driver.pointsInterval.lowerBound, driver.interval.lowerBound * ratio))
            #expect(agrees(driver.pointsInterval.upperBound, driver.interval.upperBound * ratio))
        }
        // Brand polarity equal to the polarity of one facet: the whole scale lies between blame and praise.
        let exact = (0..<40).map { index in
            let polarity = index.isMultiple(of: 2) ? 10_000 : -10_000
            return Voice(
                id: "\(index)",
                brand: "X",
                author: "\(index)",
                brandPolarity: polarity,
                brandBasis: .rating,
                facetPolarity: [FacetPolarity(facet: .speed, basisPoints: polarity)]
            )
        }
        let driver = try #require(KeyDrivers(voices: exact)?.drivers.first)
        #expect(agrees(driver.points, 100) && agrees(driver.effect, 1) && driver.voices == 40)
    }

    @Test func weightsAreSharesOfMentions() throws {
        func cell(_ values: Int...) -> Cell {
            values.reduce(into: Cell()) { $0.merge(Cell(ofCustomer: 1, sum: $1, sumOfSquares: $1 * $1)) }
        }
        let cells: [Facet: Cell] = [.speed: cell(10_000, 0, -4_000), .remedy: cell(-10_000)]
        let found = FacetWeights(mentionsIn: cells)
        #expect(found.weights.map(\.facet) == [.speed, .remedy] && found.weights.map(\.share) == [0.75, 0.25])
        // 0.75 · 60 + 0.25 · 0.
        #expect(agrees(found.mean(of: cells)?.value, 45))
        #expect(found.mean(of: [.remedy: cell(-10_000)])?.value == 0)
        #expect(found.mean(of: [.access: cell(1)]) == nil)
        let given = FacetWeights(given: [.remedy: 3, .speed: 1, .access: -2])
        #expect(agrees(given.mean(of: cells)?.value, 15))
        #expect(given.share(of: .access) == 0 && given.share(of: .remedy) == 0.75)
        #expect(FacetWeights(given: [:]).weights.isEmpty && FacetWeights(mentionsIn: [:]).weights.isEmpty)
    }

    @Test func intervalOfTheWeightedMeanIsThatOfFacetsThatErrTogether() throws {
        let cell = [4_000, 6_000, 8_000].reduce(into: Cell()) {
            $0.merge(Cell(ofCustomer: 1, sum: $1, sumOfSquares: $1 * $1))
        }
        let strength = try #require(Strength(cell: cell))
        let mean = try #require(FacetWeights(given: [.speed: 1, .remedy: 1]).mean(of: [.speed: cell, .remedy: cell]))
        #expect(agrees(mean.low, strength.low) && agrees(mean.high, strength.high))
    }
}

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

    @Test func weightsAreSharesOfMentions() throws {
        func voice(_ facets: [Facet], isCounted: Bool = true) -> Voice {
            Voice(
                id: "v",
                brand: "X",
                facetPolarity: facets.map { FacetPolarity(facet: $0, basisPoints: 1) },
                isCounted: isCounted
            )
        }
        let found = FacetWeights(
            mentionedIn: [
                voice([.speed, .remedy]), voice([.speed]), voice([.speed]), voice([.access], isCounted: false),
            ]
        )
        #expect(found.weights.map(\.facet) == [.speed, .remedy])
        #expect(found.weights.map(\.share) == [0.75, 0.25] && found.weights.map(\.voices) == [3, 1])
        let good = Cell(ofCustomer: 1, sum: 10_000, sumOfSquares: 0)
        let bad = Cell(ofCustomer: 1, sum: -10_000, sumOfSquares: 0)
        #expect(found.strength(of: [.speed: good, .remedy: bad]) == 75)
        #expect(found.strength(of: [.remedy: bad]) == 0)
        #expect(found.strength(of: [.access: good]) == nil)
        let given = FacetWeights(given: [.remedy: 3, .speed: 1, .access: -2])
        #expect(given.strength(of: [.speed: good, .remedy: bad]) == 25)
        #expect(FacetWeights(given: [:]).weights.isEmpty && FacetWeights(mentionedIn: []).weights.isEmpty)
    }
}

import Feedback
import Measures
import Testing

struct RatingTextAgreementTests {
    private func stars(_ stars: Int) throws -> Rating {
        try #require(Rating(thousandths: stars * 1_000, scale: .fiveStars))
    }

    private func agreement(_ pairs: [(stars: Int, valence: Int?)], source: String = "a") throws -> RatingTextAgreement {
        var agreement = RatingTextAgreement()
        for pair in pairs { agreement.add(source: source, rating: try stars(pair.stars), valence: pair.valence) }
        return agreement
    }

    @Test func rowsCountStarsByTone() throws {
        let found = try agreement([(1, -500), (2, 0), (3, 20), (4, 50), (5, 900), (5, -50), (5, nil)])
        #expect(found.rows.map(\.negative) == [1, 0, 0, 0, 1])
        #expect(found.rows.map(\.neutral) == [0, 1, 1, 0, 0])
        #expect(found.rows.map(\.positive) == [0, 0, 0, 1, 1])
        #expect(found.rows.map(\.unscored) == [0, 0, 0, 0, 1])
        #expect(found.count == 6 && found.mismatches == 1)
    }

    @Test func countsAreTheSameAsCommentsOneByOne() throws {
        var counted = RatingTextAgreement()
        counted.add(source: "a", rating: try stars(5), valence: -400, comments: 3)
        #expect(try counted == agreement([(5, -400), (5, -400), (5, -400)]))
        #expect(counted.mismatches == 3)
    }

    @Test(
        arguments: [
            (1, 400, nil, [], RatingTextAgreement.LikelyCause.irony),
            (2, 400, nil, [(Facet.speed, Polarity.negative)], .politeness),
            (1, 400, -300, [], .otherTarget),
            (5, -400, nil, [(Facet.remedy, Polarity.positive)], .troubleSolved),
            (5, -400, nil, [], .invertedScale),
            (5, 400, nil, [], nil),
            (3, -900, nil, [], nil),
        ] as [(Int, Int, Int?, [(Facet, Polarity)], RatingTextAgreement.LikelyCause?)]
    )
    func causeIsGuessed(
        stars: Int,
        valence: Int,
        handling: Int?,
        facets: [(Facet, Polarity)],
        cause: RatingTextAgreement.LikelyCause?
    ) throws {
        var member = MeasureSamples.member("a:1", facets: facets)
        member.rating = try self.stars(stars)
        member.valence = valence
        member.handlingValence = handling
        #expect(RatingTextAgreement.cause(of: member, invertedSources: []) == cause)
        let expected: RatingTextAgreement.LikelyCause? = cause == nil ? nil : .invertedScale
        #expect(RatingTextAgreement.cause(of: member, invertedSources: ["a"]) == expected)
    }

    @Test func sourceThatRunsBackwardsIsCalledInverted() throws {
        var found = try agreement((0..<40).map { (1 + $0 % 5, 400 - 200 * ($0 % 5)) }, source: "odd")
        found.add(source: "fine", rating: try stars(1), valence: 400)
        #expect(found.invertedSources == ["odd"])
        // Stars 1, 2 (400 and 200) and 4, 5 (−200, −400), 8 of each, and the one of the other source.
        #expect(found.mismatches == 33)
        let few = try agreement((0..<29).map { (1 + $0 % 5, 400 - 200 * ($0 % 5)) })
        #expect(few.invertedSources.isEmpty)
    }

    @Test func correlationIsSpearmans() throws {
        // Ranks 1 2 3 4 5 against 2 1 4 3 5: 1 − 6·4/(5·24) = 0.8.
        let found = try agreement([(1, -300), (2, -400), (3, 200), (4, 100), (5, 500)])
        #expect(agrees(found.correlation?.coefficient, 0.8))
    }

    @Test func nothingGivesNothing() {
        let found = RatingTextAgreement()
        #expect(found.count == 0 && found.mismatches == 0 && found.correlation == nil)
    }
}

import Feedback
import Measures
import Testing

struct RatingTextAgreementTests {
    private func member(_ key: String, stars: Int, valence: Int, handling: Int? = nil, facets: [(Facet, Polarity)] = [])
        -> VoiceMember
    {
        var member = MeasureSamples.member(key, facets: facets)
        member.rating = Rating(thousandths: stars * 1_000, scale: .fiveStars)
        member.valence = valence
        member.handlingValence = handling
        return member
    }

    @Test func matrixCountsStarsByTone() {
        let found = RatingTextAgreement(of: [
            member("a:1", stars: 1, valence: -500), member("a:2", stars: 2, valence: 0),
            member("a:3", stars: 3, valence: 20),
            member("a:4", stars: 4, valence: 50), member("a:5", stars: 5, valence: 900),
            member("a:6", stars: 5, valence: -50),
            MeasureSamples.member("a:7"),
        ])
        #expect(found.matrix == [[1, 0, 0], [0, 1, 0], [0, 1, 0], [0, 0, 1], [1, 0, 1]])
        #expect(found.count == 6)
        #expect(found.mismatches.map(\.commentKey) == ["a:6"])
    }

    @Test(
        arguments: [
            (1, 400, nil, [], RatingTextAgreement.LikelyCause.irony),
            (2, 400, nil, [(Facet.speed, Polarity.negative)], .politeness),
            (1, 400, -300, [], .otherTarget),
            (5, -400, nil, [(Facet.remedy, Polarity.positive)], .troubleSolved),
            (5, -400, nil, [], .invertedScale),
        ] as [(Int, Int, Int?, [(Facet, Polarity)], RatingTextAgreement.LikelyCause)]
    )
    func causeIsGuessed(
        stars: Int,
        valence: Int,
        handling: Int?,
        facets: [(Facet, Polarity)],
        cause: RatingTextAgreement.LikelyCause
    ) {
        let found = RatingTextAgreement(of: [
            member("a:1", stars: stars, valence: valence, handling: handling, facets: facets)
        ])
        #expect(found.mismatches.map(\.likelyCause) == [cause])
    }

    @Test func sourceThatRunsBackwardsIsCalledInverted() {
        let members = (0..<40).map { member("odd:\($0)", stars: 1 + $0 % 5, valence: 400 - 200 * ($0 % 5)) }
        let found = RatingTextAgreement(of: members + [member("fine:1", stars: 1, valence: 400)])
        #expect(
            found.mismatches.filter { $0.commentKey.hasPrefix("odd") }.allSatisfy { $0.likelyCause == .invertedScale }
        )
        #expect(found.mismatches.first { $0.commentKey == "fine:1" }?.likelyCause == .irony)
        #expect(found.mismatches.count == 33)
    }

    @Test func nothingGivesNothing() {
        let found = RatingTextAgreement(of: [])
        #expect(found.count == 0 && found.mismatches.isEmpty && found.correlation == nil)
    }
}

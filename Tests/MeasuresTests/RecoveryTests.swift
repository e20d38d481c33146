import Feedback
import Measures
import Testing

struct RecoveryTests {
    private func comment(_ key: String, hour: Int, valence: Int?, _ relation: LinkRelation = .sameCase) -> VoiceMember {
        var member = MeasureSamples.member(key, author: "a", caseID: "c", relation: relation)
        member.postedAt = Instant(seconds: Int64(hour) * 3_600)
        member.valence = valence
        return member
    }

    @Test func changeIsFromBeforeTheAnswerToAfterIt() {
        let members = [
            comment("1", hour: 1, valence: -500), comment("2", hour: 2, valence: -100),
            comment("3", hour: 3, valence: nil),
            comment("4", hour: 10, valence: 250), comment("5", hour: 12, valence: -900, .about),
        ]
        let found = Recovery.list(of: members, answers: ["c": Instant(seconds: 10 * 3_600)])
        #expect(found == [Recovery(caseID: "c", brand: "Lotte", before: -3_000, after: 2_500)])
        #expect(found.first?.isRecovered == true)
        #expect(Recovery.list(of: members, answers: [:]).isEmpty)
        #expect(Recovery.list(of: members, answers: ["c": Instant(seconds: 0)]).isEmpty)
    }

    @Test func summaryIsAPairedTest() throws {
        // Changes 1, 2, 3, 4 (×1,000): mean 2.5, s² = 5/3, se = √(5/12), t(.975, 3) = 3.182446.
        let recoveries = [(-500, 500), (-1_500, 500), (500, 3_500), (-4_000, 0)].enumerated().map {
            Recovery(caseID: "\($0.offset)", brand: "X", before: $0.element.0, after: $0.element.1)
        }
        let summary = RecoverySummary(of: recoveries)
        #expect(summary.cases == 4 && summary.negativeBefore == 3)
        #expect(summary.recovered == Proportion(count: 2, trials: 3))
        #expect(agrees(summary.meanChange, 2_500))
        let low = try #require(summary.interval).lowerBound
        #expect(agrees(low, 2_500 - 3.182446305284263 * 1_000 * (5.0 / 12).squareRoot()))
        #expect(RecoverySummary(of: []).recovered == nil)
    }

    @Test func paradoxIsATest() {
        let high = (0..<20).map { 8_000 + $0 * 50 }
        let low = (0..<20).map { 2_000 + $0 * 50 }
        #expect(RecoveryParadox(recovered: high, untroubled: low).state == .higher)
        #expect(RecoveryParadox(recovered: low, untroubled: high).state == .lower)
        #expect(RecoveryParadox(recovered: low, untroubled: low).state == .undecided)
        #expect(RecoveryParadox(recovered: [1, 2, 3, 4], untroubled: low).state == .insufficient)
        #expect(RecoveryParadox(recovered: high, untroubled: low).permutationP == 1.0 / 2_000)
    }

    @Test func paradoxLeavesOutTroubledCustomers() {
        func voice(_ id: String, _ author: String, _ polarity: Int, _ relation: LinkRelation?, _ caseID: String?)
            -> Voice
        {
            Voice(id: id, brand: "X", caseID: caseID, author: author, brandPolarity: polarity, relation: relation)
        }
        let voices = [
            voice("1", "a", 9_000, .sameCase, "c1"), voice("2", "b", -9_000, .sameCase, "c2"),
            voice("3", "b", 5_000, nil, nil), voice("4", "d", 4_000, nil, nil), voice("5", "d", 6_000, nil, nil),
        ]
        let recoveries = [Recovery(caseID: "c1", brand: "X", before: -1, after: 1)]
        let found = RecoveryParadox(voices: voices, recoveries: recoveries)
        #expect(found.recovered == 1 && found.recoveredMean == 9_000)
        // Customer b had an incident that was not put right; customer d's two voices are one mean.
        #expect(found.untroubled == 1 && found.untroubledMean == 5_000)
    }

    /// All 10 ways to deal three of five values; 2 of them (the observed and its mirror) are as far apart as 6 from 15.
    @Test func permutationComesNearTheExactShare() {
        let p = PermutationTest.p([1, 2], [3, 4, 5], permutations: 20_000, seed: 4)
        #expect(abs(p - 0.2) < 0.015)
    }
}

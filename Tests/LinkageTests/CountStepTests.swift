import Testing

@testable import Linkage

struct CountStepTests {
    /// Bounds by hand: 2^1.5 = 2.83, 2^2.5 = 5.66, 2^3.5 = 11.3, 2^4.5 = 22.6; 2^5, 2^7 and 2^9 between powers of four.
    @Test(arguments: [
        (0, 0), (1, 1), (2, 2), (3, 4), (5, 4), (6, 8), (11, 8), (12, 16), (22, 16), (23, 32), (31, 32),
        (32, 64), (127, 64), (128, 256), (511, 256), (512, 1_024), (2_047, 1_024), (2_048, 4_096),
    ])
    func aCountGoesToTheNearestPower(count: Int, step: Int) {
        #expect(CountStep.of(count) == step)
    }

    @Test func aStepIsHalfABitAwayAtMostAndOneBitForLargeCounts() {
        var last = 0
        for count in 1...5_000 {
            let step = CountStep.of(count)
            #expect(step >= last)
            let bound = count < 32 ? 2 : 4
            #expect(step * step <= bound * count * count && count * count <= bound * step * step)
            last = step
        }
        #expect(CountStep.of(.max) > 1 << 61)
    }

    @Test func aWordThatEverySubjectHasCountsAsMuchAsAny() throws {
        let weigher = SubjectWeigher(model: .standard)
        let linker = Sample.run([]).linker
        let subject = CaseSubject("Kettle exploded after refund")
        for (text, weight) in [
            ("The kettle exploded and no refund.", LinkModel.standard.subjectSame),
            ("The kettle had a dent. A refund?", LinkModel.standard.subjectAlike),
            ("The kettle is fine.", 0),
        ] {
            let features = linker.features(of: Sample.comment("1", text))
            #expect(weigher.milliBits(features, subject.match(with: features.words)) == weight)
        }
    }
}

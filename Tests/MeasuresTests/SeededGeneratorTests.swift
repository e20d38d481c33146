import Measures
import Testing

struct SeededGeneratorTests {
    /// First outputs for the state 1, 2, 3, 4, from the reference C program of Blackman and Vigna.
    @Test func followsTheReferenceProgram() {
        var generator = SeededGenerator(state: (1, 2, 3, 4))
        #expect((0..<4).map { _ in generator.next() } == [11_520, 0, 1_509_978_240, 1_215_971_899_390_074_240])
    }

    /// First outputs of SplitMix64 for the seed 1234567, from the reference C program.
    @Test func mixesSeedsAsTheReferenceProgram() {
        var state: UInt64 = 1_234_567
        let outputs = (0..<3).map { _ in SeededGenerator.splitMix(&state) }
        #expect(outputs == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
    }

    @Test func drawsEveryIndexAboutEquallyOften() {
        var generator = SeededGenerator(seed: 7)
        var counts = [Int](repeating: 0, count: 6)
        for _ in 0..<60_000 { counts[generator.index(below: 6)] += 1 }
        // Five standard deviations of a binomial count with mean 10,000.
        #expect(counts.allSatisfy { abs($0 - 10_000) < 457 })
        #expect((0..<1_000).allSatisfy { _ in (0..<1).contains(generator.unit()) })
    }
}

import Testing

@testable import Measures

struct TrendSeriesTests {
    @Test(arguments: [(0.0, 4), (0.3, 12)])
    func unchangedAutoregressiveSeriesAreLeftAlone(correlation: Double, most: Int) {
        // At most .01 and .03 of 400 series of 120 values.
        let flagged = (0..<400).count {
            !SeriesDetector().changes(TrendSample.autoregressive(120, correlation, seed: $0 + 1)).isEmpty
        }
        #expect(flagged <= most)
    }

    @Test(arguments: [1e-6, 1, 1e9])
    func levelsAreFoundAtAnyScale(scale: Double) {
        let noise = TrendSample.autoregressive(150, 0.2, seed: 3)
        let values = noise.indices.map { scale * (noise[$0] + ($0 < 50 ? 0 : $0 < 100 ? 4 : 1)) }
        let changes = SeriesDetector().changes(values)
        #expect(changes.count == 2)
        #expect(zip(changes, [50, 100]).allSatisfy { abs($0 - $1) <= 2 })
    }

    @Test func spikesAreNoLevels() {
        var values = TrendSample.autoregressive(100, 0, seed: 6)
        values[40] += 15
        values[70] -= 12
        #expect(SeriesDetector().changes(values).isEmpty)
    }

    @Test func lineIsNoSeriesOfSteps() {
        let noise = TrendSample.autoregressive(100, 0, seed: 8)
        #expect(SeriesDetector().changes(noise.indices.map { noise[$0] + 0.2 * Double($0) }).isEmpty)
    }

    @Test func bendIsFound() {
        let noise = TrendSample.autoregressive(120, 0, seed: 9)
        let changes = SeriesDetector().changes(noise.indices.map { noise[$0] + 0.3 * Double(max(0, $0 - 70)) })
        #expect(changes.count == 1)
        #expect(changes.allSatisfy { abs($0 - 70) <= 4 })
    }

    @Test func growthIsNoSeriesOfSteps() {
        let noise = TrendSample.autoregressive(100, 0, seed: 8)
        #expect(SeriesDetector().changes(noise.indices.map { noise[$0] + 1e-3 * Double($0 * $0) }).isEmpty)
    }

    @Test func levelIsSeenThroughASeason() {
        let noise = TrendSample.autoregressive(120, 0.2, seed: 5)
        // Twelve values of a year, with a shift of twice its amplitude.
        let season = [0, 1, 1.7, 2, 1.7, 1, 0, -1, -1.7, -2, -1.7, -1]
        #expect(SeriesDetector().changes(noise.indices.map { 0.5 * noise[$0] + season[$0 % 12] }).isEmpty)
        let shifted = noise.indices.map { 0.5 * noise[$0] + season[$0 % 12] + ($0 < 66 ? 0 : 4) }
        #expect(SeriesDetector().changes(shifted).map { abs($0 - 66) <= 1 } == [true])
    }

    @Test func jumpOfARandomWalkIsFound() {
        var generator = SeededGenerator(seed: 4)
        var level = 0.0
        let walk = (0..<150).map { index in
            level += generator.unit() - 0.5 + (index == 90 ? 9 : 0)
            return level
        }
        #expect(SeriesDetector().changes(walk) == [90])
    }

    @Test func longSeriesAreLookedAtInBlocks() {
        let noise = TrendSample.autoregressive(3_100, 0, seed: 2)
        let changes = SeriesDetector().changes(noise.indices.map { noise[$0] + ($0 < 1_001 ? 0 : 2) })
        #expect(changes.map { abs($0 - 1_001) <= 3 } == [true])
    }

    @Test(arguments: [1e-300, 1e300])
    func extremeScalesStayFinite(scale: Double) {
        let noise = TrendSample.autoregressive(60, 0, seed: 7)
        #expect(SeriesDetector().changes(noise.indices.map { scale * (noise[$0] + ($0 < 30 ? -9 : 9)) }) == [30])
    }

    @Test func degenerateInputIsHarmless() {
        let detector = SeriesDetector()
        #expect(detector.changes([]).isEmpty)
        #expect(detector.changes([1]).isEmpty)
        #expect(detector.changes([Double](repeating: 3, count: 50)).isEmpty)
        #expect(detector.changes([Double](repeating: 0, count: 20) + [Double](repeating: 1, count: 20)) == [20])
        #expect(detector.changes([1, 2, 3, 4, 5, 6, 7]).count <= 1)
    }

    @Test func partitionIsTheBestOfAll() {
        let values = TrendSample.autoregressive(12, 0, seed: 4).enumerated().map { $1 + ($0 > 6 ? 3 : 0) }
        let partition = OptimalPartition(
            values: values,
            weights: [Double](repeating: 1, count: 12),
            shortest: 2,
            variance: 1,
            penalty: 3,
            long: 6
        )
        var best = (value: Double.infinity, changes: [Int]())
        for mask in 0..<(1 << 11) {
            let changes = (1...11).filter { mask & (1 << ($0 - 1)) != 0 }
            let edges = [0] + changes + [12]
            guard zip(edges, edges.dropFirst()).allSatisfy({ $1 - $0 >= 2 }) else { continue }
            let value = zip(edges, edges.dropFirst()).reduce(-3.0) { sum, edge in
                let length = Double(edge.1 - edge.0)
                let mean = values[edge.0..<edge.1].reduce(0, +) / length
                let squares = values[edge.0..<edge.1].reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
                // ln(6 / 2) … ln(6 / 5), 0 from 6 on, as written out in the penalty's definition.
                let extra = [2: 2.197_224_577_3, 3: 1.386_294_361_1, 4: 0.810_930_216_2, 5: 0.364_643_113_6]
                return sum + squares + 3 + (extra[Int(length)] ?? 0)
            }
            if value < best.value { best = (value, changes) }
        }
        let found = partition.solved()
        #expect(found.changes == best.changes)
        #expect(abs(found.objective - best.value) < 1e-8)
    }

    @Test(arguments: [0.0, 0.3, 0.7])
    func correlationIsFoundFromDifferences(correlation: Double) {
        let values = TrendSample.autoregressive(5_000, correlation, seed: 12).enumerated().map {
            $1 + ($0 > 2_500 ? 5.0 : 0)
        }
        let noise = SeriesNoise(differencesOf: values, weights: [Double](repeating: 1, count: 5_000))
        #expect(abs(noise.correlation - correlation) < 0.06)
        #expect(abs(noise.variance - 1) < 0.12)
    }
}

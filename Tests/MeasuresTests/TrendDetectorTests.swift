import Testing

@testable import Measures

struct TrendDetectorTests {
    @Test func unchangedSeriesAreLeftAlone() {
        let flagged = (0..<150).count { !TrendDetector.detect(TrendSample.series(seed: $0)).changes.isEmpty }
        // Nominal: a look at a whole series errs in fewer than 1 of 100.
        #expect(flagged <= 3)
    }

    @Test(arguments: [-0.12, 0.12])
    func stepIsFoundWithItsDateAndDirection(size: Double) throws {
        let result = TrendDetector.detect(TrendSample.series(seed: 5, level: { $0 >= 70 ? size : 0 }))
        let change = try #require(result.changes.first)
        #expect(result.changes.count == 1)
        #expect(change.kind == .step)
        #expect(change.direction == (size < 0 ? -1 : 1))
        #expect(abs(change.period - 70) <= 2)
        #expect(change.interval.contains(70))
        #expect(change.lastGood == change.period - 1)
        #expect(change.p < 0.001)
        // Five classes of width 0.2: a shift of 0.12 moves the mean by 0.6 less what the ends cut off.
        #expect(abs(abs(change.difference) - 0.55) < 0.15)
        #expect(change.margin > 0 && change.margin < 0.2)
        let before = try #require(change.before.mean)
        let after = try #require(change.after.mean)
        #expect(abs(change.split.total - (after - before)) < 1e-9)
    }

    @Test func slowDeclineIsOneRamp() throws {
        let series = TrendSample.series(seed: 9, volume: 60, level: { -0.16 * min(1, max(0, (Double($0) - 40) / 36)) })
        let change = try #require(TrendDetector.detect(series).changes.first { $0.direction < 0 })
        #expect(change.kind == .ramp)
        #expect((46...70).contains(change.period))
    }

    @Test func dipEndsAgain() throws {
        let series = TrendSample.series(seed: 2, volume: 60, level: { (50..<55).contains($0) ? -0.2 : 0 })
        let change = try #require(TrendDetector.detect(series).changes.first)
        #expect(change.kind == .dip)
        #expect(change.direction == -1)
        #expect(abs(change.period - 50) <= 1)
        #expect(abs(change.end - 55) <= 1)
    }

    @Test func changeOfMixIsExplained() throws {
        var options = TrendOptions()
        options.explains = true
        let series = TrendSample.series(seed: 4, volume: 80, shareOfFirst: { $0 >= 60 ? 0.1 : 0.9 })
        let result = TrendDetector.detect(series, options: options)
        #expect(result.changes.isEmpty)
        let movement = try #require(result.explained.first { $0.cause == .mix })
        #expect(movement.direction == -1)
        #expect(abs(movement.period - 60) <= 2)
    }

    @Test func fallHiddenByMixIsFound() throws {
        let series = TrendSample.series(
            seed: 4,
            volume: 80,
            shareOfFirst: { $0 >= 60 ? 0.9 : 0.1 },
            level: { $0 >= 60 ? -0.16 : 0 }
        )
        let change = try #require(TrendDetector.detect(series).changes.first)
        #expect(change.direction == -1)
        #expect(abs(change.period - 60) <= 2)
        #expect(change.split.mix > 0)
        #expect(change.split.within < 0)
    }

    @Test func seasonIsExplained() {
        var options = TrendOptions()
        options.explains = true
        let high: Set = [3, 4, 5, 6, 7, 8]
        let series = TrendSample.series(seed: 8, volume: 60, level: { high.contains($0 % 12) ? 0.06 : -0.06 })
        let result = TrendDetector.detect(series, options: options)
        #expect(result.changes.isEmpty)
        #expect(result.explained.map(\.cause) == [.season])
        #expect(result.explained.map(\.direction) == [-1])
        #expect(result.explained.map(\.period) == [117])
    }

    @Test func littleDataIsAStateOfItsOwn() {
        let result = TrendDetector.detect(TrendSample.series(seed: 1, periods: 4))
        #expect(result.state == .insufficient)
        #expect(result.smallestVisible == nil)
        let flat = TrendSeries(channels: 1, cells: [TrendCell](repeating: TrendCell(histogram: [0, 3]), count: 40))
        #expect(TrendDetector.detect(flat).state == .insufficient)
        #expect(TrendDetector.detect(TrendSeries(channels: 1, cells: [])).state == .insufficient)
    }

    @Test func moreValuesShowSmallerFalls() throws {
        let few = try #require(TrendDetector.detect(TrendSample.series(seed: 1, volume: 5)).smallestVisible)
        let many = try #require(TrendDetector.detect(TrendSample.series(seed: 1, volume: 80)).smallestVisible)
        #expect(many < few / 2)
    }

    @Test func replayTellsWhenAChangeCouldFirstBeSeen() throws {
        let series = TrendSample.series(seed: 5, level: { $0 >= 70 ? -0.16 : 0 })
        let change = try #require(TrendDetector.detect(series).changes.first)
        let known = try #require(TrendDetector.firstDetectable(change, in: series))
        #expect((72...76).contains(known))
    }

    @Test func sameInputSameResult() {
        let series = TrendSample.series(seed: 5, level: { $0 >= 70 ? -0.12 : 0 })
        #expect(TrendDetector.detect(series) == TrendDetector.detect(series))
    }

    @Test func emptyPeriodsAreNoValues() throws {
        var series = TrendSample.series(seed: 6, level: { $0 >= 70 ? -0.16 : 0 })
        for period in stride(from: 1, to: 120, by: 5) {
            for channel in 0..<2 { series[period, channel] = TrendCell() }
        }
        let result = TrendDetector.detect(series)
        #expect(result.periods == 96)
        #expect(abs(try #require(result.changes.first).period - 70) <= 2)
    }

    @Test func runAdjustsOverAllSeries() {
        // Three series tested, one p = 0.004: q = 0.004 · 3 = 0.012 by hand.
        let found = result(p: 0.004)
        let quiet = TrendDetector.detect(TrendSample.series(seed: 1))
        let judged = TrendRun.adjusted([quiet, found, quiet])
        #expect(judged[1].changes.map { ($0.q * 1e6).rounded() } == [12_000])
        #expect(TrendRun.adjusted([quiet, found, quiet], rate: 0.01)[1].changes.isEmpty)
        #expect(TrendRun.adjusted([]).isEmpty)
    }

    @Test func tailGoesOnPastTheReplicates() {
        // 1…100 with edge 80: excess mean (1 + … + 20 + 16) / 28 = 226 / 28.
        let tail = MaximumTail((1...100).map(Double.init))
        #expect(abs(tail.probability(atLeast: 100) - 0.2 * 0.083_917) < 1e-4)
        #expect(tail.probability(atLeast: 51) == 51.0 / 101)
        #expect(tail.probability(atLeast: -5) == 1)
    }

    /// 199 replicates show nothing below 1/200; what is surer is ranked and adjusted by the tail all the same.
    @Test func toldProbabilityIsNoFinerThanTheBootstrap() throws {
        let judged = TrendRun.adjusted([result(p: 7.1e-20), result(p: 0.02)])
        let change = try #require(judged[0].changes.first)
        #expect(change.toldP == 0.005 && change.toldQ == 0.005)
        #expect(change.q < 1e-18)
        #expect(judged[1].changes.first?.toldP == 0.02)
    }

    @Test func bootstrapOfTheDetectorSaysHowFineItIs() throws {
        let fallen = TrendSample.series(seed: 1, level: { $0 >= 60 ? -0.3 : 0 })
        let change = try #require(TrendDetector.detect(fallen).changes.first)
        #expect(change.resolution == 1.0 / 200)
    }

    private func result(p: Double) -> TrendResult {
        TrendResult(
            state: .tested,
            changes: [TrendLedgerTests.change(at: 5, direction: -1, p: p)],
            explained: [],
            smallestVisible: nil,
            p: p,
            periods: 10,
            n: 100
        )
    }
}

import Testing

@testable import Measures

struct TrendReplayTests {
    @Test func largeFallsAreSeenAndSmallOnesAreNot() throws {
        let history = TrendSample.series(seed: 3, periods: 72, level: { $0 >= 50 ? -0.15 : 0 })
        let replay = try #require(PowerReplay(of: history))
        let large = replay.outcome(.sudden, size: 1.2, trials: 6, seed: 1)
        #expect(large.planted == 6)
        #expect(large.power == 1)
        #expect(try #require(large.medianDelay).median <= 4)
        #expect(replay.outcome(.sudden, size: 0.02, trials: 6, seed: 1).seen <= 1)
        let slow = replay.outcome(.slow, size: 1.2, trials: 4, seed: 1)
        #expect(slow.seen == 4)
        // Half of the fall is there after a year; the whole one only after two.
        #expect(try #require(slow.medianDelay).median > #require(large.medianDelay).median)
        let wolf = replay.falseAlarms(trials: 6, seed: 1)
        #expect(wolf.years == 24)
        #expect(wolf.count <= 1)
    }

    @Test func manySeriesAskForSurerFalls() throws {
        let history = TrendSample.series(seed: 3, periods: 72)
        let alone = try #require(PowerReplay(of: history)).outcome(.sudden, size: 0.35, trials: 12, seed: 5)
        let crowd = try #require(PowerReplay(of: history, seriesTested: 100_000))
            .outcome(.sudden, size: 0.35, trials: 12, seed: 5)
        #expect(crowd.seen < alone.seen)
    }

    @Test func sameSeedGivesTheSameOutcome() throws {
        let replay = try #require(PowerReplay(of: TrendSample.series(seed: 3, periods: 60)))
        #expect(
            replay.outcome(.sudden, size: 0.5, trials: 3, seed: 2)
                == replay.outcome(.sudden, size: 0.5, trials: 3, seed: 2)
        )
    }

    @Test func shortHistoryHasNoReplay() throws {
        #expect(PowerReplay.leastPeriods() == 36)
        #expect(PowerReplay(of: TrendSample.series(seed: 3, periods: 35)) == nil)
        let shortest = try #require(PowerReplay(of: TrendSample.series(seed: 3, periods: 37)))
        #expect(shortest.outcome(.sudden, size: 1, trials: 2, seed: 1).planted == 2)
        // Two years before it, two of it and one after it do not fit.
        #expect(shortest.outcome(.slow, size: 1, trials: 2, seed: 1).planted == 0)
    }

    @Test func historyOfEqualValuesHasNoReplay() {
        let flat = (0..<60).map { _ in TrendCell(n: 4, sum: 12, sumOfSquares: 36) }
        #expect(PowerReplay(of: TrendSeries(channels: 1, cells: flat)) == nil)
        #expect(PowerReplay(of: TrendSeries(channels: 2, cells: [])) == nil)
    }

    @Test func slowFallByHand() {
        let fall = PlantedFall(.slow, size: 12, start: 10, cycle: 12)
        #expect(fall.end == 33)
        #expect([9, 10, 21, 33, 80].map(fall.depth) == [0, 0.5, 6, 12, 12])
        #expect([9, 10].map(PlantedFall(.sudden, size: 12, start: 10, cycle: 12).depth) == [0, 12])
    }

    @Test func outcomeByHand() throws {
        let outcome = PowerOutcome(kind: .sudden, size: 4, planted: 10, delays: [9, 3, 2, 4, 3, 5])
        #expect(outcome.power == 0.6)
        // Wilson 1927 for 6 of 10, as R's prop.test without correction gives it.
        #expect(abs(outcome.powerInterval.lowerBound - 0.3126738) < 1e-6)
        #expect(abs(outcome.powerInterval.upperBound - 0.8318197) < 1e-6)
        #expect(outcome.medianDelay?.median == 3.5)
        #expect(outcome.medianDelay?.interval == 2...9)
        #expect(PowerOutcome(kind: .slow, size: 1, planted: 0, delays: []).power == 0)
        let pooled = PowerOutcome.pooled([outcome, PowerOutcome(kind: .sudden, size: 4, planted: 2, delays: [1])])
        #expect(pooled == PowerOutcome(kind: .sudden, size: 4, planted: 12, delays: [1, 2, 3, 3, 4, 5, 9]))
        #expect(PowerOutcome.pooled([]) == nil)
    }

    @Test func smallestVisibleFallIsTheOneFromWhichAllAreSeen() {
        func outcome(_ size: Double, _ seen: Int) -> PowerOutcome {
            PowerOutcome(kind: .sudden, size: size, planted: 10, delays: Array(repeating: 3, count: seen))
        }
        #expect(PowerOutcome.smallestVisible([outcome(8, 10), outcome(2, 9), outcome(4, 5), outcome(6, 8)]) == 6)
        #expect(PowerOutcome.smallestVisible([outcome(2, 7)]) == nil)
        #expect(PowerOutcome.smallestVisible([]) == nil)
    }

    @Test func falseAlarmsHaveTheIntervalOfGarwood() throws {
        // Exact 95 % limits of a Poisson count (Pearson and Hartley, table 40): 0: 3.689; 2: 0.242 and 7.225.
        let none = try #require(FalseAlarms(count: 0, years: 100).interval)
        #expect(none.lowerBound == 0)
        #expect(abs(none.upperBound - 3.689) < 1e-3)
        let two = try #require(FalseAlarms(count: 2, years: 50).interval)
        #expect(abs(two.lowerBound - 2 * 0.2422) < 1e-3)
        #expect(abs(two.upperBound - 2 * 7.2247) < 1e-3)
        #expect(FalseAlarms(count: 2, years: 50).perHundredYears == 4)
        #expect(FalseAlarms(count: 0, years: 0).interval == nil)
        #expect(FalseAlarms(count: 1, years: 2) + FalseAlarms(count: 2, years: 3) == FalseAlarms(count: 3, years: 5))
    }

    @Test func surrogateKeepsVolumes() throws {
        let history = TrendSample.series(seed: 3, periods: 40)
        let surrogate = try #require(TrendSurrogate(history, options: TrendOptions()))
        let fall = PlantedFall(.sudden, size: 1, start: 20, cycle: 12)
        let drawn = surrogate.drawn(seed: 9, fall: fall)
        #expect(drawn.cells.map(\.n) == history.cells.map(\.n))
        #expect(drawn == surrogate.drawn(seed: 9, fall: fall))
        // Chance is the same with and without a fall: the months before it are equal, those after it differ by it.
        let plain = surrogate.drawn(seed: 9)
        #expect(drawn.prefix(20) == plain.prefix(20))
        let difference = Double(plain[30, 0].sum - drawn[30, 0].sum) / Double(plain[30, 0].n)
        #expect(abs(difference - 1) < 0.05)
    }

    @Test func chartOfOneResidualByHand() throws {
        // 0.2 · 1 over √(0.2 / 1.8 · (1 − 0.8²)) = 0.2 / 0.2.
        #expect(abs(try #require(WatchNote.lastScore([1])) - 1) < 1e-12)
        #expect(WatchNote.lastScore([]) == nil)
    }

    @Test func leaningEndIsNoted() throws {
        let quiet = TrendSample.series(seed: 21)
        #expect(WatchNote.note(of: quiet) == nil)
        let leaning = TrendSample.series(seed: 21, level: { $0 >= 118 ? -0.11 : 0 })
        let note = try #require(WatchNote.note(of: leaning))
        #expect(note.direction == -1)
        #expect(note.period == 119)
    }
}

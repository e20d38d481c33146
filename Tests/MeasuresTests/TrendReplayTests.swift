import Testing

@testable import Measures

struct TrendReplayTests {
    @Test func largeFallsAreSeenAndSmallOnesAreNot() throws {
        let history = TrendSample.series(seed: 3, periods: 72, level: { $0 >= 50 ? -0.15 : 0 })
        let replay = try #require(PowerReplay(of: history, falls: [0.02, 1.2], trials: 6, seed: 1))
        #expect(replay.outcomes.map(\.planted) == [6, 6])
        #expect(replay.outcomes[1].power == 1)
        #expect(try #require(replay.outcomes[1].medianDelay) <= 4)
        #expect(replay.outcomes[0].seen <= 1)
        #expect(replay.years == 24)
        #expect(replay.falseAlarms <= 2)
    }

    @Test func shortHistoryHasNoReplay() {
        #expect(PowerReplay(of: TrendSample.series(seed: 3, periods: 30), falls: [1], trials: 1, seed: 1) == nil)
    }

    @Test func surrogateKeepsVolumes() throws {
        let history = TrendSample.series(seed: 3, periods: 40)
        let surrogate = try #require(TrendSurrogate(history, options: TrendOptions()))
        let drawn = surrogate.drawn(seed: 9, fall: 1, from: 20)
        #expect(drawn.cells.map(\.n) == history.cells.map(\.n))
        #expect(drawn == surrogate.drawn(seed: 9, fall: 1, from: 20))
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

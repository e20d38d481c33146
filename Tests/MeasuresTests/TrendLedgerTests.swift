import Feedback
import Testing

@testable import Measures

struct TrendLedgerTests {
    @Test func nightThatFindsNothingNewSaysNothing() {
        var ledger = FlagLedger()
        let fall = finding(Self.change(at: 41, direction: -1))
        let news1 = ledger.take([fall], night: 1)
        #expect(news1.map(\.state) == [.new])
        let news2 = ledger.take([fall], night: 2)
        #expect(news2.isEmpty)
        #expect(ledger.flags.map(\.state) == [.ongoing])
        let news3 = ledger.take([fall], night: 3)
        #expect(news3.isEmpty)
        #expect(ledger.flags.map(\.firstReported) == [1])
        #expect(ledger.flags.map(\.lastSeen) == [3])
    }

    @Test func identityOutlivesAMovedDate() {
        var ledger = FlagLedger()
        _ = ledger.take([finding(Self.change(at: 41, direction: -1))], night: 1)
        let id = ledger.flags.map(\.id)
        let news4 = ledger.take([finding(Self.change(at: 44, direction: -1))], night: 2)
        #expect(news4.isEmpty)
        #expect(ledger.flags.map(\.id) == id)
        #expect(ledger.flags.map(\.period) == [44])
    }

    @Test func otherDirectionIsAnotherFlagAndEndsTheFirst() {
        var ledger = FlagLedger()
        let fall = Self.change(at: 41, direction: -1)
        _ = ledger.take([finding(fall)], night: 1)
        let news = ledger.take([finding(fall, Self.change(at: 50, direction: 1))], night: 2)
        #expect(news.map(\.state) == [.recovered, .new])
        let news5 = ledger.take([finding(fall, Self.change(at: 50, direction: 1))], night: 3)
        #expect(news5.isEmpty)
    }

    @Test func vanishedChangeIsSuperseded() {
        var ledger = FlagLedger()
        _ = ledger.take([finding(Self.change(at: 41, direction: -1))], night: 1)
        let news6 = ledger.take([finding()], night: 2)
        #expect(news6.map(\.state) == [.superseded])
        let news7 = ledger.take([finding()], night: 3)
        #expect(news7.isEmpty)
        #expect(ledger.flags.count == 1)
    }

    @Test func acknowledgedFlagStaysQuiet() {
        var ledger = FlagLedger()
        let fall = Self.change(at: 41, direction: -1)
        _ = ledger.take([finding(fall)], night: 1)
        let seen = ledger.acknowledge("a@41-")
        let unknown = ledger.acknowledge("unknown")
        #expect(seen)
        #expect(!unknown)
        let news8 = ledger.take([finding(fall)], night: 2)
        #expect(news8.isEmpty)
        #expect(ledger.flags.map(\.state) == [.acknowledged])
    }

    @Test func seriesWithoutResultKeepsItsFlags() {
        var ledger = FlagLedger()
        _ = ledger.take([finding(Self.change(at: 41, direction: -1))], night: 1)
        let news9 = ledger.take([], night: 2)
        #expect(news9.isEmpty)
        #expect(ledger.flags.map(\.lastSeen) == [1])
    }

    @Test func orderOfFindingsDoesNotMatter() {
        let one = finding(Self.change(at: 41, direction: -1))
        let two = FlagLedger.Finding(series: "b", result: Self.tested([Self.change(at: 9, direction: 1)]))
        var (left, right) = (FlagLedger(), FlagLedger())
        let leftNews = left.take([one, two], night: 1)
        let rightNews = right.take([two, one], night: 1)
        #expect(leftNews == rightNews)
        #expect(left == right)
    }

    private func finding(_ changes: TrendChange...) -> FlagLedger.Finding {
        FlagLedger.Finding(series: "a", result: Self.tested(changes))
    }

    static func tested(_ changes: [TrendChange]) -> TrendResult {
        TrendResult(
            state: .tested,
            changes: changes,
            explained: [],
            smallestVisible: nil,
            p: 0.001,
            periods: 60,
            n: 600
        )
    }

    static func change(at period: Int, direction: Int, p: Double = 0.001) -> TrendChange {
        TrendChange(
            kind: .step,
            direction: direction,
            period: period,
            interval: (period - 1)...(period + 1),
            lastGood: period - 1,
            end: period,
            before: TrendLevel(periods: 0..<period, n: 100, mean: 4),
            after: TrendLevel(periods: period..<60, n: 100, mean: 3),
            difference: Double(direction),
            margin: 0.2,
            score: 20,
            p: p,
            resolution: 0.005,
            q: p,
            split: .none
        )
    }
}

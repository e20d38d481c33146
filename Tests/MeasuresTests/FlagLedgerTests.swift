import Feedback
import Testing

@testable import Measures

struct FlagLedgerTests {
    private func finding(_ changes: TrendChange...) -> FlagLedger.Finding {
        FlagLedger.Finding(series: "a", result: TrendLedgerTests.tested(changes))
    }

    private let fall = TrendLedgerTests.change(at: 41, direction: -1)

    @Test func acknowledgingTwiceIsOnce() {
        var ledger = FlagLedger()
        _ = ledger.take([finding(fall)], night: 1)
        let first = ledger.acknowledge("a@41-")
        let once = ledger
        let second = ledger.acknowledge("a@41-")
        #expect(first && second && ledger == once)
    }

    @Test func acknowledgementTakenBackLeavesTheFlagAsOpenAsItWas() {
        var ledger = FlagLedger()
        _ = ledger.take([finding(fall)], night: 1)
        let untouched = ledger
        _ = ledger.acknowledge("a@41-")
        let isDone = ledger.takeBackAcknowledgement(of: "a@41-")
        #expect(isDone && ledger == untouched)
        _ = ledger.take([finding(fall)], night: 2)
        _ = ledger.acknowledge("a@41-")
        _ = ledger.takeBackAcknowledgement(of: "a@41-")
        #expect(ledger.flags.map(\.state) == [.ongoing])
        let isUnknownRefused = !ledger.takeBackAcknowledgement(of: "b")
        #expect(isUnknownRefused)
    }

    @Test func closedFlagCannotBeAcknowledged() {
        var ledger = FlagLedger()
        _ = ledger.take([finding(fall)], night: 1)
        _ = ledger.take([finding()], night: 2)
        let isRefused = !ledger.acknowledge("a@41-")
        #expect(isRefused && ledger.flags.map(\.state) == [.superseded])
    }

    /// A change at the edge of what can be seen comes and goes; it is one flag, and news once.
    @Test func changeThatComesAndGoesIsOneFlag() {
        var ledger = FlagLedger()
        _ = ledger.take([finding(fall)], night: 1)
        _ = ledger.take([finding()], night: 2)
        let news = ledger.take([finding(TrendLedgerTests.change(at: 43, direction: -1))], night: 3)
        #expect(news.isEmpty)
        #expect(ledger.flags.map(\.id) == ["a@41-"] && ledger.flags.map(\.state) == [.ongoing])
        #expect(ledger.flags.map(\.firstReported) == [1] && ledger.flags.map(\.lastSeen) == [3])
    }

    @Test func openFlagIsTakenBeforeASupersededOne() {
        var ledger = FlagLedger()
        _ = ledger.take([finding(fall)], night: 1)
        _ = ledger.take([finding()], night: 2)
        _ = ledger.take([finding(TrendLedgerTests.change(at: 55, direction: -1))], night: 3)
        _ = ledger.take([finding(TrendLedgerTests.change(at: 49, direction: -1))], night: 4)
        #expect(ledger.flags.map(\.state) == [.superseded, .ongoing])
        #expect(ledger.flags.map(\.period) == [41, 49])
    }
}

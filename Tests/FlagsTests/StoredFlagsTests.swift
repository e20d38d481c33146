import Feedback
import Store
import Testing

@testable import Flags
@testable import Measures

struct StoredFlagsTests {
    /// Months are counted from January 1970: 540 is 2015-01.
    private func entry(_ id: String, series: String, state: FlagState, told: Int?, lastSeen: Int = 4) -> FlagRecord {
        FlagRecord(
            id: id,
            ledgerID: id,
            series: series,
            kind: "step",
            direction: -1,
            month: 540,
            low: 539,
            high: 541,
            difference: -1_200,
            state: state,
            firstReported: 2,
            firstReportedAt: "2015-03-01T00:00:00+09:00",
            lastSeen: lastSeen,
            toldIn: told
        )
    }

    private func flags(_ entries: FlagRecord...) -> StoredFlags { StoredFlags(entries: entries) }

    private func change(_ kind: TrendKind) -> TrendChange {
        TrendChange(
            kind: kind,
            direction: -1,
            period: 2,
            interval: 1...3,
            lastGood: 1,
            end: 3,
            before: TrendLevel(periods: 0..<2, n: 9, mean: 0),
            after: TrendLevel(periods: 2..<4, n: 9, mean: -1),
            difference: -1_200,
            margin: 10,
            score: 5,
            p: 0.005,
            resolution: 0.005,
            q: 0.005,
            split: .none
        )
    }

    /// A dip and a step that begin in one month are two flags, each with a record of its own.
    @Test func changesOfOneMonthAreToldApart() throws {
        func record(_ id: String, _ kind: TrendKind) -> FlagRecord {
            var record = entry(id, series: "X/support", state: .new, told: nil)
            record.kind = kind.rawValue
            return record
        }
        let cell = KeyedCell(
            key: CellKey(brand: "X", period: Period(length: .month, index: 538), channel: "mail", measure: .support),
            cell: Cell(ofCustomer: 1, sum: 5, sumOfSquares: 25)
        )
        let series = try #require(TestedSeries(cells: BrandCells(brand: "X", cells: [cell]), measure: .support))
        let ledger = flags(record("a", .dip), record("a'", .step))
        #expect(ledger.entry(of: change(.dip), in: series, run: 4)?.id == "a")
        #expect(ledger.entry(of: change(.step), in: series, run: 4)?.id == "a'")
    }

    /// A flag that was told is listed whatever became of it; one that no report has told is not.
    @Test func noToldFlagVanishes() throws {
        let ledger = flags(
            entry("a", series: "X/support", state: .superseded, told: 2, lastSeen: 3),
            entry("b", series: "X/facet.speed", state: .superseded, told: nil),
            entry("c", series: "X/support", state: .superseded, told: 3, lastSeen: 5),
            entry("d", series: "X/support@chat", state: .ongoing, told: 2),
            entry("e", series: "X/support@mail", state: .recovered, told: 2)
        )
        let departed = ledger.departed(shown: [], explained: [])
        #expect(departed.map(\.record.id) == ["c", "d", "e", "a"])
        #expect(departed.map(\.state) == ["withdrawn", "ongoing", "recovered", "withdrawn"])
        #expect(departed[0].words() == "with what is known now there is no such change" && departed[1].words() == nil)
    }

    /// 2015-01 lies inside the movement that a change of word lists explains.
    @Test func explainedFlagIsWithdrawnWithTheReason() throws {
        func movement(_ measure: String, to: String) -> ExplainedRow {
            ExplainedRow(
                brand: "X",
                measure: measure,
                cause: "instrument",
                from: "2014-11",
                to: to,
                raw: -9,
                remaining: nil,
                low: nil,
                high: nil,
                voices: 100
            )
        }
        let ledger = flags(entry("a", series: "X/support", state: .ongoing, told: 2))
        let inside = ledger.departed(shown: [], explained: [movement("support", to: "2015-03")])
        #expect(inside.map { $0.words() } == ["instrument explains it"])
        for other in [movement("facet.speed", to: "2015-03"), movement("support", to: "2014-12")] {
            #expect(ledger.departed(shown: [], explained: [other]).map(\.state) == ["ongoing"])
        }
    }

    /// A flag is news until a finished report has told it, also when a run was killed before its report.
    @Test func newIsWhatNoFinishedReportHasTold() throws {
        var ledger = flags(entry("a", series: "X/support", state: .ongoing, told: nil))
        #expect(ledger.entries[0].state(latestRun: 9) == .new)
        ledger.tell(["a"], run: 9)
        #expect(ledger.entries[0].state(latestRun: 9) == .new && ledger.entries[0].state(latestRun: 10) == .ongoing)
        ledger.tell(["a"], run: 10)
        #expect(ledger.entries[0].toldIn == 9)
    }

    @Test(
        arguments: [
            ("Lotte/support", "Lotte", "support"), ("A/B/facet.speed", "A/B", "facet.speed"),
            ("Lotte/support.week", "Lotte", "support"),
            ("Lotte/facet.follow-through@chat", "Lotte", "facet.follow-through"),
        ]
    )
    func namesOfSeriesAreRead(series: String, brand: String, measure: String) throws {
        let entry = try #require(flags(entry("a", series: series, state: .new, told: 1)).entries.first)
        #expect(entry.brand == brand && entry.measure == measure)
    }

    @Test func stateIsThatOfTheLatestRun() throws {
        let entry = try #require(flags(entry("a", series: "X/support", state: .new, told: 2)).entries.first)
        #expect(entry.state(latestRun: 2) == .new && entry.state(latestRun: 3) == .ongoing)
    }

    @Test func acknowledgementKeepsItsFirstTimeAndItsLatestNote() throws {
        var ledger = flags(entry("a", series: "X/support", state: .ongoing, told: 2))
        let first = ledger.acknowledge("a", at: "monday", note: "one")
        let second = ledger.acknowledge("a", at: "tuesday", note: nil)
        let third = ledger.acknowledge("a", at: "wednesday", note: "three")
        #expect(first && second && third)
        #expect(ledger.entries.map(\.acknowledgedAt) == ["monday"] && ledger.entries.map(\.note) == ["three"])
        let back = ledger.takeBackAcknowledgement(of: "a")
        #expect(back && ledger.entries.map(\.state) == [.ongoing] && ledger.entries.map(\.note) == [nil])
        let unknown = ledger.acknowledge("b", at: "monday", note: nil)
        #expect(!unknown)
    }
}

import Feedback
import Store
import Testing

@testable import Answers
@testable import Reports
@testable import Workspace

/// Two sides beside each other; expected values by hand.
struct ComparisonTests {
    private let database: KoeDatabase

    /// Ten customers in a month, half of whom say `sum` over five and half nothing of either side.
    private static func cell(_ brand: String, _ month: String, side: Int, n: Int = 10) throws -> CellGroup {
        let support = CellSums(
            measure: "support",
            n: n,
            sum: side * 10_000 * n / 2,
            sumOfSquares: 100_000_000 * n / 2,
            customers: n,
            customerSumSquares: 100_000_000 * n / 2,
            customerSumCounts: side * 10_000 * n / 2,
            customerCountSquares: n,
            isSufficient: true
        )
        let period = try #require(Period(.month, named: month))
        return CellGroup(brand: brand, period: period, channel: CellGroup.allChannels, sums: [support])
    }

    init() throws {
        database = try KoeDatabase.inMemory()
        try database.write { db in
            let voices = ["Inn", "Rail"].map { brand in
                VoiceRow(voiceID: brand, brand: brand, month: "2014-06", supportBasis: "none", brandBasis: "none")
            }
            try VoiceTable.insert(voices, in: db)
            try CellTable.insert(
                [
                    Self.cell("Inn", "2014-06", side: 1), Self.cell("Inn", "2013-06", side: -1),
                    Self.cell("Inn", "2013-05", side: 1, n: 4), Self.cell("Rail", "2014-03", side: -1),
                ],
                in: db
            )
        }
    }

    private static let builder = LiveComparisonBuilder(
        minimumVoices: 5,
        choices: KeptChoices(),
        names: VoiceNames(key: WorkspaceKey(bytes: []))
    )

    private func compared(_ arguments: [String: String]) throws -> LiveComparison {
        let question = try ComparisonQuestion { arguments[$0] }
        return try #require(try database.read { try Self.builder.comparison(question, in: $0) })
    }

    private func support(_ comparison: LiveComparison) throws -> LiveComparison.Row {
        try #require(comparison.rows.first { $0.measure == .support })
    }

    /// The mean polarities are +1/2 and −1/2, so S is 75 and 25.
    ///
    /// Each has the variance 10/9 · Σ(x − m)²/100 = 10/9 · 2.5/100,
    /// which is (8.333 points)²; its interval reaches t(9) · 8.333 = 2.2622 · 8.333 = 18.85 points. The difference of 50
    /// has √2 · 8.333 = 11.785 points with 18 degrees of freedom: 2.1009 · 11.785 = 24.76.
    @Test func brandsAreComparedOverTheSameMonths() throws {
        let comparison = try compared(["brand2": "Rail"])
        #expect(comparison.first.brand == "Inn" && comparison.second.brand == "Rail")
        #expect([comparison.first.from, comparison.first.to] == ["2013-07", "2014-06"])
        #expect([comparison.second.from, comparison.second.to] == ["2013-07", "2014-06"])
        let row = try support(comparison)
        #expect(row.first.strength == Strength(voices: 10, range: ValueRange(value: 75, low: 56.1, high: 93.9)))
        #expect(row.second.strength == Strength(voices: 10, range: ValueRange(value: 25, low: 6.1, high: 43.9)))
        #expect(row.difference == ValueRange(value: 50, low: 25.2, high: 74.8))
        #expect(row.isDifferent)
        #expect(
            row.second.list.text == "/comments?brand=Rail&measure=support&months=2013-07..2014-06"
        )
    }

    /// Fourteen voices in the year before: five of minus one, seven of zero and two of plus one, −3/14: S = 39.3.
    @Test func theYearBeforeIsTheUsualOtherSide() throws {
        let comparison = try compared([:])
        #expect([comparison.second.from, comparison.second.to] == ["2012-07", "2013-06"])
        let row = try support(comparison)
        #expect(row.second.strength.voices == 14 && row.second.strength.range?.value == 39.3)
        #expect(row.difference?.value == 35.7)
    }

    @Test func tooFewVoicesGiveNoNumber() throws {
        let row = try support(compared(["from2": "2013-05", "to2": "2013-05"]))
        #expect(row.second.strength == Strength(voices: 4) && row.difference == nil)
    }

    @Test func voicesOnBothSidesGiveNoDifference() throws {
        let months = ["from": "2013-06", "to": "2014-06", "from2": "2013-01", "to2": "2013-06"]
        let comparison = try compared(months)
        #expect(comparison.isOverlapping && comparison.rows.allSatisfy { $0.difference == nil })
        #expect(
            try support(compared(months.merging(["brand2": "Rail"]) { first, _ in first })).first.strength.voices == 20
        )
    }

    @Test(arguments: [
        ["from": "2014"], ["to": "2014-13"], ["from2": "2014-1"], ["to2": "x"], ["from": "2014-02", "to": "2014-01"],
        ["brand": String(repeating: "a", count: 301)],
    ])
    func whatIsNoMonthIsRefused(arguments: [String: String]) {
        #expect(throws: WorkspaceError.self) { try ComparisonQuestion { arguments[$0] } }
    }

    @Test func aBrandWithoutAVoiceIsNotFound() throws {
        #expect(throws: WorkspaceError.self) { try compared(["brand": "Nobody"]) }
        let empty = try KoeDatabase.inMemory()
        let question = try ComparisonQuestion { _ in nil }
        #expect(try empty.read { try Self.builder.comparison(question, in: $0) } == nil)
    }
}

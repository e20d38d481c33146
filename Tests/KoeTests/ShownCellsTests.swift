import Feedback
import Measures
import Reports
import Store
import Testing

@testable import Flags
@testable import Nightly
@testable import Reporting

/// What a report says by the cells that it reads is what all cells of the brand say.
struct ShownCellsTests {
    private static let minimumVoices = 2

    private struct Said: Hashable {
        let verdict: Verdict
        let months: [SeriesPoint]
        let years: [SeriesPoint]
        let calendar: [PeriodCount]
        let facets: [[LevelPoint]]
        let flagged: [[LevelPoint]]
        let changes: [YearChange]
        let surveys: [SurveyScore]
        let sight: InsufficientNote?

        init(_ cells: BrandCells, channels: [String]) {
            let series = SeriesBuilder(cells: cells, minimumVoices: minimumVoices)
            let levels = LevelSeries(cells: cells, minimumVoices: minimumVoices)
            verdict = VerdictBuilder(margin: 5, minimumVoices: minimumVoices).verdict(of: cells)
            (months, years, calendar) = (series.points(.month), series.points(.year), levels.calendar)
            facets = Facet.allCases.map { levels.years(.facet($0)) }
            flagged = [MeasureID.support, .facet(.speed)].flatMap { measure in
                [levels.points(measure)] + channels.map { levels.points(measure, channel: $0) }
            }
            changes = YearChangeBuilder(minimumVoices: minimumVoices, zone: .tokyo).changes(of: cells)
            surveys = SurveyBuilder(minimumVoices: minimumVoices).scores(of: cells)
            sight = FallSight(notes: TrendNotes()).note(on: cells)
        }
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func theySayWhatAllCellsSay(seed: UInt64) throws {
        var sequence = try NightSequence(seed: seed)
        for _ in 0..<12 { try sequence.change() }
        try sequence.database.write { db in
            let kinds = CellKinds(minimumVoices: Self.minimumVoices, hasWeeks: true)
            try WholeMeasuring(zone: .utc, kinds: kinds, person: { $0 }).run(comments: 0, in: db, progress: { _ in })
            let brands = try VoiceTable.brands(in: db)
            #expect(!brands.isEmpty)
            for brand in brands {
                let rows = try CellTable.cells(of: brand, in: db)
                let all = BrandCells(brand: brand, cells: rows.compactMap(KeyedCell.init))
                let shown = try ShownCells.cells(of: brand, flagged: ["support", "facet.speed"], in: db)
                let channels = Set(all.all.compactMap(\.key.channel)).sorted()
                #expect(shown.all.count < all.all.count)
                #expect(Said(shown, channels: channels) == Said(all, channels: channels), "\(brand)")
            }
        }
    }
}

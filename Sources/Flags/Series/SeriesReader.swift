import Feedback
import Measures
import Store
import Workspace

/// Reads the series that are searched for changes: by month support strength as a whole, in each channel, for the
/// products that most voices name and for each facet, and support strength by the other lengths of period.
struct SeriesReader {
    private let settings: Settings
    /// What was read, for brands that are asked for twice.
    private var known: [String: [TestedSeries]] = [:]

    init(settings: Settings) {
        self.settings = settings
    }

    /// The series of a brand, always in the same order.
    mutating func series(of brand: String, in db: StoreConnection) throws -> [TestedSeries] {
        if let series = known[brand] { return series }
        let series = try read(brand, in: db)
        known[brand] = series
        return series
    }

    /// What the search looks at; of many brands, the other cells fill the memory for nothing.
    private static let measures = Set(
        MeasureID.all.filter { measure in
            switch measure {
            case .support, .facet, .lowStarShare: true
            default: false
            }
        }.map(\.rawValue)
    )

    private func cells(of brand: String, in db: StoreConnection) throws -> BrandCells {
        let lengths = [.month, .all] + settings.flagPeriods
        let rows = try CellTable.cells(of: brand, lengths: lengths, measures: Self.measures, in: db)
        return BrandCells(brand: brand, cells: rows.compactMap(KeyedCell.init))
    }

    private func read(_ brand: String, in db: StoreConnection) throws -> [TestedSeries] {
        let cells = try cells(of: brand, in: db)
        let all = Period(length: .all, index: 0)
        let channels = Set(cells.all.compactMap(\.key.channel)).subtracting([""]).sorted()
        let tested =
            channels.count < 2
            ? []
            : channels.filter {
                (cells.cell(.support, all, channel: $0)?.n ?? 0) >= settings.flagVoices
            }
        let products = try ProductCells.tested(of: cells, least: settings.flagVoices, in: db)
        let facets = Facet.allCases.map(MeasureID.facet).filter { (cells.total($0)?.n ?? 0) >= settings.flagVoices }
        let others = settings.flagPeriods.compactMap { TestedSeries(cells: cells, measure: .support, length: $0) }
        return [TestedSeries(cells: cells, measure: .support)].compactMap { $0 }
            + tested.compactMap { TestedSeries(cells: cells, measure: .support, channel: $0) }
            + (try products.compactMap {
                TestedSeries(
                    cells: try ProductCells.cells(of: $0, brand: brand, in: db),
                    measure: .support,
                    product: $0
                )
            })
            + facets.compactMap { TestedSeries(cells: cells, measure: $0) }
            + others.filter(isDense)
    }

    /// Whether an ordinary period has a value at all.
    private func isDense(_ series: TestedSeries) -> Bool {
        series.trend.cells.reduce(0) { $0 + $1.n } >= series.trend.periods * settings.minimumVoices
    }
}

import Feedback
import Measures
import Store
import Workspace

/// Reads the series that are searched for changes: by month support strength as a whole, in each channel, for the
/// products that most voices name and for each facet, and support strength by the other lengths of period.
struct SeriesReader {
    /// What a database tells of the series of a brand, which are then cut without it.
    struct Source: Sendable {
        let cells: CellTexts
        let products: [ProductVoices]
    }

    private let settings: Settings

    init(settings: Settings) {
        self.settings = settings
    }

    /// The series of a brand, always in the same order.
    func series(of brand: String, in db: StoreConnection) throws -> [TestedSeries] {
        try series(of: source(of: brand, in: db))
    }

    func source(of brand: String, in db: StoreConnection) throws -> Source {
        let products = try ProductCells.tested(of: brand, least: settings.flagVoices, in: db)
        return Source(
            cells: try CellTexts(of: brand, lengths: [.month, .all] + settings.flagPeriods, in: db),
            products: try products.map { try ProductVoices(of: $0, brand: brand, in: db) }
        )
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

    func series(of source: Source) throws -> [TestedSeries] {
        let cells = try BrandCells(source.cells, measures: Self.measures)
        let all = Period(length: .all, index: 0)
        let channels = Set(cells.all.compactMap(\.key.channel)).subtracting([""]).sorted()
        let tested =
            channels.count < 2
            ? []
            : channels.filter {
                (cells.cell(.support, all, channel: $0)?.n ?? 0) >= settings.flagVoices
            }
        let facets = Facet.allCases.map(MeasureID.facet).filter { (cells.total($0)?.n ?? 0) >= settings.flagVoices }
        let others = settings.flagPeriods.compactMap { TestedSeries(cells: cells, measure: .support, length: $0) }
        return [TestedSeries(cells: cells, measure: .support)].compactMap { $0 }
            + tested.compactMap { TestedSeries(cells: cells, measure: .support, channel: $0) }
            + source.products.compactMap {
                TestedSeries(cells: $0.cells(lengths: [.month]), measure: .support, product: $0.product)
            }
            + facets.compactMap { TestedSeries(cells: cells, measure: $0) }
            + others.filter(isDense)
    }

    /// Whether an ordinary period has a value at all.
    private func isDense(_ series: TestedSeries) -> Bool {
        series.trend.cells.reduce(0) { $0 + $1.n } >= series.trend.periods * settings.minimumVoices
    }
}

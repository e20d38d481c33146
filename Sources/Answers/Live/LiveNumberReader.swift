import Feedback
import Flags
import Measures
import Reporting
import Reports
import Store
import Workspace

/// Stored numbers of a brand, each with the list of its comments.
struct LiveNumberReader {
    private static let shownMonths = 12

    let brand: String
    /// Cells over all time, of each channel and of all together.
    private let cells: [CellRow]

    init(brand: String, in db: StoreConnection) throws {
        let filter = CellFilter(brand: brand, length: .all, channel: nil, measure: nil)
        self.init(brand: brand, cells: try CellTable.cells(of: filter, limit: .max, offset: 0, in: db))
    }

    private init(brand: String, cells: [CellRow]) {
        self.brand = brand
        self.cells = cells
    }

    /// Both strengths over all voices, of several brands in their order.
    static func wholes(of brands: [String], in db: StoreConnection) throws -> [LiveStretch] {
        let measures: Set = [ListedMeasure.support.name, ListedMeasure.brand.name]
        let cells = Dictionary(grouping: try CellTable.wholes(of: measures, brands: brands, in: db), by: \.brand)
        return brands.map { LiveNumberReader(brand: $0, cells: cells[$0] ?? []).whole }
    }

    /// Whether the brand has no voice.
    var isEmpty: Bool { cells.isEmpty }

    /// Both strengths over all voices.
    var whole: LiveStretch { stretch(brand, of: cells.filter { $0.channel == "*" }) }

    func years(in db: StoreConnection) throws -> [LiveStretch] { try stretches(.year, in: db) }

    func months(in db: StoreConnection) throws -> [LiveStretch] {
        try stretches(.month, latest: Self.shownMonths, in: db)
    }

    /// Each channel over all its voices, by name; `names` says how it is shown.
    func channels(_ names: VoiceNames) -> [LiveStretch] {
        Set(cells.map(\.channel)).subtracting(["*"]).sorted().map { name in
            let shown = names.shown(name)
            return stretch(shown, of: cells.filter { $0.channel == name }, [.init("channel", shown)])
        }
    }

    func facet(_ facet: Facet) -> LiveNumber {
        number(.facet(facet), in: cells.filter { $0.channel == "*" })
    }

    /// A facet in each year that has voices.
    func years(of facet: Facet, in db: StoreConnection) throws -> [(period: String, number: LiveNumber)] {
        try cells(.year, [.facet(facet)], in: db).map {
            ($0.period.description, number(.facet(facet), in: [$0], Self.months(of: $0.period)))
        }
    }

    /// `latest`: how many periods at most, the last ones.
    private func stretches(
        _ length: PeriodLength,
        latest: Int = .max,
        in db: StoreConnection
    ) throws -> [LiveStretch] {
        let cells = Dictionary(grouping: try cells(length, [.support, .brand], in: db), by: \.period)
        return cells.keys.sorted().suffix(latest).map { period in
            stretch(period.description, of: cells[period] ?? [], Self.months(of: period))
        }
    }

    /// Cells of all channels together, in the order of their periods for each measure.
    private func cells(
        _ length: PeriodLength,
        _ measures: [ListedMeasure],
        in db: StoreConnection
    ) throws -> [CellRow] {
        try measures.flatMap { measure in
            let filter = CellFilter(brand: brand, length: length, channel: "*", measure: measure.name)
            return try CellTable.cells(of: filter, limit: .max, offset: 0, in: db)
        }
    }

    private func stretch(_ name: String, of cells: [CellRow], _ more: [LiveAddress.Argument] = []) -> LiveStretch {
        LiveStretch(name: name, support: number(.support, in: cells, more), brand: number(.brand, in: cells, more))
    }

    private func number(
        _ measure: ListedMeasure,
        in cells: [CellRow],
        _ more: [LiveAddress.Argument] = []
    ) -> LiveNumber {
        let list = LiveAddress.comments([.init("brand", brand), .init("measure", measure.name)] + more)
        return LiveNumber(Reports.Strength(cells.first { $0.measure == measure.name }), list: list)
    }

    /// The months of a year or a month, as lists are asked for them.
    private static func months(of period: Period) -> [LiveAddress.Argument] {
        let name = period.description
        return [.init("months", period.length == .year ? "\(name)-01..\(name)-12" : name)]
    }
}

extension Reports.Strength {
    /// A stored cell as pages show it: no number below the minimum of voices.
    fileprivate init(_ cell: CellRow?) {
        self.init(voices: cell?.n ?? 0)
        guard let cell, cell.isSufficient, let strength = Measures.Strength(cell) else { return }
        range = ValueRange(value: strength.value, low: strength.low, high: strength.high)
    }
}

extension Measures.Strength {
    /// The strength that a stored cell gives, however few its voices.
    init?(_ cell: CellRow) {
        guard let keyed = KeyedCell(cell), keyed.key.measure.scale == .polarity else { return nil }
        self.init(cell: keyed.cell, minimumVoices: 1)
    }
}

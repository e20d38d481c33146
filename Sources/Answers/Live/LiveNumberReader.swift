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
    /// More than there are measures of one brand, period and channel.
    private static let mostMeasures = 200

    let brand: String
    let cells: [CellRow]

    init(brand: String, in db: StoreConnection) throws {
        self.init(brand: brand, cells: try CellTable.cells(of: brand, in: db))
    }

    private init(brand: String, cells: [CellRow]) {
        self.brand = brand
        self.cells = cells
    }

    /// Of the cells over all time and all channels alone, for both strengths of the whole brand.
    static func whole(of brand: String, in db: StoreConnection) throws -> LiveStretch {
        let filter = CellFilter(brand: brand, length: .all, channel: "*", measure: nil)
        let cells = try CellTable.cells(of: filter, limit: Self.mostMeasures, offset: 0, in: db)
        return LiveNumberReader(brand: brand, cells: cells).whole
    }

    /// Both strengths over all voices.
    var whole: LiveStretch { stretch(brand, of: cells.filter { $0.period.length == .all && $0.channel == "*" }) }

    var years: [LiveStretch] { stretches(.year) }

    var months: [LiveStretch] { stretches(.month).suffix(Self.shownMonths) }

    /// Each channel over all its voices, by name; `names` says how it is shown.
    func channels(_ names: VoiceNames) -> [LiveStretch] {
        let all = cells.filter { $0.period.length == .all && $0.channel != "*" }
        return Set(all.map(\.channel)).sorted().map { name in
            let shown = names.shown(name)
            return stretch(shown, of: all.filter { $0.channel == name }, [.init("channel", shown)])
        }
    }

    func facet(_ facet: Facet) -> LiveNumber {
        number(.facet(facet), in: cells.filter { $0.period.length == .all && $0.channel == "*" })
    }

    /// A facet in each year that has voices.
    func years(of facet: Facet) -> [(period: String, number: LiveNumber)] {
        cells.filter {
            $0.period.length == .year && $0.channel == "*" && $0.measure == ListedMeasure.facet(facet).name
        }
        .map { ($0.period.description, number(.facet(facet), in: [$0], Self.months(of: $0.period))) }
    }

    private func stretches(_ length: PeriodLength) -> [LiveStretch] {
        let own = cells.filter { $0.period.length == length && $0.channel == "*" }
        return Set(own.map(\.period)).sorted().map { period in
            stretch(period.description, of: own.filter { $0.period == period }, Self.months(of: period))
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

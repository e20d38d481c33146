package import Feedback
package import Measures
package import Store
package import Workspace

/// Looks for changes in the series of every brand, and tests them together: by month support strength as a whole, in
/// each channel, for the products that most voices name and for each facet, and support strength by the other lengths of
/// period.
package struct FlagFinder {
    private let context: WorkspaceContext

    package init(context: WorkspaceContext) {
        self.context = context
    }

    /// What the search looks at; of many brands, the other cells fill the memory for nothing.
    package static let measures = MeasureID.all.filter { measure in
        switch measure {
        case .support, .facet, .lowStarShare: true
        default: false
        }
    }

    /// Lengths of the periods that the search looks at.
    package var lengths: [PeriodLength] { [.month, .all] + context.settings.flagPeriods }

    /// Falls and rises of all brands; nothing on a handful of voices.
    ///
    /// Leaves the ledger of flags and the notes of the search in the database.
    package func flags(of brands: [TestedBrand], in db: StoreConnection) throws -> [FlagDetail] {
        let settings = context.settings
        let series = try brands.flatMap { try self.series(of: $0, in: db) }
        let found = try sideBySide(series, workers: context.workers, Self.result)
        let results = TrendRun.adjusted(found, rate: settings.flagRate)
        let run = Int(try RunTable.latest(in: db) ?? 0)
        var ledger = try StoredFlags.load(in: db)
        ledger.take(series, results, run: run, asOf: settings.zone.format(try context.asOf()))
        let tested = results.count { $0.state == .tested }
        var notes = TrendNotes()
        notes.seriesTested = tested
        var changes: [FoundChange] = []
        for (own, result) in zip(series, results) {
            notes.add(own, result)
            changes += result.changes.map { FoundChange($0, in: own) }
        }
        var told: [FlagDetail] = []
        for event in FoundChange.events(among: changes) {
            var detail = FlagDetail(
                event.change,
                parts: event.parts,
                seriesTested: tested,
                minimumVoices: settings.minimumVoices
            )
            if let origin = try FlagOrigin(of: detail, in: db) {
                if origin.isOurs {
                    notes.explained.append(origin.explained)
                    continue
                }
                (detail.world, detail.instrument) = (origin.world, origin.instrument)
            }
            detail.entry = ledger.entry(of: event.change.change, in: event.change.series, run: run)
            told.append(detail)
        }
        try notes.save(in: db)
        try ledger.save(in: db)
        return Self.named(told)
    }

    /// Each under an id of its own.
    private static func named(_ details: [FlagDetail]) -> [FlagDetail] {
        var names: Set<String> = []
        return details.map { detail in
            var named = detail
            while !names.insert(named.id).inserted { named.id += "'" }
            return named
        }
    }

    private func series(of brand: TestedBrand, in db: StoreConnection) throws -> [TestedSeries] {
        let cells = BrandCells(brand: brand.brand, cells: brand.cells)
        let settings = context.settings
        let all = Period(length: .all, index: 0)
        let channels = Set(brand.cells.compactMap(\.key.channel)).subtracting([""]).sorted()
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
                    cells: try ProductCells.cells(of: $0, brand: brand.brand, in: db),
                    measure: .support,
                    product: $0
                )
            })
            + facets.compactMap { TestedSeries(cells: cells, measure: $0) }
            + others.filter(isDense)
    }

    /// Whether an ordinary period has a value at all.
    private func isDense(_ series: TestedSeries) -> Bool {
        series.trend.cells.reduce(0) { $0 + $1.n } >= series.trend.periods * context.settings.minimumVoices
    }

    /// Movements that season or mix explain are looked for in support strength alone.
    private static func result(of series: TestedSeries) -> TrendResult {
        var options = series.options
        options.explains = series.isWhole
        return TrendDetector.detect(series.trend, options: options)
    }
}

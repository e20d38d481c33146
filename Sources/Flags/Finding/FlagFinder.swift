import Feedback
import Measures
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

    /// Falls and rises of all brands; nothing on a handful of voices.
    ///
    /// Leaves the ledger of flags and the notes of the search in the database.
    ///
    /// `changed`: the brands whose voices changed since the last search; in others nothing is read but what was found
    /// then.
    package func flags(changed: Set<String>, in db: StoreConnection) throws -> [FlagDetail] {
        let settings = context.settings
        let (searched, known) = try search(changed, in: db)
        let all = searched.flatMap(\.series)
        let series = zip(all, TrendRun.adjusted(all.map(\.result), rate: settings.flagRate)).map { $0.with($1) }
        let run = Int(try RunTable.latest(in: db) ?? 0)
        var ledger = try StoredFlags.load(in: db)
        ledger.take(series, run: run, asOf: settings.zone.format(try context.asOf()))
        let tested = series.count { $0.result.state == .tested }
        var notes = TrendNotes()
        notes.seriesTested = tested
        for brand in searched { notes.add(brand.notes) }
        var told: [FlagDetail] = []
        for event in FoundChange.events(among: try changes(in: series, of: searched, known, in: db)) {
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

    /// Brands whose series are held at a time.
    private static let brandsAtOnce = 4

    /// What stands in the series of every brand; of those that changed, the series whose numbers are others are searched.
    ///
    /// The series in which changes were found come along in their places: they are asked for again.
    private func search(
        _ changed: Set<String>,
        in db: StoreConnection
    ) throws -> (brands: [SearchedBrand], series: [String: [TestedSeries?]]) {
        let brands = try VoiceTable.brands(in: db)
        try BrandFindingTable.keep(brands, in: db)
        var found: [String: SearchedBrand] = [:]
        for brand in brands { found[brand] = try SearchedBrand.stored(brand, in: db) }
        let stale = brands.filter { changed.contains($0) || found[$0] == nil }
        var moved: [String: [TestedSeries?]] = [:]
        for start in stride(from: 0, to: stale.count, by: Self.brandsAtOnce) {
            let part = stale[start..<min(start + Self.brandsAtOnce, stale.count)]
            for (searched, series) in try search(part.map { ($0, found[$0]) }, in: db) {
                try searched.store(in: db)
                found[searched.brand] = searched
                moved[searched.brand] = zip(searched.series, series).map { found, tested in
                    found.result.changes.isEmpty ? nil : tested
                }
            }
        }
        return (brands.compactMap { found[$0] }, moved)
    }

    /// Searches some brands on all cores; `known`: what was found in each when it was searched last.
    private func search(
        _ brands: [(name: String, known: SearchedBrand?)],
        in db: StoreConnection
    ) throws -> [(SearchedBrand, [TestedSeries])] {
        let (reader, workers) = (SeriesReader(settings: context.settings), context.workers)
        let sources = try brands.map { try reader.source(of: $0.name, in: db) }
        let series = try sideBySide(sources, workers: workers) { try reader.series(of: $0) }
        let asked = zip(brands, series).flatMap { brand, own in own.map { ($0, brand.known) } }
        var results = sideBySide(asked, workers: workers) { series, known in
            known?.result(of: series) ?? Self.result(of: series)
        }[...]
        let parts = zip(brands, series).map { brand, own in
            defer { results = results.dropFirst(own.count) }
            return (name: brand.name, series: own, results: Array(results.prefix(own.count)))
        }
        return sideBySide(parts, workers: workers) { part in
            (SearchedBrand(brand: part.name, part.series, part.results), part.series)
        }
    }

    /// The changes that stay, with the series they were found in; `known`: those series of some brands.
    private func changes(
        in series: [SearchedSeries],
        of brands: [SearchedBrand],
        _ known: [String: [TestedSeries?]],
        in db: StoreConnection
    ) throws -> [FoundChange] {
        let reader = SeriesReader(settings: context.settings)
        var (rest, changes) = (series[...], [FoundChange]())
        for brand in brands {
            let own = rest.prefix(brand.series.count)
            rest = rest.dropFirst(own.count)
            guard own.contains(where: { !$0.result.changes.isEmpty }) else { continue }
            for (found, tested) in zip(own, try known[brand.brand] ?? reader.series(of: brand.brand, in: db)) {
                guard let tested else { continue }
                changes += found.result.changes.map { FoundChange($0, in: tested) }
            }
        }
        return changes
    }

    /// Forgets what was found: all is searched anew when what is looked for is another.
    package static func forget(in db: StoreConnection) throws { try BrandFindingTable.keep([], in: db) }

    /// Each under an id of its own.
    private static func named(_ details: [FlagDetail]) -> [FlagDetail] {
        var names: Set<String> = []
        return details.map { detail in
            var named = detail
            while !names.insert(named.id).inserted { named.id += "'" }
            return named
        }
    }

    /// Movements that season or mix explain are looked for in support strength alone.
    private static func result(of series: TestedSeries) -> TrendResult {
        var options = series.options
        options.explains = series.isWhole
        return TrendDetector.detect(series.trend, options: options)
    }
}

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
        var reader = SeriesReader(settings: settings)
        let searched = try search(changed, &reader, in: db)
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
        for event in FoundChange.events(among: try changes(in: series, of: searched, &reader, in: db)) {
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

    /// What stands in the series of every brand; of those that changed, the series whose numbers are others are searched.
    private func search(
        _ changed: Set<String>,
        _ reader: inout SeriesReader,
        in db: StoreConnection
    ) throws -> [SearchedBrand] {
        let brands = try VoiceTable.brands(in: db)
        try BrandFindingTable.keep(brands, in: db)
        var found: [String: SearchedBrand] = [:]
        for brand in brands { found[brand] = try SearchedBrand.stored(brand, in: db) }
        let stale = brands.filter { changed.contains($0) || found[$0] == nil }
        let series = try stale.map { try reader.series(of: $0, in: db) }
        let asked = zip(stale, series).flatMap { brand, own in own.map { ($0, found[brand]?.result(of: $0)) } }
        var results = try sideBySide(asked, workers: context.workers) { series, known in
            known ?? Self.result(of: series)
        }[...]
        for (brand, own) in zip(stale, series) {
            let searched = SearchedBrand(brand: brand, own, Array(results.prefix(own.count)))
            results = results.dropFirst(own.count)
            try searched.store(in: db)
            found[brand] = searched
        }
        return brands.compactMap { found[$0] }
    }

    /// The changes that stay, with the series they were found in.
    private func changes(
        in series: [SearchedSeries],
        of brands: [SearchedBrand],
        _ reader: inout SeriesReader,
        in db: StoreConnection
    ) throws -> [FoundChange] {
        var (rest, changes) = (series[...], [FoundChange]())
        for brand in brands {
            let own = rest.prefix(brand.series.count)
            rest = rest.dropFirst(own.count)
            guard own.contains(where: { !$0.result.changes.isEmpty }) else { continue }
            for (found, tested) in zip(own, try reader.series(of: brand.brand, in: db)) {
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

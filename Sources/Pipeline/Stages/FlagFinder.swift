import Feedback
import Foundation
import Measures
import Store

/// Looks for changes in the monthly series of every brand, and tests them together.
struct FlagFinder {
    /// Voices a facet needs over all time before its series is tested.
    private static let leastFacetVoices = 200

    let context: WorkspaceContext

    /// Falls and rises of all brands; nothing on a handful of voices.
    ///
    /// Leaves the ledger of flags and the notes of the search in the database.
    func flags(of brands: [TestedBrand], in db: StoreConnection) throws -> [FlagRow] {
        let series = brands.flatMap(series(of:))
        let results = TrendRun.adjusted(series.map(Self.result(of:)))
        let run = Int(try RunTable.latest(in: db) ?? 0)
        var ledger = try StoredFlags.load(in: db)
        ledger.take(series, results, run: run, asOf: context.settings.zone.format(try context.asOf()))
        try ledger.save(in: db)
        var notes = TrendNotes()
        let tested = results.count { $0.state == .tested }
        var details: [FlagDetail] = []
        for (own, result) in zip(series, results) {
            notes.add(own, result)
            for change in result.changes {
                var detail = FlagDetail(
                    change,
                    series: own,
                    seriesTested: tested,
                    minimumVoices: context.settings.minimumVoices
                )
                detail.entry = ledger.entry(of: change, in: own, run: run)
                details.append(detail)
            }
        }
        try notes.save(in: db)
        return try rows(details)
    }

    /// One row an event: a facet that moved with support strength is named in that flag and is none of its own.
    private func rows(_ details: [FlagDetail]) throws -> [FlagRow] {
        var names: Set<String> = []
        return try details.filter { own in !details.contains { own.isPart(of: $0) } }.map { detail in
            var named = detail
            while !names.insert(named.id).inserted { named.id += "'" }
            return try row(named)
        }
    }

    /// The series of support strength, and of every facet that is spoken of enough.
    private func series(of brand: TestedBrand) -> [TestedSeries] {
        let cells = BrandCells(brand: brand.brand, cells: brand.cells)
        let facets = Facet.allCases.map(MeasureID.facet).filter {
            (cells.total($0)?.n ?? 0) >= Self.leastFacetVoices
        }
        return ([.support] + facets).compactMap { TestedSeries(cells: cells, measure: $0) }
    }

    /// Movements that season or mix explain are looked for in support strength alone.
    private static func result(of series: TestedSeries) -> TrendResult {
        var options = TrendOptions()
        options.explains = series.measure == .support
        return TrendDetector.detect(series.trend, options: options)
    }

    private func row(_ detail: FlagDetail) throws -> FlagRow {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return FlagRow(
            flagID: detail.id,
            brand: detail.brand,
            measure: detail.measure,
            channel: "*",
            kind: detail.kind,
            state: detail.entry?.state ?? Flag.State.new.rawValue,
            firstBadPeriod: detail.firstPeriod,
            detail: String(decoding: try encoder.encode(detail), as: UTF8.self)
        )
    }
}

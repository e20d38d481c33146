import Feedback
import Reports
import Store
import Workspace

/// Accounts for everything that went in.
struct CoverageBuilder {
    let zone: Zone
    let asOf: Instant
    /// Days after which a source counts as silent, as the settings say, by source.
    let silenceLimits: [String: Int]
    let names: VoiceNames

    /// Sources from which nothing new comes any more, in the order of their names.
    func silentSources(in db: StoreConnection) throws -> [SilentSource] {
        try ReportQueries.sourceStates(in: db).compactMap { state in
            let rhythm = try rhythm(of: state.source, newest: state.newest, in: db)
            return rhythm.flatMap { SilentSource(names.shown(state.source), $0) }
        }
    }

    func coverage(in db: StoreConnection) throws -> Coverage {
        let ledger = try RunTable.ledgerBySource(in: db)
        let states = try ReportQueries.sourceStates(in: db)
        let quarantined = try ReportQueries.quarantineCounts(in: db)
        let aside = try ColumnsAside.load(in: db).columns
        let known = Set(ledger.map(\.source)).union(states.map(\.source)).union(quarantined.map(\.source)).sorted()
        let sources = try known.map { name in
            let state = states.first { $0.source == name }
            let rhythm = try rhythm(of: name, newest: state?.newest, in: db)
            var row = source(name, ledger.first { $0.source == name }, state, rhythm?.freshness ?? .unknown)
            row.columnsAside = aside[name] ?? []
            return row
        }
        return Coverage(
            sources: sources,
            ledgerAddsUp: ledger.allSatisfy(\.addsUp),
            quarantine: quarantined.map {
                let file = $0.file.split(separator: "/").last.map(String.init) ?? $0.file
                return QuarantineRow(
                    source: names.shown($0.source),
                    reason: $0.reason,
                    rows: $0.rows,
                    example: "\(names.shown(paths: file)):\($0.line)"
                )
            },
            voices: try VoiceTable.count(in: db),
            cases: try CaseTable.count(in: db),
            withoutBrand: try ReportQueries.withoutBrand(in: db),
            sealed: try SealedCellTable.voices(in: db).map { SealedVoices(brand: $0.brand, voices: $0.voices) }
        )
    }

    private func source(
        _ name: String,
        _ ledger: LedgerEntry?,
        _ state: ReportQueries.SourceState?,
        _ freshness: Freshness
    ) -> SourceCoverage {
        let today = zone.local(asOf).day
        let newest = state?.newest.map { zone.local($0).day }
        let silent = newest.map { max(0, today.number - $0.number) }
        return SourceCoverage(
            source: names.shown(name),
            read: (ledger?.read ?? 0) - (ledger?.skipped ?? 0),
            stored: ledger?.stored ?? 0,
            duplicate: ledger?.duplicate ?? 0,
            updated: ledger?.updated ?? 0,
            quarantined: ledger?.quarantined ?? 0,
            comments: state?.comments ?? 0,
            unknownLanguage: state?.unknownLanguage ?? 0,
            withLexiconHit: state?.withLexiconHit ?? 0,
            unlinked: state?.unlinked ?? 0,
            undated: state?.undated ?? 0,
            newest: newest?.description,
            silentDays: silent,
            freshness: freshness
        )
    }

    private func rhythm(of source: String, newest: Instant?, in db: StoreConnection) throws -> SourceRhythm? {
        let arrivals = try RunHistory.arrivals(of: source, latest: SourceRhythm.mostArrivals, in: db)
        let days = arrivals.map { zone.local($0).day }
        return SourceRhythm(
            limit: silenceLimits[source],
            arrivals: days.enumerated().filter { $0.offset == 0 || days[$0.offset - 1] != $0.element }.map(\.element),
            newest: newest.map { zone.local($0).day },
            today: zone.local(asOf).day
        )
    }
}

import Feedback
import Reports
import Store

/// Accounts for everything that went in.
struct CoverageBuilder {
    /// A source silent for this many days is late; for twice as many, silent.
    private static let lateDays = 35

    let zone: Zone
    let asOf: Instant

    func coverage(in db: StoreConnection) throws -> Coverage {
        let ledger = try RunTable.ledgerBySource(in: db)
        let states = try ReportQueries.sourceStates(in: db)
        let quarantined = try ReportQueries.quarantineCounts(in: db)
        let names = Set(ledger.map(\.source)).union(states.map(\.source)).union(quarantined.map(\.source)).sorted()
        let sources = names.map { name in
            source(name, ledger.first { $0.source == name }, states.first { $0.source == name })
        }
        return Coverage(
            sources: sources,
            ledgerAddsUp: ledger.allSatisfy(\.addsUp),
            quarantine: quarantined.map {
                let file = $0.file.split(separator: "/").last.map(String.init) ?? $0.file
                return QuarantineRow(
                    source: $0.source,
                    reason: $0.reason,
                    rows: $0.rows,
                    example: "\(file):\($0.line)"
                )
            },
            voices: try VoiceTable.count(in: db),
            cases: try CaseTable.count(in: db),
            withoutBrand: try ReportQueries.withoutBrand(in: db)
        )
    }

    private func source(
        _ name: String,
        _ ledger: LedgerEntry?,
        _ state: ReportQueries.SourceState?
    ) -> SourceCoverage {
        let today = zone.local(asOf).day
        let newest = state?.newest.map { zone.local($0).day }
        let silent = newest.map { max(0, today.number - $0.number) }
        return SourceCoverage(
            source: name,
            read: (ledger?.read ?? 0) - (ledger?.skipped ?? 0),
            stored: ledger?.stored ?? 0,
            duplicate: ledger?.duplicate ?? 0,
            updated: ledger?.updated ?? 0,
            quarantined: ledger?.quarantined ?? 0,
            comments: state?.comments ?? 0,
            unknownLanguage: state?.unknownLanguage ?? 0,
            withLexiconHit: state?.withLexiconHit ?? 0,
            unlinked: state?.unlinked ?? 0,
            newest: newest?.description,
            silentDays: silent,
            freshness: freshness(silent)
        )
    }

    private func freshness(_ silentDays: Int?) -> Freshness {
        guard let silentDays else { return .unknown }
        if silentDays <= Self.lateDays { return .fresh }
        return silentDays <= 2 * Self.lateDays ? .late : .silent
    }
}

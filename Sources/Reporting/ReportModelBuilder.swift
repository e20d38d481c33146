import Feedback
import Flags
import Measures
package import Reports
package import Store
package import Workspace

/// Gathers everything a report says of a workspace.
package struct ReportModelBuilder {
    private let context: WorkspaceContext
    private let language: ReportLanguage
    private let similar: KeptSimilarCases

    /// - Parameters:
    ///   - context: the workspace.
    ///   - language: of the report.
    ///   - similar: what the report before found of cases that are alike.
    package init(context: WorkspaceContext, language: ReportLanguage, similar: KeptSimilarCases) {
        self.context = context
        self.language = language
        self.similar = similar
    }

    /// The report on the last measuring, brands in the order of their names.
    ///
    /// - Throws: ``WorkspaceError`` `input` when there is no voice to report on.
    package func model() throws -> ReportModel {
        let database = context.database
        let brands = try database.read { try VoiceTable.brands(in: $0) }
        guard !brands.isEmpty else {
            throw WorkspaceError(
                .input,
                "there is no voice to report on: no stored comment names a known brand; see brands in koe.yaml"
            )
        }
        let builder = try database.read(brandBuilder)
        let reports = try sideBySide(brands, workers: context.workers) { brand in
            try database.read { try Self.report(of: brand, with: builder, in: $0) }
        }
        return try database.read { try model(of: reports, with: builder, in: $0) }
    }

    /// The cells of a brand are held no longer than its report is made.
    private static func report(
        of brand: String,
        with builder: BrandReportBuilder,
        in db: StoreConnection
    ) throws -> (months: AcrossBrandsBuilder.Months, report: BrandReport) {
        let flagged = Set(builder.flags.flags(of: brand).map(\.measure))
        let cells = try ShownCells.cells(of: brand, flagged: flagged, in: db)
        let verdict = VerdictBuilder(settings: builder.context.settings).result(of: cells)
        return (AcrossBrandsBuilder.months(of: verdict), try builder.report(of: cells, verdict, in: db))
    }

    private func brandBuilder(in db: StoreConnection) throws -> BrandReportBuilder {
        let names = try context.voiceNames()
        let zone = context.settings.zone
        let timelines = CaseTimelineBuilder(
            zone: zone,
            names: names,
            holders: IncidentHolders(servesMany: true),
            kept: similar
        )
        let flags = FlagReader(
            flags: try FindingTable.flags(in: db),
            ledger: try StoredFlags.load(in: db),
            verbatims: VerbatimBuilder(zone: zone, names: names),
            minimumVoices: context.settings.minimumVoices,
            latestRun: Int(try RunTable.latest(in: db) ?? 0),
            timelines: timelines
        )
        return BrandReportBuilder(
            context: context,
            mentions: Dictionary(grouping: try ReportQueries.mentionCounts(in: db), by: \.brand),
            earlySigns: try FindingTable.earlySigns(in: db),
            flags: flags,
            notes: try TrendNotes.load(in: db),
            office: OfficeCalendar(context.settings.office),
            merged: try MergedCases(in: db),
            instrument: try InstrumentEvents(zone: zone, names: names, in: db),
            names: names,
            timelines: timelines
        )
    }

    private func model(
        of reports: [(months: AcrossBrandsBuilder.Months, report: BrandReport)],
        with builder: BrandReportBuilder,
        in db: StoreConnection
    ) throws -> ReportModel {
        var across = AcrossBrandsBuilder()
        for (months, _) in reports { across.add(months) }
        let asOf = try reportTime(in: db)
        return ReportModel(
            head: try head(asOf: asOf, in: db),
            brands: reports.map(\.report),
            acrossBrands: across.result,
            explained: ExplainedBuilder(notes: builder.notes).changes(of: reports.map(\.report.name)),
            superseded: builder.flags.superseded(explained: builder.notes.explained),
            agreement: try AgreementBuilder(verbatims: builder.flags.verbatims).agreement(in: db),
            coverage: try coverage(asOf: asOf).coverage(in: db)
        )
    }

    /// Sources from which nothing new comes any more, in the order of their names.
    package func silentSources(in db: StoreConnection) throws -> [SilentSource] {
        try coverage(asOf: reportTime(in: db)).silentSources(in: db)
    }

    private func coverage(asOf: Instant) throws -> CoverageBuilder {
        CoverageBuilder(
            zone: context.settings.zone,
            asOf: asOf,
            silenceLimits: context.settings.silenceLimits,
            names: try context.voiceNames()
        )
    }

    /// The moment the report speaks of: the setting, or the time of the run.
    private func reportTime(in db: StoreConnection) throws -> Instant {
        try context.asOf()
    }

    private func head(asOf: Instant, in db: StoreConnection) throws -> ReportHead {
        let settings = context.settings
        let scorer = try ScoreTable.versions(in: db).joined(separator: "; ")
        let lines = settings.lines.map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
        return ReportHead(
            title: settings.title == "Koe" ? nil : settings.title,
            notice: settings.notice,
            runID: try RunTable.latest(in: db).map { "run \($0)" } ?? "no run",
            asOf: settings.zone.format(asOf),
            zone: settings.zone.identifier,
            databaseHash: try ContentHash.hash(in: db),
            lexiconVersion: VersionText.part("lexicon", of: scorer),
            scorerVersion: VersionText.part("rules", of: scorer),
            configVersion: String(Digest.hex(Array(lines.utf8)).prefix(12)),
            definitionVersion: String(MeasureDefinition.version),
            command: "koe report --lang \(language.rawValue)",
            margin: settings.margin,
            minimumVoices: settings.minimumVoices
        )
    }
}

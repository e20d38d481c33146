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

    /// The brands of the report on the last measuring, in the order of their names.
    ///
    /// - Parameters:
    ///   - kept: of the report before, by brand; empty makes every brand.
    ///   - common: says what decides the reports of all brands beside them: settings, language, templates.
    /// - Returns: every brand, made or taken over.
    /// - Throws: ``WorkspaceError`` `input` when there is no voice to report on.
    package func draft(
        keeping kept: [String: KeptBrand],
        common: (StoreConnection) throws -> String
    ) throws -> ReportDraft {
        let database = context.database
        let brands = try database.read { try VoiceTable.brands(in: $0) }
        guard !brands.isEmpty else {
            let reason = try database.read(MissingVoices.reason)
            throw WorkspaceError(.input, "there is no voice to report on: \(reason)")
        }
        let (builder, inputs) = try database.read { db in
            let builder = try brandBuilder(in: db)
            return (builder, try brandInputs(builder, common: common(db), in: db))
        }
        let drafts = try sideBySide(brands, workers: context.workers) { brand in
            try database.read { db in
                if let kept = kept[brand], try inputs.holds(kept, of: brand, in: db) { return BrandDraft(kept) }
                return try Self.draft(of: brand, with: builder, inputs, in: db)
            }
        }
        return ReportDraft(brands: drafts, builder: builder, inputs: inputs)
    }

    /// The same with some brands made that were taken over.
    package func making(_ brands: Set<String>, of draft: ReportDraft) throws -> ReportDraft {
        let database = context.database
        var result = draft
        result.brands = try sideBySide(draft.brands, workers: context.workers) { own in
            guard brands.contains(own.report.name) else { return own }
            return try database.read {
                try Self.draft(of: own.report.name, with: draft.builder, draft.inputs, in: $0)
            }
        }
        return result
    }

    /// The cells of a brand are held no longer than its report is made.
    private static func draft(
        of brand: String,
        with builder: BrandReportBuilder,
        _ inputs: BrandInputs,
        in db: StoreConnection
    ) throws -> BrandDraft {
        let told = ToldCases()
        let builder = builder.noting(told)
        let flagged = Set(builder.flags.flags(of: brand).map(\.measure))
        let cells = try ShownCells.cells(of: brand, flagged: flagged, in: db)
        let verdict = VerdictBuilder(settings: builder.context.settings).result(of: cells)
        let report = try builder.report(of: cells, verdict, in: db)
        let facts = BrandFacts(report, months: AcrossBrandsBuilder.months(of: verdict), similar: told.all)
        return BrandDraft(report, facts, input: inputs.digest(of: brand))
    }

    private func brandInputs(
        _ builder: BrandReportBuilder,
        common: String,
        in db: StoreConnection
    ) throws -> BrandInputs {
        BrandInputs(
            common: ([common] + builder.instrument.common.map { "\($0)" }).joined(separator: "\n"),
            notes: builder.notes,
            flags: builder.flags,
            changed: Set(try ReportJournal.brands(in: db)),
            similar: similar,
            timelines: builder.timelines
        )
    }

    private func brandBuilder(in db: StoreConnection) throws -> BrandReportBuilder {
        let names = try context.voiceNames()
        let zone = context.settings.zone
        let timelines = CaseTimelineBuilder(
            zone: zone,
            names: names,
            holders: IncidentHolders(),
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

    /// What the report says of the whole, with its brands.
    package func model(of draft: ReportDraft) throws -> ReportModel {
        try context.database.read { try model(of: draft, in: $0) }
    }

    private func model(of draft: ReportDraft, in db: StoreConnection) throws -> ReportModel {
        var across = AcrossBrandsBuilder()
        for brand in draft.brands { across.add(brand.facts.months) }
        let (asOf, builder) = (try reportTime(in: db), draft.builder)
        return ReportModel(
            head: try head(asOf: asOf, in: db),
            brands: draft.brands.map(\.report),
            acrossBrands: across.result,
            explained: ExplainedBuilder(notes: builder.notes).changes(of: draft.brands.map(\.report.name)),
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

/// A report in the making: its brands, and what they are made with.
package struct ReportDraft: Sendable {
    /// In the order of their names.
    package fileprivate(set) var brands: [BrandDraft]
    fileprivate let builder: BrandReportBuilder
    fileprivate let inputs: BrandInputs

    /// What to hide in the report of some model, whose brands are these.
    ///
    /// `base`: what is hidden beside names, as the settings say.
    package func masking(of model: ReportModel, beside base: Masking, in db: StoreConnection) throws -> Masking {
        let others = Masking.addressed(in: model.agreement?.quotedTexts ?? [])
        let reported = Set(model.brands.map(\.name))
        let facts = brands.filter { reported.contains($0.report.name) }.map(\.facts)
        return try KnownNames.masking(
            addressing: Set(facts.flatMap(\.addressed) + others).sorted(),
            notes: facts.flatMap(\.notes),
            beside: base,
            in: db
        )
    }
}

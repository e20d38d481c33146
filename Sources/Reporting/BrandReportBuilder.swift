import Feedback
import Flags
import Measures
import Reports
import Store
import Workspace

/// Gathers everything a report says of one brand.
struct BrandReportBuilder {
    /// Cases whose timelines are told.
    private static let toldCases = 5
    /// Bytes of a text quoted for a facet.
    private static let bytesOfAFacetQuote = 600

    let context: WorkspaceContext
    /// By brand.
    let mentions: [String: [ReportQueries.MentionCount]]
    let earlySigns: [EarlySignRow]
    var flags: FlagReader
    let notes: TrendNotes
    let office: OfficeCalendar
    let merged: MergedCases
    let instrument: InstrumentEvents
    let names: VoiceNames
    var timelines: CaseTimelineBuilder

    private var zone: Zone { context.settings.zone }
    private var minimumVoices: Int { context.settings.minimumVoices }
    private var verbatimBuilder: VerbatimBuilder { VerbatimBuilder(zone: zone, names: names) }

    /// The same, taking down the cases that are told.
    func noting(_ told: ToldCases) -> BrandReportBuilder {
        var builder = self
        builder.timelines.told = told
        builder.flags.timelines.told = told
        return builder
    }

    /// `verdict`: on the brand, by ``VerdictBuilder``.
    func report(of cells: BrandCells, _ verdict: EqualityVerdict, in db: StoreConnection) throws -> BrandReport {
        let brand = cells.brand
        let facts = try CaseFacts(of: brand, office: office, merged: merged, in: db)
        let voices = try BrandVoices(of: brand, recoveries: facts.recoveries, in: db)
        let found = try flags.flags(of: cells, in: db)
        let name = context.settings.brands.first { $0.name == brand }
        let series = SeriesBuilder(cells: cells, minimumVoices: minimumVoices)
        let levels = LevelSeries(cells: cells, minimumVoices: minimumVoices)
        let handling = HandlingBuilder(minimumVoices: minimumVoices)
        let told = try ReportQueries.caseIDs(of: brand, limit: Self.toldCases, in: db)
        return BrandReport(
            name: brand,
            japaneseName: name?.japaneseName,
            isSynthetic: name?.isSynthetic ?? false,
            verdict: VerdictBuilder(settings: context.settings).verdict(verdict),
            basis: try basis(of: brand, in: db),
            yearly: series.points(.year),
            monthly: series.points(.month),
            calendar: levels.calendar,
            events: try events(of: brand, told, in: db),
            facets: try facets(cells, levels, voices.facets, in: db),
            weightedFacets: weightedFacets(cells),
            signals: signals(cells),
            drivers: voices.drivers.drivers,
            handling: handling.rows(facts.times),
            handlingYears: handling.years(facts.times),
            recovery: RecoveryBuilder(minimumVoices: minimumVoices).recovery(facts.recoveries, voices.customers),
            surveys: SurveyBuilder(minimumVoices: minimumVoices).scores(of: cells),
            versions: try VersionBuilder(minimumVoices: minimumVoices, names: names).rows(of: brand, in: db),
            yearOverYear: YearChangeBuilder(minimumVoices: minimumVoices, zone: zone).changes(of: cells),
            flags: found.falls,
            improvements: found.rises,
            earlySigns: try signs(of: brand, cells, in: db),
            insufficient: FallSight(notes: notes).note(on: cells),
            verbatims: try verbatims(of: brand, in: db),
            cases: try told.compactMap { try timelines.timeline(of: $0, in: db) },
            command: "koe why measure \(ShellWord.quoted(brand)) all"
        )
    }

    /// The user's own weights, or else the shares of mentions.
    private func weights(_ cells: BrandCells) -> FacetWeights {
        context.settings.facetWeights ?? FacetWeights(mentionsIn: facetCells(cells, minimumVoices: 1))
    }

    private func facetCells(_ cells: BrandCells, minimumVoices: Int) -> [Facet: Cell] {
        let pairs = Facet.allCases.map { ($0, cells.total(.facet($0)) ?? Cell()) }
        return Dictionary(uniqueKeysWithValues: pairs.filter { $0.1.n >= minimumVoices })
    }

    /// Over the facets with voices enough.
    private func weightedFacets(_ cells: BrandCells) -> WeightedFacets? {
        let sufficient = facetCells(cells, minimumVoices: minimumVoices)
        return weights(cells).mean(of: sufficient).map { mean in
            WeightedFacets(
                range: ValueRange(value: mean.value, low: mean.low, high: mean.high),
                mentions: sufficient.values.reduce(0) { $0 + $1.n },
                isGiven: context.settings.facetWeights != nil
            )
        }
    }

    private func facets(
        _ cells: BrandCells,
        _ levels: LevelSeries,
        _ voices: FacetVoices,
        in db: StoreConnection
    ) throws -> [FacetRow] {
        let (weights, mentions) = (weights(cells), mentions[cells.brand] ?? [])
        let quoting = VerbatimBuilder(zone: zone, names: names, quotedBytes: Self.bytesOfAFacetQuote)
        return try Facet.allCases.compactMap { facet in
            func count(_ polarity: Int) -> Int {
                mentions.first { $0.facet == facet.rawValue && $0.polarity == polarity }?.mentions ?? 0
            }
            let row = FacetRow(
                facet: facet,
                strength: Reports.Strength(cells.total(.facet(facet)), minimumVoices: minimumVoices),
                positive: count(1),
                negative: count(-1),
                bare: count(0),
                weight: weights.share(of: facet),
                yearly: levels.years(.facet(facet)),
                praises: try voices.quotes(of: facet, isPraise: true, with: quoting, in: db),
                blames: try voices.quotes(of: facet, isPraise: false, with: quoting, in: db)
            )
            return row.positive + row.negative + row.bare == 0 ? nil : row
        }
    }

    private func signals(_ cells: BrandCells) -> [SignalRow] {
        LoyaltySignal.allCases.compactMap { signal in
            let voices = (cells.total(.signalShare(signal))?.sum ?? 0) / 10_000
            return voices > 0 ? SignalRow(signal: signal, voices: voices) : nil
        }
    }

    private func basis(of brand: String, in db: StoreConnection) throws -> StrengthBasis {
        var basis = StrengthBasis()
        for count in try ReportQueries.basisCounts(of: brand, in: db) {
            switch Voice.SupportBasis(rawValue: count.supportBasis) {
            case .facets: basis.supportFromFacets += count.voices
            case .handling: basis.supportFromHandlingClauses += count.voices
            default: basis.supportUnknown += count.voices
            }
            switch Voice.BrandBasis(rawValue: count.brandBasis) {
            case .signals: basis.brandFromSignals += count.voices
            case .rating: basis.brandFromRatings += count.voices
            case .valence: basis.brandFromValence += count.voices
            default: basis.brandUnknown += count.voices
            }
        }
        return basis
    }

    private func events(
        of brand: String,
        _ caseIDs: [String],
        in db: StoreConnection
    ) throws -> [ChartEvent] {
        let incidents: [ChartEvent] = try caseIDs.compactMap { id in
            guard let supportCase = try CaseTable.supportCase(id, in: db), supportCase.origin == .story,
                let opened = supportCase.openedAt
            else { return nil }
            let month = Period(.month, containing: zone.local(opened.instant).day)
            return ChartEvent(
                period: month.description,
                kind: .incident,
                label: supportCase.subject,
                caseID: names.shown(caseID: id)
            )
        }
        let own = context.settings.events.filter { $0.brand == nil || $0.brand == brand }.map { event in
            ChartEvent(
                period: event.date,
                kind: event.kind.flatMap(EventKind.init(rawValue:)) ?? .company,
                label: event.label,
                product: event.product.map { names.shown($0) },
                channel: event.channel.map { names.shown($0) }
            )
        }
        return (incidents + own + (try instrument.events(of: brand, in: db)))
            .sorted { ($0.period, $0.caseID ?? "", $0.subject ?? "") < ($1.period, $1.caseID ?? "", $1.subject ?? "") }
    }

    private func verbatims(of brand: String, in db: StoreConnection) throws -> [Verbatim] {
        let chooser = try VerbatimChooser(of: brand, in: db)
        func quoted(_ voices: [Int64], _ choice: VerbatimChoice) throws -> [Verbatim] {
            let comments = try voices.flatMap { try ReportVoices.comments(ofVoice: $0, limit: 1, in: db) }
            return try verbatimBuilder.verbatims(ids: comments, choice: choice, in: db)
        }
        return try quoted(chooser.influential, .influential) + quoted(chooser.atRandom, .random)
    }

    private func signs(of brand: String, _ cells: BrandCells, in db: StoreConnection) throws -> [Reports.EarlySign] {
        try earlySigns.filter { $0.brand == brand }.compactMap { sign in
            guard let id = sign.commentID, let stored = try CommentTable.comments(ids: [id], in: db).first,
                let voice = try VoiceTable.voice(ofComment: id, in: db)
            else { return nil }
            let score = try ScoreTable.score(of: id, in: db)?.score
            let blamed = score?.facets.filter { $0.polarity == .negative }.map(\.facet.rawValue) ?? []
            let replies = try ReportQueries.replyIDs(to: stored.comment, in: db)
            let shown = names.shown(sign.voiceID, brand: brand)
            return Reports.EarlySign(
                id: shown,
                period: voice.month,
                reason: .contradictsRecord,
                blamedFacets: blamed.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
                record: record(before: voice.month, cells),
                similarCaseID: voice.relation == .similarCase ? voice.caseID.map(names.shown(caseID:)) : nil,
                verbatim: try verbatimBuilder.verbatim(of: stored, choice: .exemplar, voice: voice, in: db),
                related: try verbatimBuilder.verbatims(ids: replies, choice: .exemplar, in: db),
                command: "koe why flag \(ShellWord.quoted(shown))"
            )
        }
    }

    /// Support strength over the months before one.
    private func record(before month: String, _ cells: BrandCells) -> Reports.Strength? {
        let earlier = cells.periods(.month).filter { $0.description < month }
        let sum = earlier.reduce(into: Cell()) { sum, period in
            if let cell = cells.cell(.support, period) { sum.merge(cell) }
        }
        return sum.n > 0 ? Reports.Strength(sum, minimumVoices: minimumVoices) : nil
    }
}

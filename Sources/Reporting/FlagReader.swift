import Feedback
import Flags
import Measures
import Reports
import Store
import Workspace

/// Puts stored flags into the form of a report, with voices that show what they mean.
struct FlagReader {
    /// Timelines of cases that stand beside a flag.
    private static let toldCases = 8

    let flags: [FlagDetail]
    let ledger: StoredFlags
    let verbatims: VerbatimBuilder
    let minimumVoices: Int
    let latestRun: Int
    var timelines: CaseTimelineBuilder
    private var names: VoiceNames { verbatims.names }

    /// Flags that were told and are no change any more, or told by another, over all brands.
    func superseded(explained: [ExplainedRow]) -> [SupersededFlag] {
        ledger.departed(shown: flags, explained: explained).compactMap { flag in
            if case .left = flag.fate { return nil }
            let entry = flag.record
            let facet = entry.measure.hasPrefix("facet.") ? String(entry.measure.dropFirst(6)) : nil
            return SupersededFlag(
                id: names.shown(flag: entry.id),
                brand: entry.brand,
                measure: facet == nil ? .support : .facet,
                facet: facet,
                firstPeriod: entry.name(of: entry.month),
                difference: FlagDetail.onTheScale(entry.difference / FlagDetail.basisPointsPerPoint),
                firstReported: entry.firstReportedAt
            )
        }
    }

    /// The flags of a brand as they are stored.
    func flags(of brand: String) -> [FlagDetail] { flags.filter { $0.brand == brand } }

    /// What is told of each flag of a brand, in words that change whenever it does.
    func inputs(of brand: String) -> [String] {
        ledger.details(of: flags(of: brand)).map { flag in
            var told = flag
            if let state = flag.entry?.state(latestRun: latestRun) { told.entry?.state = state }
            // Nights go by without changing a word.
            told.entry?.toldIn = nil
            told.entry?.lastSeen = 0
            return "\(told)"
        }
    }

    /// Falls and rises of a brand: support strength before its facets, then the largest first.
    func flags(of cells: BrandCells, in db: StoreConnection) throws -> (falls: [ChangeFlag], rises: [ChangeFlag]) {
        let details = ledger.details(of: flags(of: cells.brand)).sorted(by: isBefore)
        return (
            falls: try details.filter { $0.direction < 0 }.map { try flag($0, cells, in: db) },
            rises: try details.filter { $0.direction > 0 }.map { try flag($0, cells, in: db) }
        )
    }

    private func isBefore(_ left: FlagDetail, _ right: FlagDetail) -> Bool {
        if left.isAboutFacet != right.isAboutFacet { return right.isAboutFacet }
        let (first, second) = (abs(left.difference), abs(right.difference))
        return first == second ? left.id < right.id : first > second
    }

    private func flag(_ detail: FlagDetail, _ cells: BrandCells, in db: StoreConnection) throws -> ChangeFlag {
        let facet = detail.isAboutFacet ? String(detail.measure.dropFirst(6)) : nil
        let after = try voices(detail, facet, detail.after, detail.direction, in: db)
        let before = try voices(detail, facet, detail.before, -detail.direction, in: db)
        let state = detail.entry?.state(latestRun: latestRun) ?? .new
        let own = try detail.product.map { try ProductCells.cells(of: $0, brand: detail.brand, in: db) } ?? cells
        return ChangeFlag(
            id: names.shown(flag: detail.entry?.id ?? detail.id),
            state: state,
            kind: FlagKind(rawValue: detail.kind) ?? .step,
            measure: facet == nil ? .support : .facet,
            facet: facet,
            channel: detail.channel.map { names.shown($0) },
            product: detail.product.map { names.shown($0) },
            firstPeriod: detail.firstPeriod,
            firstPeriodLow: detail.firstPeriodLow,
            firstPeriodHigh: detail.firstPeriodHigh,
            lastGoodPeriod: detail.lastGoodPeriod,
            firstDetectable: detail.firstDetectable,
            firstReported: detail.entry?.firstReportedAt,
            acknowledged: detail.entry?.acknowledgedAt,
            note: detail.entry?.note,
            before: strength(detail.before),
            after: strength(detail.after),
            windows: ChangeWindows(
                beforeFrom: detail.before.from,
                beforeTo: detail.before.to,
                afterFrom: detail.after.from,
                afterTo: detail.after.to
            ),
            difference: ValueRange(
                value: detail.shownDifference,
                low: FlagDetail.onTheScale(detail.difference - detail.margin),
                high: FlagDetail.onTheScale(detail.difference + detail.margin)
            ),
            isCut: abs(detail.difference) > FlagDetail.mostPoints,
            plain: detail.lowStars.map {
                PlainChange(lowRating: "1–2", beforePercent: $0.before, afterPercent: $0.after)
            },
            p: detail.p,
            q: detail.q,
            resolution: detail.resolution,
            seriesTested: detail.seriesTested,
            within: detail.within,
            mix: detail.mix,
            facets: facetMovers(detail),
            channels: channelMovers(detail),
            releases: try VersionBuilder(minimumVoices: minimumVoices, names: names)
                .releases(beside: detail, in: db),
            series: LevelSeries(cells: own, minimumVoices: minimumVoices)
                .points(MeasureID(rawValue: detail.measure) ?? .support, channel: detail.channel),
            exemplars: after.quotes.map(\.verbatim),
            exemplarVoices: after.total,
            contrasts: before.quotes.map(\.verbatim),
            contrastVoices: before.total,
            cases: try cases(of: after.quotes + before.quotes, in: db),
            command: "koe why flag \(ShellWord.quoted(names.shown(flag: detail.id)))"
        )
    }

    /// The facets that moved the flag's way, most first.
    private func facetMovers(_ detail: FlagDetail) -> [Mover] {
        detail.facets.filter { $0.change * Double(detail.direction) > 0 }
            .map { Mover(name: $0.facet, change: $0.change, voices: $0.voices) }
    }

    /// Channels that stand on both sides, by the size of their own change.
    private func channelMovers(_ detail: FlagDetail) -> [Mover] {
        guard detail.channels.count > 1 else { return [] }
        let movers = detail.channels.compactMap { part in
            part.change.map { Mover(name: names.shown(part.channel), change: $0, voices: part.voices) }
        }
        return movers.sorted { left, right in
            let (first, second) = (abs(left.change), abs(right.change))
            return first == second ? left.name < right.name : first > second
        }
    }

    private func strength(_ level: FlagDetail.Level) -> Reports.Strength {
        guard level.voices >= minimumVoices, let value = level.value, let low = level.low, let high = level.high else {
            return Reports.Strength(voices: level.voices)
        }
        return Reports.Strength(voices: level.voices, range: ValueRange(value: value, low: low, high: high))
    }

    private func voices(
        _ detail: FlagDetail,
        _ facet: String?,
        _ side: FlagDetail.Level,
        _ direction: Int,
        in db: StoreConnection
    ) throws -> SideVoices.Choice {
        try SideVoices(
            brand: detail.brand,
            facet: facet,
            channel: detail.channel,
            product: detail.product,
            direction: direction,
            months: side.from...max(side.from, side.to)
        ).quotes(with: verbatims, in: db)
    }

    /// The first cases that quoted comments belong to.
    private func cases(of quotes: [VoiceEvidence.Quote], in db: StoreConnection) throws -> [CaseTimeline] {
        var seen: Set<String> = []
        let ids = quotes.compactMap(\.caseID).filter { seen.insert($0).inserted }
        return try ids.prefix(Self.toldCases).compactMap { try timelines.timeline(of: $0, in: db) }
    }
}

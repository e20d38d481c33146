import Feedback
import Flags
import Measures
import Reports
import Store

/// Puts stored flags into the form of a report, with voices that show what they mean.
struct FlagReader {
    private static let exemplars = 4
    private static let contrasts = 3
    /// Voices that are looked at for each one quoted, to pass over repeated words.
    private static let candidates = 40

    let flags: [FlagDetail]
    let ledger: StoredFlags
    let verbatims: VerbatimBuilder
    let minimumVoices: Int
    let latestRun: Int

    /// Flags that were told and are no change any more, over all brands.
    var superseded: [SupersededFlag] {
        ledger.superseded.map { entry in
            let facet = entry.measure.hasPrefix("facet.") ? String(entry.measure.dropFirst(6)) : nil
            return SupersededFlag(
                id: entry.id,
                brand: entry.brand,
                measure: facet == nil ? .support : .facet,
                facet: facet,
                firstPeriod: entry.name(of: entry.month),
                difference: FlagDetail.onTheScale(entry.difference / FlagDetail.basisPointsPerPoint),
                firstReported: entry.firstReportedAt
            )
        }
    }

    /// Falls and rises of a brand: support strength before its facets, then the largest first.
    func flags(of brand: String, in db: StoreConnection) throws -> (falls: [ChangeFlag], rises: [ChangeFlag]) {
        let details = ledger.details(of: flags.filter { $0.brand == brand }).sorted(by: isBefore)
        return (
            falls: try details.filter { $0.direction < 0 }.map { try flag($0, in: db) },
            rises: try details.filter { $0.direction > 0 }.map { try flag($0, in: db) }
        )
    }

    private func isBefore(_ left: FlagDetail, _ right: FlagDetail) -> Bool {
        if left.isAboutFacet != right.isAboutFacet { return right.isAboutFacet }
        let (first, second) = (abs(left.difference), abs(right.difference))
        return first == second ? left.id < right.id : first > second
    }

    private func flag(_ detail: FlagDetail, in db: StoreConnection) throws -> ChangeFlag {
        let facet = detail.isAboutFacet ? String(detail.measure.dropFirst(6)) : nil
        let state = detail.entry?.state(latestRun: latestRun) ?? .new
        return ChangeFlag(
            id: detail.entry?.id ?? detail.id,
            state: state,
            kind: FlagKind(rawValue: detail.kind) ?? .step,
            measure: facet == nil ? .support : .facet,
            facet: facet,
            channel: detail.channel,
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
            exemplars: try quotes(detail, facet, detail.after, detail.direction, Self.exemplars, in: db),
            contrasts: try quotes(detail, facet, detail.before, -detail.direction, Self.contrasts, in: db),
            command: "koe why flag \(ShellWord.quoted(detail.id))"
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
            part.change.map { Mover(name: part.channel, change: $0, voices: part.voices) }
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

    /// Voices of one side of the change that show it best, each with words of its own.
    private func quotes(
        _ detail: FlagDetail,
        _ facet: String?,
        _ side: FlagDetail.Level,
        _ direction: Int,
        _ count: Int,
        in db: StoreConnection
    ) throws -> [Verbatim] {
        let ids = try ReportVoices.telling(
            of: detail.brand,
            facet: facet,
            channel: detail.channel,
            direction: direction,
            months: side.from...max(side.from, side.to),
            limit: Self.candidates,
            in: db
        )
        var texts: Set<String> = []
        var chosen: [Int64] = []
        for comment in try CommentTable.comments(ids: ids, in: db) where chosen.count < count {
            if texts.insert(comment.comment.text).inserted { chosen.append(comment.id) }
        }
        return try verbatims.verbatims(ids: chosen, choice: .exemplar, in: db)
    }
}

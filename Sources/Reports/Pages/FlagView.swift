import Feedback

/// A flag with everything it carries.
struct FlagView {
    let context: PageContext
    let brand: BrandReport
    let casePaths: [String: String]

    private var phrases: any Phrases { context.phrases }
    private var name: String { phrases.name(of: brand) }

    func view(_ flag: ChangeFlag) -> View {
        let rises = flag.difference.value > 0
        let verbatims = VerbatimView(context: context)
        return [
            "flagAnchor": .text(PageAnchor.flag(flag.id)),
            "flagKind": .text(rises ? "rise" : "fall"),
            "flagSign": .text(rises ? "▲" : "▼"),
            "flagHeadline": .text(phrases.flagHeadline(flag, brand: name)),
            "flagState": .text(phrases.state(flag.state)),
            "plainChange": .text(flag.plain.map { phrases.plainChange($0) }),
            "facts": .list(facts(flag)),
            "facetMovers": .optional(movers(flag.facets, word: .movedFacets) { phrases.facet(named: $0) }),
            "channelMovers": .optional(movers(flag.channels, word: .movedChannels) { phrases.channel($0) }),
            "sameTime": .optional(sameTime(flag)),
            "exemplars": group(flag.exemplars, heading: .exemplarsHeading, verbatims),
            "contrasts": group(flag.contrasts, heading: .contrastsHeading, verbatims),
            "flagCommand": .text(flag.command),
        ]
    }

    private func group(_ list: [Verbatim], heading: Word, _ verbatims: VerbatimView) -> View {
        guard !list.isEmpty else { return .flag(false) }
        return [
            "groupHeading": .text(phrases(heading)),
            "quotes": .list(list.map { verbatims.view($0, casePaths: casePaths) }),
        ]
    }

    private func facts(_ flag: ChangeFlag) -> [View] {
        var rows: [(Word, String?)] = [
            (.before, valued(flag.before, flag.windows.map { ($0.beforeFrom, $0.beforeTo) })),
            (.after, valued(flag.after, flag.windows.map { ($0.afterFrom, $0.afterTo) })),
            (.rawDifference, flag.rawDifference.map { NumberText.signed($0) }),
            (.adjustedDifference, phrases.difference(flag.difference)),
            (.rawWithin, flag.within.map { NumberText.signed($0) }),
            (.rawMix, flag.mix.map { NumberText.signed($0) }),
            (.firstPeriod, firstPeriod(flag)), (.lastGood, flag.lastGoodPeriod.map(phrases.period)),
            (.firstDetectable, flag.firstDetectable.map(phrases.period)),
            (.firstReported, flag.firstReported.map(phrases.instant)),
            (.adjustedP, NumberText.probability(flag.p, resolution: flag.resolution)),
            (.adjustedQ, NumberText.probability(flag.q, resolution: flag.resolution)),
            (.seriesTested, NumberText.count(flag.seriesTested)),
        ]
        rows += [(.acknowledgedAt, acknowledged(flag)), (.flagID, flag.id)]
        return rows.compactMap { word, text in
            text.map { ["term": .text(phrases(word)), "detail": .text($0)] }
        }
    }

    /// When a person acknowledged it, and what that person wrote.
    private func acknowledged(_ flag: ChangeFlag) -> String? {
        flag.acknowledged.map { time in
            phrases.instant(time) + (flag.note.map { "\(phrases.colon)\($0)" } ?? "")
        }
    }

    /// A level with its voices and, where they are known, its first and last period.
    private func valued(_ strength: Strength, _ window: (from: String, to: String)? = nil) -> String {
        let level = [phrases.strength(strength), phrases.sampleSize(strength.voices)]
        return (level + [window.map { phrases.window($0.from, $0.to) }].compactMap { $0 })
            .joined(separator: phrases.listSeparator)
    }

    private func firstPeriod(_ flag: ChangeFlag) -> String {
        let first = phrases.period(flag.firstPeriod)
        guard let low = flag.firstPeriodLow, let high = flag.firstPeriodHigh else { return first }
        return first + phrases.bracketed(phrases.firstPeriodInterval(low, high))
    }

    /// Events of the brand inside the interval of the first period.
    private func sameTime(_ flag: ChangeFlag) -> View? {
        guard let low = PeriodSpan(flag.firstPeriodLow ?? flag.firstPeriod),
            let high = PeriodSpan(flag.firstPeriodHigh ?? flag.firstPeriod)
        else { return nil }
        let events = brand.events.filter { event in
            guard let span = PeriodSpan(event.period) else { return false }
            return span.end > low.start && span.start < high.end
        }
        guard !events.isEmpty else { return nil }
        return [
            "events": .list(
                events.map { ["event": .text("\(phrases.period($0.period))\(phrases.colon)\(phrases.event($0))")] }
            )
        ]
    }

    private func movers(_ movers: [Mover], word: Word, name: (String) -> String) -> View? {
        guard !movers.isEmpty else { return nil }
        let table = DataTable(
            caption: phrases(word),
            columns: [
                .text(phrases(word == .movedFacets ? .facet : .channel)), .number(phrases(.change)),
                .number(phrases(.voices)),
            ],
            rows: movers.map { mover in
                [
                    Markup(name(mover.name)), context.signed(mover.change),
                    Markup(mover.voices.map(NumberText.count) ?? "–"),
                ]
            }
        )
        return ["moverTable": .markup(table.markup)]
    }

    func view(_ sign: EarlySign) -> View {
        let verbatims = VerbatimView(context: context)
        let facets = sign.blamedFacets.map { phrases.facet(named: $0) }.joined(separator: phrases.listSeparator)
        let similar = sign.similarCaseID.map { id in
            casePaths[id].map { context.link($0, id) } ?? Markup(id)
        }
        let rows: [(Word, Markup?)] = [
            (.blamedFacets, facets.isEmpty ? nil : Markup(facets)), (.record, sign.record.map { Markup(valued($0)) }),
            (.similarCase, similar), (.flagID, Markup(sign.id)),
        ]
        return [
            "signAnchor": .text(PageAnchor.sign(sign.id)),
            "signHeadline": .text(phrases.earlySign(sign, brand: name)),
            "facts": .list(
                rows.compactMap { word, detail in
                    detail.map { ["term": .text(phrases(word)), "detail": .markup($0)] }
                }
            ),
            "quotes": .list([verbatims.view(sign.verbatim, casePaths: casePaths)]),
            "related": group(sign.related, heading: .relatedHeading, verbatims),
            "signCommand": .text(sign.command),
        ]
    }
}

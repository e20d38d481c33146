import Feedback

/// Every number of a flag.
struct FlagFacts {
    let context: PageContext
    let flag: ChangeFlag

    private var phrases: any Phrases { context.phrases }

    var list: [View] {
        let rows: [(Word, String?)] = [
            (.before, valued(flag.before, flag.windows.map { ($0.beforeFrom, $0.beforeTo) })),
            (.after, valued(flag.after, flag.windows.map { ($0.afterFrom, $0.afterTo) })),
            (.rawDifference, flag.rawDifference.map { NumberText.signed($0) }),
            (.adjustedDifference, phrases.difference(flag.difference)),
            (.rawWithin, flag.within.map { NumberText.signed($0) }),
            (.rawMix, flag.mix.map { NumberText.signed($0) }),
            (.firstPeriod, firstPeriod), (.lastGood, flag.lastGoodPeriod.map(phrases.period)),
            (.firstDetectable, flag.firstDetectable.map(phrases.period)),
            (.firstReported, flag.firstReported.map(phrases.instant)),
            (.adjustedP, NumberText.probability(flag.p, resolution: flag.resolution)),
            (.adjustedQ, NumberText.probability(flag.q, resolution: flag.resolution)),
            (.seriesTested, NumberText.count(flag.seriesTested)),
            (.acknowledgedAt, flag.acknowledged.map { phrases.acknowledgement(at: $0, note: flag.note) }),
            (.flagID, flag.id),
        ]
        return rows.compactMap { word, text in
            text.map { ["term": .text(phrases(word)), "detail": .text($0)] }
        }
    }

    /// A table of what moved most; `nil` where nothing is told apart.
    func movers(_ movers: [Mover], word: Word, name: (String) -> String) -> View? {
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

    /// A level with its voices and, where they are known, its first and last period.
    private func valued(_ strength: Strength, _ window: (from: String, to: String)?) -> String {
        let level = [phrases.strength(strength), phrases.sampleSize(strength.voices)]
        return (level + [window.map { phrases.window($0.from, $0.to) }].compactMap { $0 })
            .joined(separator: phrases.listSeparator)
    }

    private var firstPeriod: String {
        let first = phrases.period(flag.firstPeriod)
        guard let low = flag.firstPeriodLow, let high = flag.firstPeriodHigh else { return first }
        return first + phrases.bracketed(phrases.firstPeriodInterval(low, high))
    }
}

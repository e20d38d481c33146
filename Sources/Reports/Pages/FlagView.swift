import Feedback

/// A flag in short, with the way to its own page.
struct FlagView {
    let context: PageContext
    let brand: BrandReport

    private var phrases: any Phrases { context.phrases }

    func view(_ flag: ChangeFlag) -> View {
        let rises = flag.difference.value > 0
        return [
            "flagAnchor": .text(PageAnchor.flag(flag.id)),
            "flagKind": .text(rises ? "rise" : "fall"),
            "flagSign": .text(rises ? "▲" : "▼"),
            "flagHeadline": .text(phrases.flagHeadline(flag, brand: phrases.name(of: brand))),
            "flagState": .text(phrases.state(flag.state)),
            "flagStory": .text(phrases.flagStory(flag)),
            "plainChange": .text(flag.plain.map { phrases.plainChange($0) }),
            "acknowledged": .text(acknowledged(flag)),
            "sameTime": .optional(FlagEvents(brand: brand, phrases: phrases).view(flag)),
            "flagPath": .text(context.flagPath(flag.id)),
            "flagLink": .text(
                phrases.flagLink(quotes: flag.exemplars.count + flag.contrasts.count)
            ),
        ]
    }

    private func acknowledged(_ flag: ChangeFlag) -> String? {
        flag.acknowledged.map { time in
            "\(phrases(.acknowledgedAt))\(phrases.colon)\(phrases.acknowledgement(at: time, note: flag.note))"
        }
    }
}

/// What happened inside the interval in which a change began.
struct FlagEvents {
    let brand: BrandReport
    let phrases: any Phrases

    func events(_ flag: ChangeFlag) -> [ChartEvent] {
        guard let low = PeriodSpan(flag.firstPeriodLow ?? flag.firstPeriod),
            let high = PeriodSpan(flag.firstPeriodHigh ?? flag.firstPeriod)
        else { return [] }
        return brand.events.filter { event in
            guard event.concerns(flag), let span = PeriodSpan(event.period) else { return false }
            return span.end > low.start && span.start < high.end
        }
    }

    func view(_ flag: ChangeFlag) -> View? {
        let events = events(flag)
        guard !events.isEmpty else { return nil }
        return [
            "events": .list(
                events.map { ["event": .text("\(phrases.period($0.period))\(phrases.colon)\(phrases.event($0))")] }
            )
        ]
    }
}

import Feedback

/// What to do about a flag, in words, one step after another.
struct FlagSteps {
    let context: PageContext
    let brand: BrandReport
    let flag: ChangeFlag
    /// Path of the page with the voices on the brand's facets.
    let facetsPath: String?

    private var phrases: any Phrases { context.phrases }

    var list: [Markup] {
        let measurement = flag.difference.value > 0 ? Markup(phrases(.nextMeasurement)) : nil
        return [measurement, reading, facet, channel, release, events, Markup(phrases(.nextSeen))].compactMap { $0 }
    }

    private var reading: Markup? { flag.exemplars.isEmpty ? nil : Markup(phrases(.nextRead)) }

    /// The facet that moved most, linked to its voices.
    private var facet: Markup? {
        guard let mover = flag.facets.first else { return nil }
        let text = phrases.nextFacet(phrases.facet(named: mover.name), change: mover.change)
        guard let facetsPath, brand.facets.contains(where: { $0.facet == mover.name && $0.hasQuotes }) else {
            return Markup(text)
        }
        return Markup(text) + Markup(" ")
            + context.link("\(facetsPath)#\(PageAnchor.facet(mover.name))", phrases(.facetVoicesLink))
    }

    /// The channel that moved most the flag's way.
    private var channel: Markup? {
        let direction = flag.difference.value
        guard let mover = flag.channels.first(where: { $0.change * direction > 0 }) else { return nil }
        return Markup(phrases.nextChannel(phrases.channel(mover.name), change: mover.change))
    }

    /// The release whose voices surely lie the flag's way of those before.
    private var release: Markup? {
        let direction = flag.difference.value
        let found = flag.releases.first { release in
            release.difference.map { ($0.low > 0) == ($0.high > 0) && $0.value * direction > 0 } ?? false
        }
        guard let found, let difference = found.difference else { return nil }
        return Markup(phrases.nextRelease(found, change: difference.value))
    }

    private var events: Markup {
        guard FlagEvents(brand: brand, phrases: phrases).events(flag).isEmpty else {
            return Markup(phrases(.nextEvents))
        }
        let (low, high) = (flag.firstPeriodLow ?? flag.firstPeriod, flag.firstPeriodHigh ?? flag.firstPeriod)
        return Markup(phrases.nextNoEvents(low, high))
    }
}

import Feedback

/// What the page of a change says, and the tables over the years.
extension EnglishPhrases {
    func flagStory(_ flag: ChangeFlag) -> String {
        let name = measure(flag.measure, facet: flag.facet)
        let place = (flag.channel.map(channel) ?? flag.product).map { " (\($0))" } ?? ""
        let levels =
            "\(name)\(place) was \(level(flag.before, from: flag.windows?.beforeFrom, to: flag.windows?.beforeTo))"
            + " and \(level(flag.after, from: flag.windows?.afterFrom, to: flag.windows?.afterTo))."
        return "\(levels) Freed from season and mix, the difference is \(difference(flag.difference)) points."
    }

    func releaseStory(_ release: Release) -> String {
        let new = "\(release.new.count == 1 ? "Version" : "Versions") \(some(release.new))"
        let was = release.new.count == 1 ? "was" : "were"
        let gap = release.difference.map { " The difference is \(difference($0)) points." } ?? ""
        return
            "\(new) \(was) first named on \(period(release.firstDay)), as the change set in: support strength among the"
            + " voices that name \(release.new.count == 1 ? "it" : "them") is \(strength(release.after))"
            + " (\(sampleSize(release.after.voices))), among those that name an earlier version (\(some(release.earlier)))"
            + " it is \(strength(release.before)) (\(sampleSize(release.before.voices))).\(gap)"
    }

    func nextRelease(_ release: Release, change: Double) -> String {
        "Ask what version \(some(release.new)) changed: its voices lie \(NumberText.signed(change)) points from those of "
            + "earlier versions."
    }

    private func some(_ names: [String]) -> String {
        let rest = names.count - Self.toldVersions
        let shown = names.suffix(Self.toldVersions).joined(separator: listSeparator)
        return rest > 0 ? "\(shown) and \(NumberText.count(rest)) before" : shown
    }

    /// Versions that a sentence names.
    private static let toldVersions = 4

    private func level(_ strength: Strength, from: String?, to: String?) -> String {
        let months = if let from, let to { " " + window(from, to) } else { "" }
        return "\(self.strength(strength))\(months) (\(sampleSize(strength.voices)))"
    }

    func moreVersions(_ count: Int) -> String { "\(NumberText.count(count)) earlier versions are left out here." }

    func flagTiming(_ flag: ChangeFlag) -> String {
        let verb = flag.kind == .decline ? "set in" : "began"
        guard let low = flag.firstPeriodLow, let high = flag.firstPeriodHigh, low != high else {
            return "When: it \(verb) in \(period(flag.firstPeriod))."
        }
        return "When: it \(verb) in \(period(flag.firstPeriod)), \(firstPeriodInterval(low, high))."
    }

    func flagSureness(_ flag: ChangeFlag) -> String {
        let series = "\(NumberText.count(flag.seriesTested)) series tested"
        return "How sure: where nothing changed, chance alone would show a change this large in"
            + " \(share(flag.p, flag.resolution)) of cases (\(probability("p", flag.p, flag.resolution))); of the changes"
            + " told with this certainty, \(share(flag.q, flag.resolution)) are expected to be false"
            + " (\(probability("q", flag.q, flag.resolution)), \(series))."
    }

    private func share(_ value: Double, _ resolution: Double?) -> String {
        let least = max(0.001, resolution ?? 0)
        return value <= least
            ? "fewer than \(NumberText.fixed(100 * least, decimals: 1))%"
            : "\(NumberText.fixed(100 * value, decimals: 1))%"
    }

    private func probability(_ name: String, _ value: Double, _ resolution: Double?) -> String {
        let text = NumberText.probability(value, resolution: resolution)
        return text.hasPrefix("<") ? "\(name) \(text)" : "\(name) = \(text)"
    }

    func changeTitle(_ flag: ChangeFlag) -> String {
        let name = measure(flag.measure, facet: flag.facet)
        guard let old = flag.before.range?.value, let new = flag.after.range?.value else { return name }
        return "\(name): from \(NumberText.tenths(old)) to \(NumberText.tenths(new))"
    }

    func flagLink(quotes: Int) -> String {
        quotes == 0 ? "The whole change" : "The whole change, with \(count(quotes, "voice", "voices"))"
    }

    func acknowledgement(at time: String, note: String?) -> String { instant(time) + (note.map { ": \($0)" } ?? "") }

    func acknowledgeCommand(_ id: String) -> String {
        "koe flags acknowledge \(ShellWord.quoted(id)) --note \"what was found\""
    }

    func nextFacet(_ name: String, change: Double) -> String {
        "Look at “\(name)” first: of the aspects it moved most (\(NumberText.signed(change)) points)."
    }

    func nextChannel(_ name: String, change: Double) -> String {
        "Ask those who handle the channel “\(name)”: it moved most (\(NumberText.signed(change)) points)."
    }

    func nextNoEvents(_ low: String, _ high: String) -> String {
        let time = low == high ? "in \(period(low))" : "between \(period(low)) and \(period(high))"
        return "No event of that time is known. Ask what changed \(time), such as staff, rules, software or suppliers,"
            + " and note it under events in koe.yaml: every chart will then show it."
    }

    func shownVoices(_ shown: Int, of voices: Int) -> String {
        shown < voices
            ? "\(NumberText.count(shown)) of \(count(voices, "voice", "voices")), the strongest of each period"
            : "all \(count(voices, "voice", "voices"))"
    }

    func shownComments(_ shown: Int, of comments: Int) -> String {
        shown < comments
            ? "Shown: \(NumberText.count(shown)) of \(NumberText.count(comments)), the furthest apart first."
            : "All are shown, the furthest apart first."
    }

    func moreChanges(_ number: Int) -> String {
        "\(count(number, "further change is", "further changes are")) in the report itself."
    }

    func moreBrands(_ number: Int) -> String {
        "\(count(number, "further brand is", "further brands are")) in the report itself."
    }

    func changesBelow(_ number: Int) -> String {
        "\(count(number, "further change is", "further changes are")) on the page of changes."
    }

    func brandsBelow(_ number: Int) -> String {
        "\(count(number, "further brand is", "further brands are")) in the table below and on their own pages."
    }

    func moreRows(_ number: Int) -> String {
        "\(count(number, "further row is", "further rows are")) in the CSV file."
    }

    func facetVoicesTitle(brand: String) -> String { "\(brand): voices by aspect of handling" }

    func facetYearsTitle(first: String, last: String) -> String { "The aspects year by year, \(first)–\(last)" }

    func facetFallTitle(_ name: String, from old: (year: String, value: Double), to new: (year: String, value: Double))
        -> String
    {
        "\(name) fell most: \(NumberText.whole(old.value)) in \(old.year), \(NumberText.whole(new.value)) in \(new.year)"
    }

    func facetYearsNote(minimumVoices: Int, left: Int) -> String {
        let end = left == 0 ? "" : " \(count(left, "earlier year", "earlier years")) in the CSV file."
        return "Strength from 0 to 100 with the number of voices n; + is praised more than blamed, \(NumberText.minus)"
            + " blamed more, ± undecided; – has fewer than \(minimumVoices) voices.\(end)"
    }

    func calendarNote(left: Int) -> String {
        let end = left == 0 ? "" : " \(count(left, "earlier year", "earlier years")) in the CSV file."
        return "Each cell is the number of voices of a month; the darker, the more.\(end)"
    }

    func monthName(_ month: Int) -> String { String(period("2000-\(month < 10 ? "0" : "")\(month)").prefix(3)) }

    func changeDescription(measure: String, first: String, last: String, gaps: Int) -> String {
        let end = gaps == 0 ? "" : " The line is broken where there are too few voices (\(gaps) of the periods)."
        return "\(measure) from \(period(first)) to \(period(last)); the band is the interval.\(end)"
    }
}

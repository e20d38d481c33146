import Feedback

/// A quoted comment with its highlights.
struct VerbatimView {
    let phrases: any Phrases

    init(context: PageContext) {
        phrases = context.phrases
    }

    init(phrases: any Phrases) {
        self.phrases = phrases
    }

    /// The quote; `casePaths` tells where the timelines in the report stand, by case.
    func view(_ verbatim: Verbatim, casePaths: [String: String]) -> View {
        view(verbatim, text(verbatim), casePaths: casePaths)
    }

    /// The same with its text as ``text(_:)`` makes it.
    func view(_ verbatim: Verbatim, _ text: Markup, casePaths: [String: String]) -> View {
        let casePath = verbatim.caseID.flatMap { casePaths[$0] }
        return [
            "quoteID": .text(verbatim.commentID),
            "quoteLanguage": .text(verbatim.language == "und" ? "" : verbatim.language),
            "quoteTitle": .text(verbatim.title),
            "quote": .markup(text),
            "isShortened": .flag(verbatim.isShortened),
            "meta": .list(meta(verbatim)),
            "quoteCommand": .text(verbatim.command),
            "casePath": .text(casePath),
            "isInACase": .flag(casePath == nil && verbatim.caseID != nil),
            "caseName": .text(verbatim.caseID ?? ""),
        ]
    }

    /// The quoted text with its highlights.
    func text(_ verbatim: Verbatim) -> Markup { verbatim.segments.map(marked).joined() }

    private func meta(_ verbatim: Verbatim) -> [View] {
        let day = verbatim.date.map(phrases.period)
        let date = day.map { verbatim.dateIsUpperBound ? phrases.notAfter($0) : $0 } ?? phrases(.undated)
        var items = [date, verbatim.author ?? phrases(.anonymous), verbatim.source]
        if let rating = verbatim.rating {
            items.append("\(phrases(.ratingWord))\(phrases.colon)\(phrases.quotedRating(rating))")
        }
        items += polarities(verbatim)
        // Evidence stands under a heading that says what for.
        if verbatim.choice != .exemplar { items.append(phrases.choice(verbatim.choice)) }
        return items.map { ["item": .text($0)] }
    }

    /// S and B of the quote's voice, which may have said more elsewhere: what goes against the quoted words is left out.
    private func polarities(_ verbatim: Verbatim) -> [String] {
        func tone(_ kinds: Set<HighlightKind>) -> Int {
            verbatim.segments.compactMap(\.highlight).filter { kinds.contains($0.kind) }.reduce(0) { $0 + $1.polarity }
        }
        let values: [(name: String, value: Double?, tone: Int)] = [
            ("S", verbatim.support, tone([.facet])), ("B", verbatim.brand, tone([.signal, .valence])),
        ]
        return values.compactMap { name, value, tone in
            guard let value, value * Double(tone) >= 0 else { return nil }
            return "\(name) \(NumberText.signed(value, decimals: 2))"
        }
    }

    /// Highlighted words with their weight or name beside them, so that nothing hangs on colour or hovering.
    private func marked(_ segment: TextSegment) -> Markup {
        let text = lines(segment.text)
        guard let highlight = segment.highlight else { return text }
        let small = Markup.element("small", [("lang", phrases.language.rawValue)], Markup(label(highlight)))
        return .element("mark", [("class", Tone(polarity: highlight.polarity).rawValue)], text + small)
    }

    private func label(_ highlight: Highlight) -> String {
        let sign = Tone(polarity: highlight.polarity).sign
        switch highlight.kind {
        case .valence: return highlight.weight.map { NumberText.signed(Double($0) / 1_000, decimals: 2) } ?? sign
        case .facet: return (highlight.name.map { phrases.facet(named: $0) } ?? phrases(.facet)) + " " + sign
        case .signal: return (highlight.name.map { phrases.signal(named: $0) } ?? phrases(.signal)) + " " + sign
        }
    }

    private func lines(_ text: String) -> Markup {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { Markup(String($0)) }
            .joined(separator: "<br/>")
    }
}

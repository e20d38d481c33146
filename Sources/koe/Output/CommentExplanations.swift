import Answers
import Feedback
import Reporting

/// Explanations of comments for a terminal.
struct CommentExplanations: CommandResult {
    let comments: [CommentExplanation]
    let hasColour: Bool

    func encode(to encoder: any Encoder) throws {
        try CommentExplanation.List(comments: comments).encode(to: encoder)
    }

    var text: String {
        comments.map { ExplanationText(explanation: $0, hasColour: hasColour).text }.joined(separator: "\n\n")
    }

    // Each part is made visible before it gets its colours.
    var terminalText: String { text }
}

/// One explanation, set out for reading: the text with its matches, how they add up, the link and the voice.
struct ExplanationText {
    let explanation: CommentExplanation
    let hasColour: Bool

    var text: String {
        let rest = [sum, mentions, link, voice].map(VisibleText.of)
        let title = VisibleText.of(explanation.title ?? "")
        return ([VisibleText.of(heading), title, highlighted] + rest).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private var heading: String {
        let facts = [
            explanation.comment, explanation.brand, explanation.author,
            explanation.postedAt.map { explanation.certainty == "notAfter" ? "not after \($0)" : $0 },
            explanation.rating.map { "rated \($0)" },
        ]
        return facts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private var highlighted: String {
        explanation.highlights.map { segment in
            let text = VisibleText.of(segment.text)
            guard let match = segment.match else { return text }
            return hasColour ? Colour.of(match).around(text) : "[\(text)]\(mark(match))"
        }
        .joined()
    }

    private var sum: String {
        guard let valence = explanation.valence else {
            return explanation.language == nil
                ? "not scored yet: run koe score" : "unknown language: counted, not scored"
        }
        let parts = explanation.parts.filter { $0.valence != 0 || $0.rule != "lexicon" }
        if parts.isEmpty { return "valence 0: no entry matched (\(explanation.language ?? ""))" }
        let rows = parts.map { [signed($0.valence), words($0), $0.entry, $0.rule] }
        let total = parts.reduce(0) { $0 + $1.valence }
        let table = TextTable(rows: [["adds", "words", "entry", "rule"]] + rows, rightAligned: [0]).text
        return table + "\nparts sum to \(signed(total)), which is valence \(signed(valence)) of ±1000"
            + (explanation.handlingValence.map { "; of its clauses about handling \(signed($0))" } ?? "")
    }

    private func words(_ part: CommentExplanation.Part) -> String {
        part.in.map { "\(part.words) (in the \($0))" } ?? part.words
    }

    private var mentions: String {
        let facets = explanation.facets.map { ["facet", $0.name, sign($0.polarity), $0.words, $0.entry] }
        let signals = explanation.signals.map { ["signal", $0.name, sign($0.polarity), $0.words, $0.entry] }
        return TextTable(rows: facets + signals).text
    }

    private var link: String {
        guard let link = explanation.link else { return "" }
        let evidence = link.evidence.map { ["  \($0.feature)", $0.left, $0.right, "\($0.bits) bits"] }
        let head =
            "case \(link.caseID): \(link.relation) (\(link.status)), by \(link.method), \(link.bits) bits"
            + (link.margin.map { ", \($0) before the next" } ?? "")
        return evidence.isEmpty ? head : head + "\n" + TextTable(rows: evidence).text
    }

    private var voice: String {
        guard let voice = explanation.voice else { return "" }
        let counted = voice.isCounted ? "" : ", not counted"
        let support = voice.supportPolarity.map { "\($0)" } ?? "unknown"
        let brand = voice.brandPolarity.map { "\($0)" } ?? "unknown"
        return """
            voice \(voice.id) (\(voice.month)\(counted)): support \(support) from \(voice.supportBasis), \
            brand \(brand) from \(voice.brandBasis)
            """
    }

    private func mark(_ match: TextHighlights.Match) -> String {
        switch match {
        case .valence(let thousandths, _): "(\(signed(thousandths)))"
        case .facet(let facet, let polarity): "(\(facet.rawValue) \(sign(polarity.rawValue)))"
        case .signal(let signal): "(\(signal.rawValue))"
        }
    }

    private func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }

    private func sign(_ polarity: Int) -> String { polarity > 0 ? "+" : polarity < 0 ? "−" : "·" }
}

/// Colours of a terminal: blue for praise and orange for blame, as in the report.
enum Colour: String {
    case praise = "38;5;33"
    case blame = "38;5;208"
    case bare = "4"

    static func of(_ match: TextHighlights.Match) -> Colour {
        let direction =
            switch match {
            case .valence(let thousandths, _): thousandths
            case .facet(_, let polarity): polarity.rawValue
            case .signal(let signal): signal.direction
            }
        return direction > 0 ? .praise : direction < 0 ? .blame : .bare
    }

    func around(_ text: String) -> String { "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" }
}

/// The frame around every page: head, navigation and footer.
struct PageFrame {
    /// The pages one can go to from everywhere.
    enum Place {
        case overview, changes, coverage, brand(Int)
        /// A page behind one of the others.
        case behind
    }

    let context: PageContext
    private let style: Markup
    /// Base64 of the SHA-256 of the style sheet.
    private let styleHash: String
    private let words: View
    /// A link a brand; every page has them all.
    private let brandLinks: [String]

    /// `style`: text of the style sheet.
    init(context: PageContext, style: String) {
        self.context = context
        self.style = Markup(trusted: style)
        styleHash = ContentHash.sha256Base64(Array(style.utf8))
        words = context.phrases.wordView
        brandLinks = context.model.brands.indices.map { Self.brandLink($0, context, isCurrent: false).html }
    }

    /// The page's own fields together with the frame's.
    func view(at place: Place, title: String, fields: [String: View]) -> View {
        let phrases = context.phrases
        var all: [String: View] = [
            "language": .text(phrases.language.rawValue),
            "pageTitle": .text(title),
            "policy": .text(
                "default-src 'none'; style-src 'sha256-\(styleHash)'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
            ),
            "style": .markup(style),
            "word": words,
            "pages": .list(pages(at: place)),
            "brandLinks": .markup(brandLinks(at: place)),
            "foldsBrands": .flag(context.model.brands.count > 8),
            "origin": .list(origin),
            "reportName": .text(context.head.title ?? phrases(.reportTitle)),
            "asOfText": .text(asOf),
            "alarm": .optional(alarm),
        ]
        all.merge(fields) { _, own in own }
        return .fields(all)
    }

    private var asOf: String {
        let head = context.head
        return "\(context.phrases(.asOf))\(context.phrases.colon)\(context.phrases.instant(head.asOf)) · \(head.zone)"
    }

    /// A ledger that does not add up is told on every page.
    private var alarm: View? {
        let coverage = context.model.coverage
        guard !coverage.ledgerAddsUp else { return nil }
        return .text(context.phrases.ledger(read: coverage.totalRead, lost: coverage.totalLost))
    }

    private func pages(at place: Place) -> [View] {
        let phrases = context.phrases
        var current = ""
        switch place {
        case .overview: current = "index.html"
        case .changes: current = "flags.html"
        case .coverage: current = "coverage.html"
        case .brand, .behind: break
        }
        return [("index.html", Word.overview), ("flags.html", .changes), ("coverage.html", .coverage)].map {
            path,
            word in
            item(path: context.prefix + path, text: phrases(word), isCurrent: path == current)
        }
    }

    private func brandLinks(at place: Place) -> Markup {
        var links = brandLinks
        if case .brand(let index) = place { links[index] = Self.brandLink(index, context, isCurrent: true).html }
        return Markup(trusted: links.joined(separator: "\n"))
    }

    private static func brandLink(_ index: Int, _ context: PageContext, isCurrent: Bool) -> Markup {
        let current = isCurrent ? [("aria-current", "page")] : []
        let name = Markup(context.phrases.name(of: context.model.brands[index]))
        return .element("li", [], .element("a", [("href", context.brandPath(index))] + current, name))
    }

    private func item(path: String, text: String, isCurrent: Bool) -> View {
        ["path": .text(path), "text": .text(text), "isCurrent": .flag(isCurrent)]
    }

    private var origin: [View] {
        let head = context.head
        let phrases = context.phrases
        let rows: [(Word, String)] = [
            (.run, phrases.runNumber(head.runID)), (.asOf, head.asOf), (.zone, head.zone),
            (.databaseHash, head.databaseHash),
            (.lexiconVersion, head.lexiconVersion), (.scorerVersion, head.scorerVersion),
            (.configVersion, head.configVersion), (.definitionVersion, head.definitionVersion),
            (.margin, phrases.within(margin: head.margin)),
            (.minimumVoices, String(head.minimumVoices)), (.confidence, "\(head.confidencePercent)%"),
        ]
        return rows.map { ["term": .text(phrases($0.0)), "detail": .text($0.1)] }
            + [(.command, head.command), (.whyComment, "koe why comment ID")].map { (word: Word, command: String) in
                ["term": .text(phrases(word)), "detail": .markup(.element("code", [], Markup(command)))]
            }
    }
}

extension Coverage {
    var totalRead: Int { sources.reduce(0) { $0 + $1.read } }

    var totalComments: Int { sources.reduce(0) { $0 + $1.comments } }

    /// The sources that delivered rows.
    var delivered: [SourceCoverage] {
        sources.filter { $0.read + $0.stored + $0.updated + $0.duplicate + $0.quarantined > 0 }
    }

    /// Whether comments stand under other names than the files that brought them.
    var namesDiffer: Bool {
        sources.contains { source in source.comments > 0 && !delivered.contains { $0.source == source.source } }
    }

    /// Rows that are not accounted for, or accounted for twice.
    var totalLost: Int {
        sources.reduce(0) { $0 + abs($1.read - $1.stored - $1.duplicate - $1.updated - $1.quarantined) }
    }
}

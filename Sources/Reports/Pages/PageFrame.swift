/// The frame around every page: head, navigation and footer.
struct PageFrame {
    /// What a page is of.
    enum Place {
        case overview, changes, coverage
        /// A page behind one of those.
        case behind
        case brand(Int)
        /// A page behind that of a brand.
        case behindBrand(Int)

        /// The brand that the page is of, and nothing else; `nil` for the pages of the whole.
        var brand: Int? {
            switch self {
            case .overview, .changes, .coverage, .behind: nil
            case .brand(let index), .behindBrand(let index): index
            }
        }
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
            "origin": .list(origin(of: place)),
            "reportName": .text(context.head.title ?? phrases(.reportTitle)),
            "asOfText": .text(asOf(place)),
            "alarm": .optional(alarm),
        ]
        all.merge(fields) { _, own in own }
        return .fields(all)
    }

    /// When the report was made; the pages of a brand tell how far its voices reach instead, for they stay as they are
    /// until something of the brand changes.
    private func asOf(_ place: Place) -> String {
        let (head, phrases) = (context.head, context.phrases)
        guard let index = place.brand else {
            return "\(phrases(.asOf))\(phrases.colon)\(phrases.instant(head.asOf)) · \(head.zone)"
        }
        let brand = context.model.brands[index]
        let newest = brand.monthly.last ?? brand.yearly.last
        let reach = newest.map { phrases.voices(until: $0.period) } ?? phrases(.undatedVoices)
        return "\(reach) · \(head.zone)"
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
        case .behind, .brand, .behindBrand: break
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

    /// What the page was made from and by; the run, its time and the hash stand on the pages of the whole.
    private func origin(of place: Place) -> [View] {
        let (head, phrases) = (context.head, context.phrases)
        let run: [(Word, Markup)] = [
            (.run, Markup(phrases.runNumber(head.runID))), (.asOf, Markup(head.asOf)),
            (.databaseHash, Markup(head.databaseHash)),
        ]
        let overview = context.link("\(context.prefix)index.html#\(Self.originAnchor)", phrases(.overview))
        let rows: [(Word, Markup)] = [
            (.zone, Markup(head.zone)), (.lexiconVersion, Markup(head.lexiconVersion)),
            (.scorerVersion, Markup(head.scorerVersion)), (.configVersion, Markup(head.configVersion)),
            (.definitionVersion, Markup(head.definitionVersion)),
            (.margin, Markup(phrases.within(margin: head.margin))),
            (.minimumVoices, Markup(String(head.minimumVoices))), (.confidence, Markup("\(head.confidencePercent)%")),
            (.command, .element("code", [], Markup(head.command))),
            (.whyComment, .element("code", [], Markup("koe why comment ID"))),
        ]
        return ((place.brand == nil ? run : [(.runAndHash, overview)]) + rows).map { word, detail in
            ["term": .text(phrases(word)), "detail": .markup(detail)]
        }
    }

    /// Where a page tells what it was made from.
    private static let originAnchor = "made"
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

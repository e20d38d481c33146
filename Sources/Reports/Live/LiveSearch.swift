import Feedback

/// A search and what it found.
package struct LiveSearch: Hashable, Sendable {
    package struct Hit: Hashable, Sendable {
        /// `source:id`.
        package var id: String
        package var date: String?
        package var brand: String?
        /// Masked already.
        package var author: String?
        /// Masked already, on one line; cut where a word that was looked for begins or ends.
        package var excerpt: [Stretch]

        package init(id: String, date: String?, brand: String?, author: String?, excerpt: [Stretch]) {
            self.id = id
            self.date = date
            self.brand = brand
            self.author = author
            self.excerpt = excerpt
        }
    }

    /// A piece of an excerpt.
    package struct Stretch: Hashable, Sendable {
        package var text: String
        package var isFound: Bool

        package init(text: String, isFound: Bool) {
            self.text = text
            self.isFound = isFound
        }
    }

    /// As it was typed; empty before the first search.
    package var query: String
    /// Longest query that is answered, in characters.
    package var longestQuery: Int
    /// The brand asked for; `nil` for all.
    package var brand: String?
    /// Whether no brand has that name.
    package var isBrandUnknown = false
    /// Brands to choose from.
    package var brands: [String]
    /// `nil` before the first search.
    package var hits: [Hit]?
    /// How many comments hold the words; at least as many as are shown.
    package var total: Int

    package init(
        query: String,
        longestQuery: Int,
        brand: String?,
        brands: [String],
        hits: [Hit]?,
        total: Int
    ) {
        self.query = query
        self.longestQuery = longestQuery
        self.brand = brand
        self.brands = brands
        self.hits = hits
        self.total = total
    }
}

/// The fields of the search page.
struct LiveSearchPage {
    let search: LiveSearch
    let frame: LiveFrame

    private var phrases: any Phrases { frame.phrases }

    var fields: [String: View] {
        [
            "query": .text(search.query),
            "longestQuery": .text(String(search.longestQuery)),
            "brandChoices": .list(search.brands.map(choice)),
            "anyBrand": .flag(search.brand == nil),
            "result": .optional(search.hits.map(result)),
        ]
    }

    private func choice(_ brand: String) -> View {
        [
            "brandName": .text(brand), "brandText": .text(frame.name(ofBrand: brand)),
            "isChosen": .flag(brand == search.brand),
        ]
    }

    private func result(_ hits: [LiveSearch.Hit]) -> View {
        let count = "\(phrases(.comments))\(phrases.colon)\(NumberText.count(search.total))"
        return [
            "summary": .text(search.isBrandUnknown ? phrases(.unknownBrand) : hits.isEmpty ? phrases(.noHits) : count),
            "isCut": .flag(search.total > hits.count),
            "hits": .list(hits.map(hit)),
        ]
    }

    /// A text with the words that were looked for marked.
    static func marked(_ stretches: [LiveSearch.Stretch]) -> Markup {
        stretches.map { $0.isFound ? .element("mark", [], Markup($0.text)) : Markup($0.text) }.joined()
    }

    private func hit(_ hit: LiveSearch.Hit) -> View {
        let meta = [
            hit.date.map(phrases.instant) ?? phrases(.undated), hit.author ?? phrases(.anonymous),
            hit.brand.map(frame.name(ofBrand:)),
        ]
        return [
            "path": .text(frame.path(to: .comment(hit.id))),
            "id": .text(hit.id),
            "excerpt": .markup(Self.marked(hit.excerpt)),
            "meta": .list(meta.compactMap { $0 }.map { ["item": .text($0)] }),
        ]
    }
}

import Feedback

/// The voices behind the facets of a brand: who praises and who blames each most.
struct FacetVoicesPage {
    let context: PageContext
    let brand: BrandReport
    let brandPath: String

    private var phrases: any Phrases { context.phrases }

    var title: String { phrases.facetVoicesTitle(brand: phrases.name(of: brand)) }

    var fields: [String: View] {
        var budget = QuoteBudget(context: context)
        let paths = CasePaths.of(brand.cases, page: brandPath)
        let rows = brand.facets.filter(\.hasQuotes)
        return [
            "pageHeading": .text(title),
            "brandPath": .text(brandPath),
            "brandName": .text(phrases.name(of: brand)),
            "contents": .list(
                rows.map { row in
                    [
                        "target": .text("#" + PageAnchor.facet(row.facet)),
                        "section": .text(phrases.facet(named: row.facet)),
                    ]
                }
            ),
            "facets": .list(
                rows.map { row in
                    [
                        "facetAnchor": .text(PageAnchor.facet(row.facet)),
                        "facetName": .text(phrases.facet(named: row.facet)),
                        "facetStrength": .text(
                            [phrases.strength(row.strength), phrases.sampleSize(row.strength.voices)]
                                .joined(separator: phrases.listSeparator)
                        ),
                        "sides": .list(
                            [side(.blame, row.blames, paths, &budget), side(.praise, row.praises, paths, &budget)]
                                .compactMap { $0 }
                        ),
                    ]
                }
            ),
        ]
    }

    private func side(
        _ heading: Word,
        _ quotes: FacetQuotes,
        _ paths: [String: String],
        _ budget: inout QuoteBudget
    ) -> View? {
        guard quotes.voices > 0 else { return nil }
        let views = budget.take(quotes.quotes, casePaths: paths)
        return [
            "sideHeading": .text(phrases(heading)),
            "sideNote": .text(phrases.shownVoices(views.count, of: quotes.voices)),
            "quotes": .list(views),
        ]
    }
}

extension FacetRow {
    /// Whether a voice is quoted for it.
    var hasQuotes: Bool { !praises.quotes.isEmpty || !blames.quotes.isEmpty }
}

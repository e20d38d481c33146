import Feedback

/// An early sign with the voice behind it.
struct SignView {
    let context: PageContext
    let brand: BrandReport
    let casePaths: [String: String]

    private var phrases: any Phrases { context.phrases }

    func view(_ sign: EarlySign) -> View {
        let verbatims = VerbatimView(context: context)
        let facets = sign.blamedFacets.map { phrases.facet(named: $0) }.joined(separator: phrases.listSeparator)
        let similar = sign.similarCaseID.map { id in
            casePaths[id].map { context.link($0, id) } ?? Markup(id)
        }
        let rows: [(Word, Markup?)] = [
            (.blamedFacets, facets.isEmpty ? nil : Markup(facets)),
            (.record, sign.record.map { Markup(record($0)) }), (.similarCase, similar), (.flagID, Markup(sign.id)),
        ]
        return [
            "signAnchor": .text(PageAnchor.sign(sign.id)),
            "signHeadline": .text(phrases.earlySign(sign, brand: phrases.name(of: brand))),
            "facts": .list(
                rows.compactMap { word, detail in
                    detail.map { ["term": .text(phrases(word)), "detail": .markup($0)] }
                }
            ),
            "quotes": .list([verbatims.view(sign.verbatim, casePaths: casePaths)]),
            "related": related(sign, verbatims),
            "signCommand": .text(sign.command),
        ]
    }

    private func related(_ sign: EarlySign, _ verbatims: VerbatimView) -> View {
        guard !sign.related.isEmpty else { return .flag(false) }
        return [
            "groupHeading": .text(phrases(.relatedHeading)),
            "quotes": .list(sign.related.map { verbatims.view($0, casePaths: casePaths) }),
        ]
    }

    private func record(_ strength: Strength) -> String {
        [phrases.strength(strength), phrases.sampleSize(strength.voices)].joined(separator: phrases.listSeparator)
    }
}

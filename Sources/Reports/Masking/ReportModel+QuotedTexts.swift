extension RatingAgreement {
    /// Everything in it that customers wrote.
    package var quotedTexts: [String] { mismatches.flatMap(\.verbatim.quotedTexts) }
}

extension BrandReport {
    /// Everything in it that customers wrote, and what cases tell, in its order.
    package var quotedTexts: [String] {
        let sides = facets.flatMap { $0.praises.quotes + $0.blames.quotes }
        let signs = earlySigns.flatMap { [$0.verbatim] + $0.related }
        let changes = (flags + improvements).flatMap(\.quotedTexts)
        return (verbatims + sides + signs).flatMap(\.quotedTexts) + cases.flatMap(\.quotedTexts) + changes
    }

    /// What staff noted of its flags.
    package var notes: [String] { (flags + improvements).compactMap(\.note) }
}

extension ChangeFlag {
    fileprivate var quotedTexts: [String] {
        (exemplars + contrasts).flatMap(\.quotedTexts) + cases.flatMap(\.quotedTexts)
    }
}

extension Verbatim {
    fileprivate var quotedTexts: [String] { [title].compactMap { $0 } + [segments.map(\.text).joined()] }
}

extension CaseTimeline {
    fileprivate var quotedTexts: [String] { [subject].compactMap { $0 } + steps.compactMap(\.note) }
}

extension LiveComment {
    /// Everything in it that people wrote.
    package var quotedTexts: [String] { quote.quotedTexts + (timeline?.quotedTexts ?? []) }
}

package import Feedback

/// A text with the facets and signals that a person found in it.
package struct FacetText: Hashable, Sendable {
    package let text: String
    package let language: Language
    package let claims: Set<CueClaim>

    package init(text: String, language: Language, claims: Set<CueClaim>) {
        self.text = text
        self.language = language
        self.claims = claims
    }
}

/// How often facets and signals are told as people tell them, over all texts together.
package struct ClaimAgreement: Hashable, Sendable {
    /// Told by both, by the lists alone, and by people alone.
    package private(set) var right = 0
    package private(set) var wrong = 0
    package private(set) var missed = 0

    package init() {}

    /// One text, counting the claims of a kind.
    package init(told: Set<CueClaim>, wanted: Set<CueClaim>, _ isCounted: (CueClaim) -> Bool) {
        add(told: told.filter(isCounted), wanted: wanted.filter(isCounted))
    }

    package var precision: Double { right + wrong == 0 ? 0 : Double(right) / Double(right + wrong) }
    package var recall: Double { right + missed == 0 ? 0 : Double(right) / Double(right + missed) }
    package var f1: Double {
        right == 0 ? 0 : 2 * Double(right) / Double(2 * right + wrong + missed)
    }

    /// Adds what was counted over other texts.
    package mutating func add(_ other: ClaimAgreement) {
        right += other.right
        wrong += other.wrong
        missed += other.missed
    }

    /// The rest, when some of the texts are left out.
    package func without(_ part: ClaimAgreement) -> ClaimAgreement {
        var rest = self
        rest.right -= part.right
        rest.wrong -= part.wrong
        rest.missed -= part.missed
        return rest
    }

    /// Adds a text.
    package mutating func add(told: Set<CueClaim>, wanted: Set<CueClaim>) {
        let both = told.intersection(wanted).count
        right += both
        wrong += told.count - both
        missed += wanted.count - both
    }
}

/// A row that learning from labelled facets proposes.
package struct FacetCue: Hashable, Sendable {
    package let term: String
    package let claim: CueClaim
    /// In thousandths of what is enough to tell of it.
    package let points: Int
    /// Texts it stands in, and those among them that tell of it.
    package let count: Int
    package let telling: Int
}

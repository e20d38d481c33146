import Feedback

/// A facet with its polarity, as an entry states it.
struct FacetClaim: Hashable, Sendable {
    let facet: Facet
    var polarity: Polarity

    /// How many facets an entry may state beside the one of its column.
    static let limit = 2

    init(facet: Facet, polarity: Polarity) {
        self.facet = facet
        self.polarity = polarity
    }

    /// Reads `resolution+`, `speed-` or `apology0`.
    init?(_ text: Substring) {
        guard let facet = Facet(rawValue: String(text.dropLast())) else { return nil }
        self.facet = facet
        switch text.last {
        case "+": polarity = .positive
        case "-": polarity = .negative
        case "0": polarity = .bare
        default: return nil
        }
    }

    /// Reads the claims of `also=resolution+,speed-` among the words of a note.
    ///
    /// - Returns: the claims in their order, and the first text that is none.
    static func all(inNote note: String) -> (claims: [FacetClaim], bad: String?) {
        guard let word = note.split(separator: " ").first(where: { $0.hasPrefix("also=") }) else { return ([], nil) }
        var claims: [FacetClaim] = []
        for part in word.dropFirst("also=".count).split(separator: ",", omittingEmptySubsequences: false) {
            guard claims.count < limit, let claim = FacetClaim(part) else { return (claims, String(part)) }
            claims.append(claim)
        }
        return (claims, nil)
    }
}

package import Feedback

/// A number of a report that voices count for, and that can be asked for its comments.
package enum ListedMeasure: Hashable, Sendable {
    /// Every voice that is counted.
    case counted
    /// Voices whose support polarity is known.
    case support
    /// Voices whose brand polarity is known.
    case brand
    /// Voices that praise or blame a facet, or name it.
    case facet(Facet)

    /// As cells and addresses call it: `voices`, `support`, `brand`, `facet.speed`; `nil` for other names.
    package init?(name: String) {
        switch name {
        case "voices": self = .counted
        case "support": self = .support
        case "brand": self = .brand
        default:
            guard name.hasPrefix(Self.facetPrefix),
                let facet = Facet(rawValue: String(name.dropFirst(Self.facetPrefix.count)))
            else { return nil }
            self = .facet(facet)
        }
    }

    private static let facetPrefix = "facet."

    package var name: String {
        switch self {
        case .counted: "voices"
        case .support: "support"
        case .brand: "brand"
        case .facet(let facet): Self.facetPrefix + facet.rawValue
        }
    }

    var bit: Int {
        switch self {
        case .counted: 1
        case .support: 2
        case .brand: 4
        case .facet(let facet): Self.facets << facet.order
        }
    }

    /// Bit of the facet that comes first.
    static let facets = 8
}

package import Feedback

/// How much each facet counts when facets are drawn together into one figure.
package struct FacetWeights: Hashable, Sendable {
    /// One facet's weight.
    package struct Weight: Hashable, Sendable {
        package let facet: Facet
        /// Share of all weight, 0…1.
        package let share: Double
    }

    /// A weighted mean of facet strengths, 0–100.
    package struct Mean: Hashable, Sendable {
        package let value: Double
        /// Ends of the interval: as wide as if the facets erred together, so rather too wide than too narrow.
        package let low: Double
        package let high: Double
    }

    /// Facets with a weight over 0, in the order of `Facet`; empty when there is none.
    package let weights: [Weight]

    /// Shares of mentions: each counted voice gives one to every facet it praises or blames.
    package init(mentionsIn cells: [Facet: Cell]) {
        self.init(given: cells.mapValues { Double($0.n) })
    }

    /// Weights brought to a sum of 1; negative and missing ones count as 0.
    package init(given: [Facet: Double]) {
        let total = Facet.allCases.reduce(0) { $0 + max(0, given[$1] ?? 0) }
        weights = Facet.allCases.compactMap { facet in
            guard let weight = given[facet], weight > 0 else { return nil }
            return Weight(facet: facet, share: weight / total)
        }
    }

    /// The weight of a facet, 0…1.
    package func share(of facet: Facet) -> Double { weights.first { $0.facet == facet }?.share ?? 0 }

    /// The weighted mean of facet strengths over the facets that have a value.
    ///
    /// Weights of facets without a value are shared out among the others. `nil` when none has both.
    package func mean(of cells: [Facet: Cell]) -> Mean? {
        let parts = weights.compactMap { weight in
            cells[weight.facet].flatMap { Strength(cell: $0) }.map { (share: weight.share, strength: $0) }
        }
        let total = parts.reduce(0) { $0 + $1.share }
        guard total > 0 else { return nil }
        func mean(_ end: (Strength) -> Double) -> Double {
            parts.reduce(0) { $0 + $1.share * end($1.strength) } / total
        }
        return Mean(value: mean(\.value), low: mean(\.low), high: mean(\.high))
    }
}

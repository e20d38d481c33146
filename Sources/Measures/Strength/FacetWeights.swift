package import Feedback

/// How much each facet counts when facets are drawn together into one figure.
package struct FacetWeights: Hashable, Sendable {
    /// One facet's weight.
    package struct Weight: Hashable, Sendable {
        package let facet: Facet
        /// Share of all weight, 0…1.
        package let share: Double
        /// Voices that praise or blame the facet; 0 where the user gave the weight.
        package let voices: Int
    }

    /// Facets with a weight over 0, in the order of `Facet`; empty when there is none.
    package let weights: [Weight]

    /// Shares of mentions: each counted voice gives one to every facet it praises or blames.
    package init(mentionedIn voices: [Voice]) {
        var counts: [Facet: Int] = [:]
        for voice in voices where voice.isCounted {
            for mention in voice.facetPolarity { counts[mention.facet, default: 0] += 1 }
        }
        let total = counts.values.reduce(0, +)
        weights = Facet.allCases.compactMap { facet in
            counts[facet].map { Weight(facet: facet, share: Double($0) / Double(total), voices: $0) }
        }
    }

    /// The user's own weights, brought to a sum of 1; negative and missing ones count as 0.
    package init(given: [Facet: Double]) {
        let total = Facet.allCases.reduce(0) { $0 + max(0, given[$1] ?? 0) }
        weights = Facet.allCases.compactMap { facet in
            guard let weight = given[facet], weight > 0 else { return nil }
            return Weight(facet: facet, share: weight / total, voices: 0)
        }
    }

    /// The weighted mean of facet strengths, 0–100, over the facets that have a value.
    ///
    /// Weights of facets without a value are shared out among the others. `nil` when none has both.
    package func strength(of cells: [Facet: Cell]) -> Double? {
        var (sum, total) = (0.0, 0.0)
        for weight in weights {
            guard let mean = cells[weight.facet]?.mean else { continue }
            sum += weight.share * (50 + mean / 200)
            total += weight.share
        }
        return total > 0 ? sum / total : nil
    }
}

package import Feedback

/// One side of handling quality.
package struct FacetRow: Codable, Hashable, Sendable {
    /// Raw value of `Facet`.
    package var facet: String
    package var strength: Strength
    /// Mentions that praise.
    package var positive: Int
    /// Mentions that blame.
    package var negative: Int
    /// Mentions that only name it; they count for nothing.
    package var bare: Int
    /// Share of all weight, 0–1; `nil` when not weighted.
    package var weight: Double?
    /// One point a year, oldest first, from the first year with a voice to the last, no gaps.
    package var yearly: [LevelPoint]
    package var praises: FacetQuotes
    package var blames: FacetQuotes

    package init(
        facet: Facet,
        strength: Strength,
        positive: Int,
        negative: Int,
        bare: Int = 0,
        weight: Double? = nil,
        yearly: [LevelPoint] = [],
        praises: FacetQuotes = FacetQuotes(),
        blames: FacetQuotes = FacetQuotes()
    ) {
        self.facet = facet.rawValue
        self.strength = strength
        self.positive = positive
        self.negative = negative
        self.bare = bare
        self.weight = weight
        self.yearly = yearly
        self.praises = praises
        self.blames = blames
    }
}

/// The weighted mean of the strengths of the facets.
package struct WeightedFacets: Codable, Hashable, Sendable {
    /// 0–100.
    package var range: ValueRange
    /// Voices of the facets in it, each once a facet.
    package var mentions: Int
    /// Whether the weights are the user's own rather than shares of mentions.
    package var isGiven: Bool

    package init(range: ValueRange, mentions: Int, isGiven: Bool) {
        self.range = range
        self.mentions = mentions
        self.isGiven = isGiven
    }
}

/// How many voices gave a loyalty signal.
package struct SignalRow: Codable, Hashable, Sendable {
    /// Raw value of `LoyaltySignal`.
    package var signal: String
    package var voices: Int

    package init(signal: LoyaltySignal, voices: Int) {
        self.signal = signal.rawValue
        self.voices = voices
    }
}

/// How strongly a facet goes with brand strength.
package struct KeyDriver: Codable, Hashable, Sendable {
    /// Raw value of `Facet`.
    package var facet: String
    /// Difference of B in points between a voice that praises the facet and one that blames it, the others alike.
    package var points: ValueRange
    package var voices: Int
    /// p of no difference, adjusted over the facets; `nil` when not tested.
    package var q: Double?

    package init(facet: Facet, points: ValueRange, voices: Int, q: Double? = nil) {
        self.facet = facet.rawValue
        self.points = points
        self.voices = voices
        self.q = q
    }
}

/// What is timed.
package enum HandlingMeasure: String, Codable, Hashable, Sendable, CaseIterable {
    case firstResponse
    case resolution
}

/// Which hours count.
package enum HandlingClock: String, Codable, Hashable, Sendable, CaseIterable {
    case calendar
    case business
}

/// A median handling time over cases; bots and automatic replies are left out.
package struct HandlingTime: Codable, Hashable, Sendable {
    package var measure: HandlingMeasure
    package var clock: HandlingClock
    package var cases: Int
    /// `nil` when there are too few cases.
    package var medianMinutes: ValueRange?
    /// The year in which the cases began, such as `2014`; `nil` for all time.
    package var period: String?

    package init(
        measure: HandlingMeasure,
        clock: HandlingClock,
        cases: Int,
        medianMinutes: ValueRange? = nil,
        period: String? = nil
    ) {
        self.measure = measure
        self.clock = clock
        self.cases = cases
        self.medianMinutes = medianMinutes
        self.period = period
    }
}

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

    package init(
        facet: Facet,
        strength: Strength,
        positive: Int,
        negative: Int,
        bare: Int = 0
    ) {
        self.facet = facet.rawValue
        self.strength = strength
        self.positive = positive
        self.negative = negative
        self.bare = bare
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
    /// Difference of B in points between voices that praise and voices that blame the facet.
    package var points: ValueRange
    package var voices: Int

    package init(facet: Facet, points: ValueRange, voices: Int) {
        self.facet = facet.rawValue
        self.points = points
        self.voices = voices
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

    package init(
        measure: HandlingMeasure,
        clock: HandlingClock,
        cases: Int,
        medianMinutes: ValueRange? = nil
    ) {
        self.measure = measure
        self.clock = clock
        self.cases = cases
        self.medianMinutes = medianMinutes
    }
}

/// What became of customers after the company's answer.
package struct Recovery: Codable, Hashable, Sendable {
    /// Cases with a before and an after.
    package var cases: Int
    package var recovered: Int
    /// Share recovered, 0–100; `nil` when there are too few cases.
    package var sharePercent: ValueRange?
    /// Change in points on the 0–100 scale from before the answer to after it.
    package var change: ValueRange?
    /// B of customers who had no incident.
    package var withoutIncident: Strength?
    /// B of customers who were recovered.
    package var withRecovery: Strength?

    package init(
        cases: Int,
        recovered: Int,
        sharePercent: ValueRange? = nil,
        change: ValueRange? = nil,
        withoutIncident: Strength? = nil,
        withRecovery: Strength? = nil
    ) {
        self.cases = cases
        self.recovered = recovered
        self.sharePercent = sharePercent
        self.change = change
        self.withoutIncident = withoutIncident
        self.withRecovery = withRecovery
    }
}

/// A standard score of customer surveys.
package enum SurveyKind: String, Codable, Hashable, Sendable, CaseIterable {
    /// Net Promoter Score, −100…100.
    case nps
    /// Share satisfied, 0–100 percent.
    case csat
    /// Mean Customer Effort Score on its own scale.
    case ces
}

/// A standard score by its standard definition.
package struct SurveyScore: Codable, Hashable, Sendable {
    package var kind: SurveyKind
    package var answers: Int
    /// `nil` when there are too few answers.
    package var value: ValueRange?

    package init(kind: SurveyKind, answers: Int, value: ValueRange? = nil) {
        self.kind = kind
        self.answers = answers
        self.value = value
    }
}

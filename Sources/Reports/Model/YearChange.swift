/// Which number a change is about.
package enum StrengthMeasure: String, Codable, Hashable, Sendable, CaseIterable {
    case support
    case brand
    /// One facet, named beside it.
    case facet
}

/// One period against the same period a year before.
package struct YearChange: Codable, Hashable, Sendable {
    package var measure: StrengthMeasure
    /// Period, such as `2013` or `2013-08`.
    package var from: String
    package var to: String
    package var before: Strength
    package var after: Strength
    /// Points; `nil` when either side is insufficient.
    package var difference: ValueRange?
    /// Part of the difference inside channels, in points.
    ///
    /// With `mix` it makes up the difference over the voices that name a channel.
    package var within: Double?
    /// Part that comes from a change of mix, in points.
    package var mix: Double?
    /// A season that falls into the period and matters.
    package var season: Season?

    package init(
        measure: StrengthMeasure = .support,
        from: String,
        to: String,
        before: Strength,
        after: Strength,
        difference: ValueRange? = nil,
        within: Double? = nil,
        mix: Double? = nil,
        season: Season? = nil
    ) {
        self.measure = measure
        self.from = from
        self.to = to
        self.before = before
        self.after = after
        self.difference = difference
        self.within = within
        self.mix = mix
        self.season = season
    }
}

/// Seasons at which comments differ from the rest of the year.
package enum Season: String, Codable, Hashable, Sendable, CaseIterable {
    case obon
    case yearEnd
    case goldenWeek
    case christmas
}

/// Why a change is no fall in handling quality.
package enum ExplainedReason: String, Codable, Hashable, Sendable, CaseIterable {
    case seasonal
    /// The share of channels or products moved; inside each nothing did.
    case mix
    /// Lexicon, calibration, mapping or source changed.
    case instrument
}

/// A change that was looked at and is no flag.
package struct ExplainedChange: Codable, Hashable, Sendable {
    /// Canonical name of a brand of the report.
    package var brand: String
    package var measure: StrengthMeasure
    /// Raw value of `Facet` when `measure` is `facet`.
    package var facet: String?
    package var reason: ExplainedReason
    package var season: Season?
    package var from: String
    package var to: String
    /// Points, before the explanation is taken out.
    package var rawDifference: Double
    /// What is left of it afterwards.
    package var remaining: ValueRange?
    package var voices: Int

    package init(
        brand: String,
        measure: StrengthMeasure = .support,
        facet: String? = nil,
        reason: ExplainedReason,
        season: Season? = nil,
        from: String,
        to: String,
        rawDifference: Double,
        remaining: ValueRange? = nil,
        voices: Int
    ) {
        self.brand = brand
        self.measure = measure
        self.facet = facet
        self.reason = reason
        self.season = season
        self.from = from
        self.to = to
        self.rawDifference = rawDifference
        self.remaining = remaining
        self.voices = voices
    }
}

/// The complete content of a report, free of any language.
///
/// The renderer adds words and pictures and never a number of its own. Lists are shown in the order given.
/// Text that people wrote stands here as it was; the renderer masks personal data before anything is written.
package struct ReportModel: Codable, Hashable, Sendable {
    package var head: ReportHead
    /// At least one, each name once.
    package var brands: [BrandReport]
    /// S and B over all brands; `nil` when there are too few brands.
    package var acrossBrands: AcrossBrands?
    /// Changes that looked like a fall and are none: season, mix or instrument.
    ///
    /// For the appendix.
    package var explained: [ExplainedChange]
    /// Flags of earlier reports that are no change any more, latest first.
    package var superseded: [SupersededFlag]
    /// Stars against the polarity of the text; `nil` when no comment carries a rating.
    package var agreement: RatingAgreement?
    /// How alike the languages are read; `nil` when there are no pairs to tell by.
    package var parity: LanguageParity?
    package var coverage: Coverage
    /// Brands, and entries of the appendix, that failed their checks.
    package var leftOut: [LeftOut]

    package init(
        head: ReportHead,
        brands: [BrandReport],
        acrossBrands: AcrossBrands? = nil,
        explained: [ExplainedChange] = [],
        superseded: [SupersededFlag] = [],
        agreement: RatingAgreement? = nil,
        coverage: Coverage,
        leftOut: [LeftOut] = []
    ) {
        self.head = head
        self.brands = brands
        self.acrossBrands = acrossBrands
        self.explained = explained
        self.superseded = superseded
        self.agreement = agreement
        self.coverage = coverage
        self.leftOut = leftOut
    }
}

/// How S and B go together over many brands; the two slopes may differ.
package struct AcrossBrands: Codable, Hashable, Sendable {
    package var brands: Int
    /// Change of B in points per point of S, inside brands over time.
    package var withinSlope: ValueRange?
    /// The same between the brands' means.
    package var betweenSlope: ValueRange?

    package init(brands: Int, withinSlope: ValueRange? = nil, betweenSlope: ValueRange? = nil) {
        self.brands = brands
        self.withinSlope = withinSlope
        self.betweenSlope = betweenSlope
    }
}

/// A flag that an earlier report told, and that is no change any more with what is known now.
package struct SupersededFlag: Codable, Hashable, Sendable {
    /// Stable over runs.
    package var id: String
    /// Canonical name; the brand may have left the report.
    package var brand: String
    package var measure: StrengthMeasure
    /// Raw value of `Facet` when `measure` is `facet`.
    package var facet: String?
    /// First period after the change, as it was last seen.
    package var firstPeriod: String
    /// After − before in points, as it was last seen.
    package var difference: Double
    /// As-of of the first run that reported it.
    package var firstReported: String

    package init(
        id: String,
        brand: String,
        measure: StrengthMeasure = .support,
        facet: String? = nil,
        firstPeriod: String,
        difference: Double,
        firstReported: String
    ) {
        self.id = id
        self.brand = brand
        self.measure = measure
        self.facet = facet
        self.firstPeriod = firstPeriod
        self.difference = difference
        self.firstReported = firstReported
    }
}

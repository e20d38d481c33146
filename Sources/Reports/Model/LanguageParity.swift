/// How alike the same is read when it is told in two languages.
package struct LanguageParity: Codable, Hashable, Sendable {
    /// What is compared.
    package enum Measure: String, Codable, Hashable, Sendable, CaseIterable {
        /// Mean valence, −1…1.
        case valence
        /// Share of texts whose valence is on the side that people say.
        case side
        /// F1 of facets with their polarity, and of signals.
        case facets, signals
    }

    /// A value for each language, and how far Japanese lies above English.
    package struct Row: Codable, Hashable, Sendable {
        package var measure: Measure
        package var english: Double
        package var japanese: Double
        /// With its 95 % interval.
        package var difference: ValueRange

        package init(measure: Measure, english: Double, japanese: Double, difference: ValueRange) {
            self.measure = measure
            self.english = english
            self.japanese = japanese
            self.difference = difference
        }

        /// Whether the interval leaves out 0.
        package var differs: Bool { difference.low > 0 || difference.high < 0 }
    }

    /// At least 2.
    package var pairs: Int
    package var rows: [Row]

    package init(pairs: Int, rows: [Row]) {
        self.pairs = pairs
        self.rows = rows
    }
}

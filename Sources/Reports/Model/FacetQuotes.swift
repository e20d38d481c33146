/// Voices that praise or blame one facet, with those that do it most.
package struct FacetQuotes: Codable, Hashable, Sendable {
    /// Voices that do.
    package var voices: Int
    /// The strongest first.
    package var quotes: [Verbatim]

    package init(voices: Int = 0, quotes: [Verbatim] = []) {
        self.voices = voices
        self.quotes = quotes
    }
}

package import Feedback

/// A page of a list of comments with its filter.
package struct LiveList: Sendable {
    package struct Row: Sendable {
        /// `source:id`.
        package var id: String
        package var date: String?
        package var brand: String?
        package var channel: String?
        /// Masked already.
        package var author: String?
        package var rating: QuotedRating?
        /// `ja`, `en` or `und`.
        package var language: String
        /// Masked already, on one line.
        package var excerpt: [LiveSearch.Stretch]
        package var facets: [FacetTone]

        package init(id: String, language: String, excerpt: [LiveSearch.Stretch], facets: [FacetTone]) {
            self.id = id
            self.language = language
            self.excerpt = excerpt
            self.facets = facets
        }
    }

    /// A facet as a comment speaks of it.
    package struct FacetTone: Hashable, Sendable {
        package var facet: Facet
        /// −1, 0 or 1.
        package var polarity: Int

        package init(facet: Facet, polarity: Int) {
            self.facet = facet
            self.polarity = polarity
        }
    }

    /// The list with its filter, on its first page.
    package var address: LiveAddress
    package var total: Int
    /// Voices behind the comments; `nil` where the filter names no measure.
    package var voices: Int?
    /// From 1.
    package var page: Int
    package var pages: Int
    package var rows: [Row]
    /// Whether no brand has the name that was asked for.
    package var isBrandUnknown = false
    /// Comments that wait for the next measuring.
    package var waiting: Int
    /// Brands and channels to choose from.
    package var brands: [String]
    package var channels: [String]

    package init(address: LiveAddress, total: Int, voices: Int?, page: Int, pages: Int, rows: [Row]) {
        self.address = address
        self.total = total
        self.voices = voices
        self.page = page
        self.pages = pages
        self.rows = rows
        waiting = 0
        brands = []
        channels = []
    }
}

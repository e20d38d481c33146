/// Why a comment is quoted.
package enum VerbatimChoice: String, Codable, Hashable, Sendable, CaseIterable {
    /// Among those that moved the value most.
    case influential
    /// Drawn at random with the run's seed.
    case random
    /// Evidence of a flag or an early sign.
    case exemplar
}

/// What a highlighted stretch stands for.
package enum HighlightKind: String, Codable, Hashable, Sendable, CaseIterable {
    /// Words with a weight.
    case valence
    case facet
    case signal
}

/// Why a stretch of a quoted text is highlighted.
package struct Highlight: Codable, Hashable, Sendable {
    package var kind: HighlightKind
    /// −1, 0 or +1.
    package var polarity: Int
    /// Thousandths, −1,000…1,000; `nil` for facets and signals.
    package var weight: Int?
    /// Raw value of `Facet` or `LoyaltySignal`; lexicon entry for words with a weight.
    package var name: String?

    package init(
        kind: HighlightKind,
        polarity: Int,
        weight: Int? = nil,
        name: String? = nil
    ) {
        self.kind = kind
        self.polarity = polarity
        self.weight = weight
        self.name = name
    }
}

/// A stretch of a quoted text.
package struct TextSegment: Codable, Hashable, Sendable {
    package var text: String
    /// `nil` for words that count for nothing.
    package var highlight: Highlight?

    package init(text: String, highlight: Highlight? = nil) {
        self.text = text
        self.highlight = highlight
    }
}

/// A rating beside a quoted text.
package struct QuotedRating: Codable, Hashable, Sendable {
    /// 4.5 stars are 4,500.
    package var thousandths: Int
    package var low: Int
    package var high: Int

    package init(thousandths: Int, low: Int, high: Int) {
        self.thousandths = thousandths
        self.low = low
        self.high = high
    }
}

/// A comment quoted word for word; the segments joined are its text.
package struct Verbatim: Codable, Hashable, Sendable {
    package var commentID: String
    package var source: String
    /// As the source has it; the renderer shows only its first letter.
    package var author: String?
    /// `2008-04-05`; `nil` when unknown.
    package var date: String?
    /// Written on this day or before it.
    package var dateIsUpperBound: Bool
    /// `ja`, `en` or `und`.
    package var language: String
    package var title: String?
    /// At least one.
    ///
    /// Cut short by the caller where needed, with `isShortened`.
    package var segments: [TextSegment]
    package var isShortened: Bool
    package var rating: QuotedRating?
    package var choice: VerbatimChoice
    /// Support polarity of its voice, −1…1; `nil` when unknown.
    package var support: Double?
    /// Brand polarity of its voice, −1…1; `nil` when unknown.
    package var brand: Double?
    /// Case whose timeline it belongs to; linked when that case is in the report.
    package var caseID: String?
    /// The `koe why comment …` that shows how its numbers came about.
    package var command: String

    package init(
        commentID: String,
        source: String,
        author: String? = nil,
        date: String? = nil,
        dateIsUpperBound: Bool = false,
        language: String,
        title: String? = nil,
        segments: [TextSegment],
        isShortened: Bool = false,
        rating: QuotedRating? = nil,
        choice: VerbatimChoice,
        support: Double? = nil,
        brand: Double? = nil,
        caseID: String? = nil,
        command: String
    ) {
        self.commentID = commentID
        self.source = source
        self.author = author
        self.date = date
        self.dateIsUpperBound = dateIsUpperBound
        self.language = language
        self.title = title
        self.segments = segments
        self.isShortened = isShortened
        self.rating = rating
        self.choice = choice
        self.support = support
        self.brand = brand
        self.caseID = caseID
        self.command = command
    }
}

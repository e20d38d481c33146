/// A range of UTF-8 bytes in a text as it was given, or in its title.
package struct ByteRange: Hashable, Sendable {
    package let start: Int
    package let length: Int
    /// Whether the bytes are those of the title.
    package let isInTitle: Bool

    package init(start: Int, length: Int, isInTitle: Bool = false) {
        self.start = start
        self.length = length
        self.isInTitle = isInTitle
    }

    package var end: Int { start + length }

    /// The words at the range; empty where it lies outside.
    package func words(in text: String, title: String?) -> String {
        let bytes = Array((isInTitle ? title ?? "" : text).utf8)
        guard start >= 0, length >= 0, end <= bytes.count else { return "" }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}

/// The words, lexicon entry and rule behind one part of a valence.
package struct Evidence: Hashable, Sendable {
    package let range: ByteRange
    /// Term of the lexicon entry.
    package let entry: String
    /// What this part adds, in thousandths, after the rules.
    package let valence: Int
    /// Rules that acted on it, joined by `+`; `lexicon` when none did.
    package let rule: String

    package init(range: ByteRange, entry: String, valence: Int, rule: String) {
        self.range = range
        self.entry = entry
        self.valence = valence
        self.rule = rule
    }
}

/// A facet found in a text.
package struct FacetMention: Hashable, Sendable {
    package let facet: Facet
    package let polarity: Polarity
    package let range: ByteRange
    package let entry: String

    package init(facet: Facet, polarity: Polarity, range: ByteRange, entry: String) {
        self.facet = facet
        self.polarity = polarity
        self.range = range
        self.entry = entry
    }
}

/// A loyalty signal found in a text.
package struct SignalMention: Hashable, Sendable {
    package let signal: LoyaltySignal
    package let range: ByteRange
    package let entry: String

    package init(signal: LoyaltySignal, range: ByteRange, entry: String) {
        self.signal = signal
        self.range = range
        self.entry = entry
    }
}

/// What the scorer says of one text.
///
/// Lists are in the order of the text.
package struct Score: Hashable, Sendable {
    package var language: Language
    /// Of the whole text, −1,000…1,000; `nil` when its language is unknown.
    package var valence: Int?
    /// Valence of the clauses about staff, support or handling, −1,000…1,000; `nil` when there are none.
    package var handlingValence: Int?
    package var facets: [FacetMention]
    package var signals: [SignalMention]
    package var evidence: [Evidence]

    package init(
        language: Language,
        valence: Int?,
        handlingValence: Int? = nil,
        facets: [FacetMention] = [],
        signals: [SignalMention] = [],
        evidence: [Evidence] = []
    ) {
        self.language = language
        self.valence = valence
        self.handlingValence = handlingValence
        self.facets = facets
        self.signals = signals
        self.evidence = evidence
    }
}

package import Feedback

/// What an entry of a word list does.
package enum EntryKind: String, Hashable, Sendable, BitwiseCopyable, CaseIterable {
    case lemma, phrase, affix, emoji, emoticon, negator, intensifier, contrast, hedge
    case courtesyFormula = "courtesy-formula"
    case blocker
    /// A member of the class that the `pos` column names.
    case classMember = "class"
    case irony, conditional
    /// Another spelling: the `pos` column holds the words it is read as.
    case variant
    /// Adds its valence, and its weight as calm, beside all other entries; hides nothing. With a facet or signal its
    /// weight speaks for that, which is told from 1,000 on.
    case cue
    /// A step in the course of events that the `pos` column names; hides nothing, and says nothing alone.
    case event

    /// Matched on raw bytes, before words.
    var isGlyph: Bool { self == .emoji || self == .emoticon }
}

/// One checked row of a word list.
package struct LexiconEntry: Hashable, Sendable {
    package let term: String
    package let kind: EntryKind
    /// Word class restriction, class name, or the canonical words of a variant; empty when none.
    package let partOfSpeech: String
    /// −1,000…1,000.
    package let valence: Int?
    package let facet: Facet?
    package let polarity: Polarity
    package let signal: LoyaltySignal?
    /// Factor in thousandths, as `kind` defines it.
    package let weight: Int?
    package let source: String
    package let licence: String
    package let note: String
    package let language: Language
    package let file: String
    /// 1-based.
    package let line: Int
}

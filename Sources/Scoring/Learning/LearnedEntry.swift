package import Feedback

/// A row that learning proposes: a new term, or another strength for a shipped one.
package struct LearnedEntry: Hashable, Sendable {
    package var term: String
    package var kind: EntryKind
    package var partOfSpeech: String
    /// −1,000…1,000.
    package var valence: Int
    package var facet: Facet?
    package var polarity: Polarity
    package var signal: LoyaltySignal?
    package var language: Language
    /// Note of the shipped row, which can carry further facets.
    package var note = ""
    /// Strength of the shipped row it takes the place of; `nil` for a new term.
    package var oldValence: Int?
    /// Texts it matched in.
    package var count: Int
    /// Folds that proposed it with the same sign, of `foldCount`.
    package var agreement = 0
    package var foldCount = 0

    /// A new term.
    init(term: String, valence: Int, language: Language, count: Int) {
        self.term = term
        kind = term.contains(" ") ? .phrase : .lemma
        partOfSpeech = ""
        self.valence = valence
        polarity = .bare
        self.language = language
        self.count = count
    }

    /// Another strength for a row; all else stays as it was.
    init(_ entry: LexiconEntry) {
        term = entry.term
        kind = entry.kind
        partOfSpeech = entry.partOfSpeech
        valence = entry.valence ?? 0
        facet = entry.facet
        polarity = entry.polarity
        signal = entry.signal
        language = entry.language
        note = entry.note
        oldValence = entry.valence ?? 0
        count = 0
    }

    /// How far it moves texts away from what the shipped rows say.
    package var change: Int { valence - (oldValence ?? 0) }

    /// The row, as a reader of word lists would give it.
    package func entry(line: Int) -> LexiconEntry {
        LexiconEntry(
            term: term,
            kind: kind,
            partOfSpeech: partOfSpeech,
            valence: valence,
            facet: facet,
            polarity: polarity,
            signal: signal,
            weight: nil,
            source: "learnt",
            licence: "",
            note: note,
            language: language,
            file: "learnt",
            line: line
        )
    }
}

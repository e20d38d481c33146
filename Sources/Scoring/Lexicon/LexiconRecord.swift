import Feedback

/// What the rules need of an entry, without its strings.
struct LexiconRecord: Sendable, BitwiseCopyable {
    let kind: EntryKind
    let wordClass: WordClass
    let hasValence: Bool
    let valence: Int32
    let facet: Facet?
    let polarity: Polarity
    /// What the note column adds to the facet: "refunded the next day" is remedy and speed.
    let second: FacetClaim?
    let third: FacetClaim?
    let signal: LoyaltySignal?
    /// The step that an entry of kind `event` tells.
    let event: EventKind?
    /// In thousandths; the default of the kind when the row has none.
    let weight: Int32
    /// Whether the row names a weight.
    let hasWeight: Bool
    /// The facet counts only where nothing more exact is said: "great service" is courtesy, for want of better.
    let isGeneral: Bool
    /// The facet counts only near words of dealing with people: "it works again" alone is about a device.
    let needsDealing: Bool
    /// The facet counts without them: a wrong item in the parcel was sent by somebody.
    let impliesDealing: Bool
    /// Whether a condition supposes what may never be, so that blame in it counts no more than praise.
    let isSupposing: Bool
    /// Where the rule of the kind reaches, for kinds that have a choice.
    let reach: Reach

    /// On which side of its words a rule acts.
    enum Reach: Sendable {
        case standard
        /// Contrast: weakens its own clause, not the one before.
        case own
        /// Only the clause up to the words.
        case before
        /// Only the clause from the words on.
        case after
    }

    init(_ entry: LexiconEntry) {
        kind = entry.kind
        reach = Reach(entry)
        event = kind == .event ? EventKind(rawValue: entry.partOfSpeech) : nil
        wordClass = kind == .event ? .any : WordClass(name: entry.partOfSpeech) ?? .any
        hasValence = entry.valence != nil
        valence = Int32(entry.valence ?? 0)
        facet = entry.facet
        polarity = entry.polarity
        let also = entry.note.isEmpty ? [] : FacetClaim.all(inNote: entry.note).claims
        second = also.first
        isGeneral = entry.note.split(separator: " ").contains("general")
        needsDealing = entry.note.split(separator: " ").contains("dealing")
        impliesDealing = entry.note.split(separator: " ").contains("dealt")
        isSupposing = entry.note.split(separator: " ").contains("supposing")
        third = also.count > 1 ? also[1] : nil
        signal = entry.signal
        hasWeight = entry.weight != nil
        weight = Int32(entry.weight ?? Self.defaultWeight(entry.kind))
    }

    private static func defaultWeight(_ kind: EntryKind) -> Int {
        switch kind {
        case .negator: -700
        case .intensifier: 1_300
        case .contrast: 500
        case .hedge: 600
        case .conditional: 0
        default: 1_000
        }
    }
}

extension LexiconRecord.Reach {
    init(_ entry: LexiconEntry) {
        switch entry.note.split(separator: " ").first(where: { $0.hasPrefix("reach=") }) {
        case "reach=own": self = .own
        case "reach=before": self = .before
        case "reach=after": self = .after
        default: self = .standard
        }
    }
}

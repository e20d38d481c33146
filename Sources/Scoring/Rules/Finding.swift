import Feedback

/// An entry in its place, with what the rules have made of it so far.
struct Finding {
    /// Number of the entry; −1 for a rating written in the text.
    let entry: Int32
    let kind: EntryKind
    /// Tokens from `start` up to `end`.
    let start: Int32
    var end: Int32
    var clause: Int32
    var sentence: Int32
    /// Thousandths, before clause weights.
    var valence: Int32
    var facet: Facet?
    var polarity: Polarity
    /// Further facets of the entry.
    var second: FacetClaim?
    var third: FacetClaim?
    /// A facet that an entry adds which lost a word to this one.
    var beside: Beside?
    var signal: LoyaltySignal?
    /// Which of the tokens are words of the entry, bit 0 for `start`; the others lie in gaps.
    var mask: UInt64 = .max
    var rules: RuleNames = []
    /// How often it was negated.
    var negations: Int32 = 0
    /// A bare word that gets its valence from what is around it.
    var isBare: Bool { valence == 0 && kind != .courtesyFormula }

    /// Whether it holds the place of a negator that may yet say something of its own.
    var isVacant: Bool { kind == .negator && rules.isEmpty }

    /// Changes the polarity of every facet.
    mutating func turnPolarity(_ turn: (Polarity) -> Polarity) {
        polarity = turn(polarity)
        if let claim = second { second?.polarity = turn(claim.polarity) }
        if let claim = third { third?.polarity = turn(claim.polarity) }
        if let claim = beside?.claim { beside?.claim.polarity = turn(claim.polarity) }
    }

    /// What an entry says beside the one of the finding.
    struct Beside {
        let entry: Int32
        let start: Int32
        let end: Int32
        var claim: FacetClaim
    }

    var statesFacet: Bool { facet != nil || second != nil || beside != nil }
}

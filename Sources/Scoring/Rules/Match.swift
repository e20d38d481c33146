/// An entry found in a text.
struct Match {
    let entry: Int32
    /// Tokens from `start` up to `end`.
    let start: Int32
    let end: Int32
    /// Number of words of the entry.
    let count: Int32
    /// Which of the tokens are words of the entry, bit 0 for `start`; the others lie in gaps.
    let mask: UInt64
    /// Order in which matches that share words are kept, lowest first; the earlier one among equals.
    let rank: UInt64

    init(_ report: MatcherStates.Report, start: Int32, end: Int32) {
        entry = report.entry
        self.start = start
        self.end = end
        count = report.count
        mask = report.mask
        rank = report.rank
    }

    /// Whether both have a word in common.
    func sharesWords(with other: Match) -> Bool {
        let shift = UInt64((start - other.start).magnitude)
        return start >= other.start ? other.mask >> shift & mask != 0 : mask >> shift & other.mask != 0
    }
}

/// What a matcher found in a text.
struct MatchList {
    /// Entries that share no words, in the order of the text.
    var matches: [Match] = []
    /// Conditions whose words are also words of other entries: they act, but say nothing of their own.
    var overlaid: [Match] = []
    /// Entries that lost a word to a match, but have one of their own and a facet to add.
    var besides: [(lost: Match, host: Match)] = []

    /// Steps in the course of events, which hide nothing and are hidden by nothing.
    var events: [Match] = []

    mutating func removeAll() {
        matches.removeAll(keepingCapacity: true)
        overlaid.removeAll(keepingCapacity: true)
        besides.removeAll(keepingCapacity: true)
        events.removeAll(keepingCapacity: true)
    }
}

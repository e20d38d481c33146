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
}

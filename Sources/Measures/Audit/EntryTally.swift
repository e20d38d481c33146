/// Counts the ratings of the comments that each entry speaks in; comments may come in any order.
package struct EntryTally: Sendable {
    /// An entry's comments, and what it claimed in them.
    struct Record: Sendable {
        var count = SideCount()
        var kinds: Set<String> = []
        /// Names of the first comments that disagree.
        var examples: [String] = []
    }

    private(set) var groups: [EntryClaim.Group: SideCount] = [:]
    private(set) var records: [EntryClaim: Record] = [:]
    /// Examples kept of each entry.
    private static let examples = 3

    package init() {}

    /// Rated comments counted.
    package var comments: Int { groups.values.reduce(0) { $0 + $1.low + $1.middle + $1.high } }

    /// Counts one rated comment.
    ///
    /// - Parameters:
    ///   - comment: its name, for examples.
    ///   - group: its source and language.
    ///   - side: −1, 0 or 1 as its rating is low, in the middle or high.
    ///   - claims: every entry that speaks in it with the kinds of what it claims, such as `facet speed`.
    package mutating func add(
        comment: String,
        group: EntryClaim.Group,
        side: Int,
        claims: [EntryClaim: Set<String>]
    ) {
        groups[group, default: SideCount()].add(side: side)
        for (claim, kinds) in claims {
            var record = records[claim] ?? Record()
            record.count.add(side: side)
            record.kinds.formUnion(kinds)
            if side == (claim.isPraise ? -1 : 1), record.examples.count < Self.examples {
                record.examples.append(comment)
            }
            records[claim] = record
        }
    }
}

import Feedback

/// Rows of one kind among those of an input, and how they are read.
struct RowGroup {
    /// Name of the member within other rows that holds them; `nil` for the rows of the input itself.
    var member: String?
    var native: NativeFormat?
    var proposal = Proposal.none
    var mapping: Mapping?
    /// Whether rows of another group stand within these.
    var isOuter = false

    /// The groups of an input: those of its mapping, or else those that its first rows show.
    static func groups(_ sample: SourceSample?, mapping: Mapping?) -> [RowGroup] {
        if let mapping {
            let own = RowGroup(native: sample?.native, mapping: mapping, isOuter: !mapping.nested.isEmpty)
            return [own]
                + mapping.nested.sorted { $0.key < $1.key }.map {
                    RowGroup(member: $0.key, mapping: $0.value.within(mapping))
                }
        }
        guard let sample else { return [RowGroup()] }
        let all = [sample] + sample.others
        var groups = all.compactMap { sample -> RowGroup? in
            let group = RowGroup(member: sample.member, native: sample.native, proposal: Proposal(sample))
            let holdsAnswers = group.proposal.rules[.text] != nil || group.proposal.rules[.rating] != nil
            return sample.member == nil || holdsAnswers ? group : nil
        }
        let isNested = groups.contains { $0.member != nil }
        for index in groups.indices { groups[index].isOuter = isNested }
        return groups
    }
}

extension RowGroup {
    /// Everything that decides how the rows are read, in one fixed order.
    var canonicalText: String {
        Mapping.list([member ?? "", native?.name ?? "", isOuter ? "outer" : "", proposal.canonicalText])
    }
}

/// A group of rows on its way through the input.
struct RowReading {
    let member: String?
    /// Slots that the rows of the group fill, by which they are told from those of others.
    let signs: [Int]
    let builder: RowBuilder

    /// How many thousandths of the signs a row has.
    func share(of row: FieldRow) -> Int {
        guard !signs.isEmpty else { return 0 }
        return signs.count { row[$0] != .absent } * 1_000 / signs.count
    }
}

import Feedback
import Measures
import Store

/// Makes the voices of changed comments anew: takes what they were out of their cells, and puts in what they are.
struct ChangedVoices {
    let zone: Zone
    let kinds: CellKinds
    let person: @Sendable (String?) -> String?

    /// - Returns: the brands one of whose voices changed, sorted.
    func update(in db: StoreConnection) throws -> [String] {
        try spread(in: db)
        let old = try TouchedTables.voices(in: db)
        let new = try made(in: db)
        // Most voices that are made anew come out as they were.
        let same = Set(old.map(\.voice)).intersection(new)
        let gone = old.filter { !same.contains($0.voice) }
        let come = new.filter { !same.contains($0) }
        return try replace(gone, with: come, in: db)
    }

    /// A comment that changed touches the voice it was in and the one it now belongs to, with all their comments.
    private func spread(in db: StoreConnection) throws {
        try TouchedTables.spread(in: db)
        var names: Set<String> = []
        try MeasuredComments.forEachTouched(in: db, person: person) { comment in
            names.insert(VoiceKey.key(for: VoiceMember(comment, zone: zone)).id)
        }
        try TouchedTables.note(voices: names.sorted(), in: db)
    }

    private func made(in db: StoreConnection) throws -> [VoiceRow] {
        var members: [VoiceMember] = []
        var comments: [String: CountedComment] = [:]
        try MeasuredComments.forEachTouched(in: db, person: person) { comment in
            let member = VoiceMember(comment, zone: zone)
            members.append(member)
            comments[member.commentKey] = CountedComment(comment)
        }
        return VoiceBuilder.voices(of: members).map { voice in
            var row = VoiceRow(voice, members: comments)
            row.memberIDs.sort()
            return row
        }
    }

    /// Brand by brand, for the cells of all that changed would fill the memory.
    private func replace(
        _ gone: [(id: Int64, voice: VoiceRow)],
        with come: [VoiceRow],
        in db: StoreConnection
    ) throws -> [String] {
        let goneByBrand = Dictionary(grouping: gone, by: \.voice.brand)
        let comeByBrand = Dictionary(grouping: come, by: \.brand)
        let brands = Set(goneByBrand.keys).union(comeByBrand.keys).sorted()
        for brand in brands {
            try count(goneByBrand[brand] ?? [], comeByBrand[brand] ?? [], of: brand, in: db)
        }
        // A voice may go from one brand to another, which comes earlier.
        try VoiceTable.remove(gone.map(\.id), in: db)
        try VoiceTable.insert(come, in: db)
        return brands
    }

    /// Takes voices of a brand out of what its voices add up to, and puts others in; the stored ones are those of before.
    private func count(
        _ gone: [(id: Int64, voice: VoiceRow)],
        _ come: [VoiceRow],
        of brand: String,
        in db: StoreConnection
    ) throws {
        let goneIDs = Set(gone.map(\.id))
        let comeByCustomer = Dictionary(grouping: come, by: \.customerCode)
        var before = CellAccumulator(lengths: kinds.lengths)
        var after = before
        var (days, tallies) = (SupportDays(), VoiceTallies())
        for customer in Set(gone.map(\.voice.customerCode) + come.map(\.customerCode)).sorted() {
            let stored = try VoiceTable.voices(ofCustomer: customer, brand: brand, in: db)
            let kept = try stored.filter { !goneIDs.contains($0.id) }.map { try Voice($0.voice) }
            before.add(customer: try stored.map { try Voice($0.voice) })
            after.add(customer: kept + (try (comeByCustomer[customer] ?? []).map { try Voice($0) }))
        }
        for (_, voice) in gone {
            days.remove(try Voice(voice))
            try tallies.remove(voice)
        }
        for voice in come {
            days.add(try Voice(voice))
            try tallies.add(voice)
        }
        try SupportDayTable.add(days.all, in: db)
        try VoiceTallyTable.add(tallies.all, in: db)
        try change(before.cells(), to: after.cells(), in: db)
    }

    /// Takes cells out of the stored ones and puts others in.
    private func change(_ before: [KeyedCell], to after: [KeyedCell], in db: StoreConnection) throws {
        var changes: [CellKey: Cell] = [:]
        for keyed in after where kinds.contains(keyed.key) { changes[keyed.key, default: Cell()].merge(keyed.cell) }
        for keyed in before where kinds.contains(keyed.key) { changes[keyed.key, default: Cell()].remove(keyed.cell) }
        try StoredCells(kinds: kinds).add(changes, in: db)
    }
}

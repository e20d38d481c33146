import Feedback
import Measures
import Store

/// Makes the voices of changed comments anew: takes what they were out of their cells, and puts in what they are.
struct ChangedVoices {
    let zone: Zone
    let kinds: CellKinds
    let person: @Sendable (String?) -> String?
    /// Where voices and cells can be read as they were before the transaction; `nil` reads them in it.
    var database: KoeDatabase?
    /// Brands that are reckoned at a time; at least 1.
    var workers = 1

    private static let brandsAtOnce = 8
    /// Parts of so many brands that wait to be stored.
    private static let partsAhead = 2

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

    /// Some brands at a time, for the cells of all that changed would fill the memory.
    private func replace(
        _ gone: [(id: Int64, voice: VoiceRow)],
        with come: [VoiceRow],
        in db: StoreConnection
    ) throws -> [String] {
        let goneByBrand = Dictionary(grouping: gone, by: \.voice.brand)
        let comeByBrand = Dictionary(grouping: come, by: \.brand)
        let brands = Set(goneByBrand.keys).union(comeByBrand.keys).sorted()
        let voices = brands.map { brand in
            BrandChange.Voices(brand: brand, gone: goneByBrand[brand] ?? [], come: comeByBrand[brand] ?? [])
        }
        try forEachChange(of: voices, in: db) { try $0.store(in: db) }
        // A voice may go from one brand to another, which comes earlier.
        try VoiceTable.remove(gone.map(\.id), in: db)
        try VoiceTable.insert(come, in: db)
        return brands
    }

    /// Calls the body with the change of each brand, reckoned on all cores where the state of before can be read beside.
    private func forEachChange(
        of voices: [BrandChange.Voices],
        in db: StoreConnection,
        _ body: (BrandChange) throws -> Void
    ) throws {
        guard let database, database.readsBesideWriter else {
            for own in voices { try body(BrandChange(own, kinds: kinds, in: db)) }
            return
        }
        let (kinds, workers) = (kinds, workers)
        let parts = Handoff(ahead: Self.partsAhead) { put in
            for start in stride(from: 0, to: voices.count, by: Self.brandsAtOnce) {
                let part = Array(voices[start..<min(start + Self.brandsAtOnce, voices.count)])
                try put(
                    sideBySide(part, workers: workers) { own in
                        try database.read { try BrandChange(own, kinds: kinds, in: $0) }
                    }
                )
            }
        }
        try parts.forEach { try $0.forEach(body) }
    }
}

import Feedback
import Measures
import Store

/// Makes the voices of changed comments anew: takes what they were out of their cells, and puts in what they are; and
/// lists the comments as they are now.
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
        let new = try made(in: db)
        // Most voices that are made anew come out as they were.
        let changes = VoiceChanges(
            from: try TouchedTables.voices(in: db),
            to: new.voices,
            firstID: try VoiceTable.nextID(in: db)
        )
        let (brands, before, after) = (changes.brands, changes.before, changes.after)
        let voices = brands.map { brand in
            BrandChange.Voices(brand: brand, gone: before[brand] ?? [], come: after[brand] ?? [])
        }
        try forEachPart(of: voices, in: db) { try BrandChange.store($0, in: db) }
        // A voice may go from one brand to another, which comes earlier.
        try VoiceTable.store(changes, in: db)
        try CommentListing.replace(new.listed(voices: changes.ids), in: db)
        return brands
    }

    /// A comment that changed touches the voice it was in and the one it now belongs to, with all their comments.
    private func made(in db: StoreConnection) throws -> MadeVoices {
        var members: [VoiceMember] = []
        var counted: [String: CountedComment] = [:]
        var made = MadeVoices()
        func add(_ comment: MeasuredComment) {
            made.comments[comment.id] = ListedComment(comment)
            guard let member = VoiceMember(comment, zone: zone) else { return }
            members.append(member)
            counted[member.commentKey] = CountedComment(comment)
        }
        try TouchedTables.spread(in: db)
        try MeasuredComments.forEachTouched(in: db, person: person, add)
        let names = Set(members.map { VoiceKey.key(for: $0).id })
        let others = try TouchedTables.note(voices: names.sorted(), in: db)
        try MeasuredComments.forEach(ids: others, in: db, person: person, add)
        made.voices = VoiceBuilder.voices(of: members).map { voice in
            var row = VoiceRow(voice, members: counted)
            row.memberIDs.sort()
            return row
        }
        return made
    }

    /// Calls the body with the changes of all brands, reckoned on all cores where the state of before can be read beside:
    /// of some at a time, for the cells of all that changed would fill the memory.
    private func forEachPart(
        of voices: [BrandChange.Voices],
        in db: StoreConnection,
        _ body: ([BrandChange]) throws -> Void
    ) throws {
        guard let database, database.readsBesideWriter else {
            for own in voices { try body([BrandChange(own, kinds: kinds, in: db)]) }
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
        try parts.forEach(body)
    }
}

/// Voices that are made anew, with all comments that changed.
private struct MadeVoices {
    var voices: [VoiceRow] = []
    /// By row ids, as those that belong to no voice.
    var comments: [Int64: ListedComment] = [:]

    /// The comments as they are listed, by row ids.
    ///
    /// `ids`: the row ids of the voices, in their order.
    func listed(voices ids: [Int64]) throws -> [ListedComment] {
        var listed = comments
        for (voice, id) in zip(voices, ids) {
            for comment in try ListedComment.comments(of: voice, id: id, among: comments) {
                listed[comment.commentID] = comment
            }
        }
        return listed.values.sorted { $0.commentID < $1.commentID }
    }
}

import Feedback
import Measures
import Store
import Workspace

/// Makes all voices and cells, and the list of comments, from nothing.
struct WholeMeasuring {
    private static let commentsPerReport = 5_000
    /// Parts that wait to be stored.
    private static let partsAhead = 4

    /// What is stored at a time.
    private struct Part: Sendable {
        var voices: [VoiceRow] = []
        /// Row id of the first voice; the others follow it.
        var firstID: Int64 = 1
        var listed: [ListedComment] = []
        var sums: VoiceSums?
        /// Comments that were read by then.
        var done = 0
    }

    let zone: Zone
    let kinds: CellKinds
    let person: @Sendable (String?) -> String?
    /// Shares of the comments that are sorted side by side, where they can be read beside; at least 1.
    var workers = 1

    /// `comments`: how many there are; `beside`: the database, where its comments can be read while voices are written.
    func run(
        comments total: Int,
        beside database: KoeDatabase? = nil,
        in db: StoreConnection,
        progress: ProgressListener
    ) throws {
        try Self.clear(in: db)
        var reported = 0
        func store(_ part: Part) throws {
            try VoiceTable.insert(part.voices, from: part.firstID, in: db)
            try CommentListing.insert(part.listed, in: db)
            try part.sums?.store(in: db)
            guard part.done / Self.commentsPerReport > reported / Self.commentsPerReport else { return }
            reported = part.done
            try Task.checkCancellation()
            progress(ProgressReport(stage: "measure", done: part.done, total: total, unit: "comments"))
        }
        if let database, database.readsBesideWriter {
            let parts = Handoff(ahead: Self.partsAhead) { put in
                try make(from: SortedComments(.beside(database, shares: workers), person: person), put)
            }
            // While the comments are brought into their order.
            try PersonQueries.index(in: db)
            try parts.forEach(store)
        } else {
            try make(from: SortedComments(.within(db), person: person), store)
        }
        try StoredCells(kinds: kinds).addSealed(in: db)
        try Self.index(in: db)
    }

    /// Makes what is to be stored, brand by brand.
    private func make(from comments: SortedComments, _ put: (Part) throws -> Void) throws {
        var part = Part()
        var list = ListedRuns()
        var brand: BrandVoices?
        func send(_ made: BrandVoices.Made, sums: VoiceSums? = nil) throws {
            list.add(made.listed)
            part.voices = made.voices
            part.sums = sums
            part.listed = sums == nil ? list.full() : list.rest()
            try put(part)
            part = Part(firstID: part.firstID + Int64(made.voices.count), done: part.done)
        }
        func finish() throws {
            guard let left = try brand?.finish(kinds) else { return }
            try send(left.made, sums: left.sums)
        }
        try comments.forEach { comment in
            part.done += 1
            guard let name = comment.brand, let member = VoiceMember(comment, zone: zone) else {
                list.add([ListedComment(comment)])
                return
            }
            if brand?.brand != name {
                try finish()
                brand = BrandVoices(brand: name, zone: zone, firstID: part.firstID)
            }
            if let made = try brand?.add(comment, member), !made.voices.isEmpty { try send(made) }
        }
        try finish()
        part.listed = list.rest()
        try put(part)
    }

    /// Removes all voices and cells, and what is made of them.
    static func clear(in db: StoreConnection) throws {
        try VoiceTable.clear(in: db)
        try CommentListing.clear(in: db)
        try CellTable.clear(in: db)
        try SupportDayTable.clear(in: db)
        try VoiceTallyTable.clear(in: db)
        try VersionTable.clear(in: db)
        try FindingTable.clearEarlySigns(in: db)
    }

    /// Makes the ways to the voices and to listed comments, once all are there, and those from names to people that are
    /// missing.
    static func index(in db: StoreConnection) throws {
        try VoiceTable.index(in: db)
        try CommentListing.index(in: db)
        try PersonQueries.index(in: db)
    }
}

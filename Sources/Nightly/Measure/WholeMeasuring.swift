import Feedback
import Measures
import Store
import Workspace

/// Makes all voices and cells from nothing.
struct WholeMeasuring {
    private static let commentsPerReport = 5_000

    let zone: Zone
    let kinds: CellKinds
    let person: @Sendable (String?) -> String?

    /// `comments`: how many there are.
    func run(comments total: Int, in db: StoreConnection, progress: ProgressListener) throws {
        try VoiceTable.clear(in: db)
        try CellTable.clear(in: db)
        try SupportDayTable.clear(in: db)
        try VoiceTallyTable.clear(in: db)
        try FindingTable.clearEarlySigns(in: db)
        var done = 0
        var brand: BrandVoices?
        func finish() throws {
            try brand?.flush(in: db)
            try brand?.writeSums(kinds, in: db)
        }
        try MeasuredComments.forEach(in: db, person: person) { comment in
            if brand?.brand != comment.brand {
                try finish()
                brand = BrandVoices(brand: comment.brand, zone: zone)
            }
            try brand?.add(comment, in: db)
            done += 1
            if done.isMultiple(of: Self.commentsPerReport) {
                progress(ProgressReport(stage: "measure", done: done, total: total, unit: "comments"))
            }
        }
        try finish()
        try StoredCells(kinds: kinds).addSealed(in: db)
        try VoiceTable.index(in: db)
        try PersonQueries.index(in: db)
    }
}

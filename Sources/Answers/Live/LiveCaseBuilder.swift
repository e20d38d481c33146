import Feedback
import Reporting
import Reports
import Store
import Workspace

/// Gathers what the page of a case shows.
struct LiveCaseBuilder {
    private static let shownComments = 20

    let zone: Zone
    let names: VoiceNames
    let reader: ListedCommentReader

    /// `nil` when there is no such case.
    ///
    /// `id`: as stored.
    func page(_ id: String, in db: StoreConnection) throws -> LiveCase? {
        guard let timeline = try CaseTimelineBuilder(zone: zone, names: names).timeline(of: id, in: db) else {
            return nil
        }
        var filter = CommentFilter()
        filter.caseID = id
        let list = try CommentList(of: filter, in: db)
        let ids = try list.ids(limit: Self.shownComments, in: db)
        let supportCase = try CaseTable.supportCase(id, in: db)
        return LiveCase(
            brand: supportCase?.brand,
            timeline: timeline,
            rows: try LiveListBuilder(reader: reader).rows(ids, in: db),
            comments: LiveCount(
                try list.size(in: db).comments,
                list: .comments([.init("case", names.shown(caseID: id))])
            ),
            similar: Dictionary(timeline.similarCaseIDs.map { ($0, .supportCase($0)) }) { first, _ in first }
        )
    }
}

/// A case with its timeline and the comments that are linked to it.
package struct LiveCase: Sendable {
    package var brand: String?
    package var timeline: CaseTimeline
    /// The newest comments.
    package var rows: [LiveList.Row]
    package var comments: LiveCount
    /// Addresses of similar cases by their names.
    package var similar: [String: LiveAddress]

    package init(
        brand: String?,
        timeline: CaseTimeline,
        rows: [LiveList.Row],
        comments: LiveCount,
        similar: [String: LiveAddress]
    ) {
        self.brand = brand
        self.timeline = timeline
        self.rows = rows
        self.comments = comments
        self.similar = similar
    }

    func fields(masking: Masking, in frame: LiveFrame) -> [String: View] {
        let (tables, phrases) = (LiveTables(frame: frame), frame.phrases)
        let facts = [
            brand.map { (phrases(.brand), tables.brand($0)) },
            (phrases(.linkedComments), tables.count(comments)),
        ]
        let body = LiveBody(
            heading: phrases(.caseWord) + phrases.colon + timeline.caseID,
            facts: facts.compactMap(\.self),
            sections: [.init(heading: phrases(.linkedComments), rows: rows, more: comments.list)]
        )
        let view = CaseView(phrases: phrases, casePaths: similar.mapValues(frame.path))
            .view(timeline.masked(by: masking))
        return body.fields(in: frame).merging(["timeline": view]) { _, own in own }
    }
}

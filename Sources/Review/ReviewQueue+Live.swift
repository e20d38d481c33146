import Feedback
package import Reports
package import Workspace

extension LiveQueue {
    private static let shownLinks = 20
    private static let shownDecisions = 20
    /// Long enough to tell what happened, since a person decides by it.
    private static let excerptLength = 240

    /// The queue of a workspace as the dashboard shows it, with personal data hidden.
    ///
    /// `kept`: what was worked out for an earlier page.
    package init(of context: WorkspaceContext, kept: KeptMoves) throws {
        var question = ReviewQueue.Question()
        question.limit = Self.shownLinks
        question.excerptLength = Self.excerptLength
        let queue = try ReviewQueue(question, in: context, kept: kept)
        let log = try DecisionLog(in: context)
        self.init(
            links: queue.links.map(Link.init),
            waiting: queue.waiting,
            decided: queue.decided,
            decisions: log.decisions.prefix(Self.shownDecisions).map(Decision.init)
        )
    }
}

extension LiveQueue.Link {
    fileprivate init(_ item: ReviewQueue.Item) {
        self.init(
            comment: item.comment,
            caseID: item.caseID,
            bits: item.bits,
            move: item.move,
            excerpt: item.excerpt
        )
        relation = LinkRelation(rawValue: item.relation)
        brand = item.brand
        author = item.author
        date = item.postedAt
        subject = item.subject
    }
}

extension LiveQueue.Decision {
    fileprivate init(_ item: DecisionItem) {
        let subject = [item.comment, item.caseID, item.into].compactMap(\.self).joined(separator: ", ")
        self.init(id: item.id, kind: item.kind, subject: subject, by: item.by, at: item.at, state: item.state)
    }
}

package import Feedback

/// What all decisions of people amount to: the later wins, and none is forgotten.
///
/// Depends on the set of decisions alone, in whatever order they are given.
package struct SettledDecisions: Sendable {
    /// What became of a decision among the others.
    package enum State: Hashable, Sendable {
        case standing
        /// A later decision says otherwise.
        case overruled(by: String)
        /// An undo, or the split of a merge, took it back.
        case undone(by: String)
    }

    /// By the ids of the decisions.
    package private(set) var states: [String: State] = [:]
    package private(set) var overrides = LinkOverrides()

    /// - Parameters:
    ///   - decisions: all that were ever taken.
    ///   - hasCase: whether there is a case of an id: a merge into one that is not there waits for it.
    package init(_ decisions: [ReviewDecision], hasCase: (String) -> Bool) {
        let ordered = decisions.sorted(by: ReviewDecision.precedes)
        takeBack(ordered)
        let standing = ordered.filter { states[$0.id] == .standing }
        let merges = settleCases(standing)
        for caseID in merges.into.keys where merges.root(of: caseID, hasCase: hasCase) != caseID {
            overrides.merge(caseID: caseID, into: merges.root(of: caseID, hasCase: hasCase))
        }
        var topics: [String: CommentTopic] = [:]
        for decision in standing where !decision.kind.isAboutCases {
            guard let comment = decision.comment else { continue }
            let key = LinkComment.key(source: comment.source, externalID: comment.externalID)
            let caseID = decision.caseID.map { merges.root(of: $0, hasCase: hasCase) }
            for loser in topics[key, default: CommentTopic()].add(decision, caseID: caseID) {
                states[loser] = .overruled(by: decision.id)
            }
        }
        for (key, topic) in topics { topic.write(to: &overrides, commentKey: key) }
    }

    /// An undo counts for what is earlier, unless it is taken back itself.
    private mutating func takeBack(_ ordered: [ReviewDecision]) {
        var ranks: [String: Int] = [:]
        for (rank, decision) in ordered.enumerated() { ranks[decision.id] = rank }
        for (rank, decision) in ordered.enumerated().reversed() {
            if states[decision.id] == nil { states[decision.id] = .standing }
            guard decision.kind == .undo, states[decision.id] == .standing, let target = decision.undoes,
                let earlier = ranks[target], earlier < rank, states[target] == nil
            else { continue }
            states[target] = .undone(by: decision.id)
        }
    }

    private mutating func settleCases(_ standing: [ReviewDecision]) -> CaseMerges {
        var merges = CaseMerges()
        for decision in standing {
            switch decision.kind {
            case .merge:
                for loser in merges.merge(decision) { states[loser] = .overruled(by: decision.id) }
            case .split:
                if let merge = merges.split(decision) { states[merge] = .undone(by: decision.id) }
            case .confirm, .reject, .link, .unlink, .undo: break
            }
        }
        return merges
    }
}

/// What was decided about one comment so far.
private struct CommentTopic {
    private var required: (caseID: String, relation: LinkRelation?, decisions: [String])?
    private var forbidden: [(caseID: String, decisionID: String)] = []
    private var nowhere: (caseID: String?, decisionID: String)?

    /// Adds a later decision.
    ///
    /// - Returns: ids of the decisions that say otherwise and count no more.
    mutating func add(_ decision: ReviewDecision, caseID: String?) -> [String] {
        switch decision.kind {
        case .confirm, .link:
            guard let caseID else { return [] }
            var losers = [nowhere?.decisionID].compactMap(\.self)
            losers += forbidden.filter { $0.caseID == caseID }.map(\.decisionID)
            nowhere = nil
            forbidden.removeAll { $0.caseID == caseID }
            if let earlier = required, earlier.caseID != caseID { losers += earlier.decisions }
            let same = required?.caseID == caseID ? required : nil
            required = (caseID, decision.relation ?? same?.relation, (same?.decisions ?? []) + [decision.id])
            return losers
        case .reject:
            guard let caseID else { return [] }
            forbidden.append((caseID, decision.id))
            guard let earlier = required, earlier.caseID == caseID else { return [] }
            required = nil
            return earlier.decisions
        case .unlink:
            let losers = required?.decisions ?? []
            required = nil
            nowhere = (caseID, decision.id)
            return losers
        case .merge, .split, .undo: return []
        }
    }

    func write(to overrides: inout LinkOverrides, commentKey: String) {
        for (caseID, decisionID) in forbidden {
            overrides.cannotLink(commentKey: commentKey, caseID: caseID, decisionID: decisionID)
        }
        if let nowhere {
            overrides.linksNowhere(commentKey: commentKey, caseID: nowhere.caseID, decisionID: nowhere.decisionID)
        }
        if let required, let decisionID = required.decisions.last {
            overrides.mustLink(
                commentKey: commentKey,
                caseID: required.caseID,
                relation: required.relation,
                decisionID: decisionID
            )
        }
    }
}

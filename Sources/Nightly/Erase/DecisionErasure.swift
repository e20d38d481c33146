import Feedback
import Linkage
import Store
import Workspace

/// Takes out of people's decisions whatever names the erased; that a decision was taken, by whom and when, stays.
struct DecisionErasure {
    private let target: ErasureTarget
    private let tombstones: Tombstones
    private let comments: Set<ReviewDecision.Subject>
    private let cases: Set<String>
    private let names: ErasedNames

    init(target: ErasureTarget, tombstones: Tombstones, names: ErasedNames) {
        self.target = target
        self.tombstones = tombstones
        self.names = names
        comments = Set(
            target.comments.map { ReviewDecision.Subject(source: $0.source, externalID: $0.externalID) }
        )
        let stories = target.comments.map {
            LinkCase.storyID(commentKey: LinkComment.key(source: $0.source, externalID: $0.externalID))
        }
        cases = Set(target.cases.map(\.caseID) + stories)
    }

    /// - Returns: hashes that keep the decisions from coming back with a file.
    func run(in db: StoreConnection) throws -> Set<String> {
        let all = try DecisionTable.all(in: db)
        var touched: Set<String> = []
        // What takes back a decision whose id goes gets another id as well.
        for decision in all where cleaned(decision) != decision || decision.undoes.map(touched.contains) == true {
            touched.insert(decision.id)
        }
        var hashes: Set<String> = []
        for decision in all {
            var left = cleaned(decision)
            if touched.contains(decision.id) {
                hashes.insert(tombstones.decision(decision.id))
                left.id = ReviewDecision.erasedMark + tombstones.decision(decision.id)
            }
            if let undone = decision.undoes, touched.contains(undone) {
                left.undoes = ReviewDecision.erasedMark + tombstones.decision(undone)
            }
            if left != decision { try DecisionTable.replace(decision.id, with: left, in: db) }
        }
        return hashes
    }

    /// The decision without what names the erased, under its old id.
    private func cleaned(_ decision: ReviewDecision) -> ReviewDecision {
        var left = decision
        if let comment = decision.comment, isErased(comment) {
            left.comment?.externalID =
                ReviewDecision.erasedMark + tombstones.comment(comment.externalID, source: comment.source)
            left.note = nil
        }
        left.caseID = decision.caseID.map(cleaned)
        left.into = decision.into.map(cleaned)
        if left.caseID != decision.caseID || left.into != decision.into { left.note = nil }
        if let note = left.note, names.isHeld(by: note) { left.note = nil }
        if target.marks.names.contains(decision.by) {
            left.by = ReviewDecision.erasedMark + tombstones.author(decision.by, source: nil)
        }
        return left
    }

    private func cleaned(_ caseID: String) -> String {
        let hash = tombstones.supportCase(caseID)
        return cases.contains(caseID) || target.hashes.contains(hash) ? ReviewDecision.erasedMark + hash : caseID
    }

    private func isErased(_ comment: ReviewDecision.Subject) -> Bool {
        if comment.externalID.hasPrefix(ReviewDecision.erasedMark) { return false }
        return comments.contains(comment) || target.hashes.contains(tombstones.source(comment.source))
            || target.hashes.contains(tombstones.comment(comment.externalID, source: comment.source))
    }
}

import Feedback
import Linkage
import Store

/// What of people's decisions a night must apply that changed since the last linking.
///
/// Decisions about comments note their comments as they come; what is left are cases that now go under another name,
/// and comments that a person linked to a case which changed.
struct ChangedDecisions {
    /// Cases that go under another name than at the last linking.
    let moved: Set<String>
    /// Former and present names of merged cases.
    private let roots: [(caseID: String, root: String)]

    init(overrides: LinkOverrides, in db: StoreConnection) throws {
        let (old, new) = (try CaseAliasTable.roots(in: db), overrides.roots)
        moved = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
        roots = old.map { ($0.key, $0.value) } + new.map { ($0.key, $0.value) }
    }

    /// Row ids of the comments that were decided about with a word on one of some cases, or on one that moved.
    func comments(about caseIDs: [String], in db: StoreConnection) throws -> Set<Int64> {
        var named = moved.union(caseIDs)
        for (caseID, root) in roots where named.contains(root) { named.insert(caseID) }
        var comments: Set<Int64> = []
        for caseID in named { comments.formUnion(try DecisionTable.comments(naming: caseID, in: db)) }
        return comments
    }
}

extension LinkOverrides {
    /// What all decisions of a workspace amount to, beside the cases that there are.
    init(in db: StoreConnection) throws {
        let decisions = try DecisionTable.all(in: db)
        let named = Set(decisions.flatMap { [$0.caseID, $0.into].compactMap(\.self) })
        let known = try named.filter { try CaseTable.contains($0, in: db) }
        self = SettledDecisions(decisions, hasCase: known.contains).overrides
    }
}

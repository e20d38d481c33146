import Feedback
import Store
package import Workspace

/// The decisions that were ever taken, newest first.
package struct DecisionLog: Encodable, Sendable {
    package let decisions: [DecisionItem]

    /// - Parameters:
    ///   - name: a comment, a case or a decision that is asked for; `nil` for all.
    ///   - onlyConflicts: only those that wait for what is not there, or that a later one overruled.
    ///   - context: the workspace.
    /// - Throws: ``WorkspaceError`` `input` when nothing of that name was decided.
    package init(about name: String? = nil, onlyConflicts: Bool = false, in context: WorkspaceContext) throws {
        let names = try context.voiceNames()
        decisions = try context.database.read { db in
            let book = try DecisionBook(of: context, in: db)
            let stored = try name.map { try [names.stored($0, in: db), names.stored(caseID: $0, in: db)] }
            let chosen = book.decisions.reversed().filter { decision in
                guard let stored else { return true }
                let key = decision.comment.map { "\($0.source):\($0.externalID)" }
                let ids = [
                    key, decision.comment?.externalID, decision.caseID, decision.into, decision.id, decision.undoes,
                ]
                return ids.contains { id in id.map(stored.contains) ?? false }
            }
            if let name, chosen.isEmpty {
                throw WorkspaceError(
                    .input,
                    "nothing was decided about \"\(name)\"; koe review log lists all decisions"
                )
            }
            return chosen.map(book.item).filter { !onlyConflicts || $0.isConflict }
        }
    }
}

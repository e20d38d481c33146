import Feedback
import Reporting
import Reports
import Store
import Workspace

/// What staff noted at decisions, with what is personal hidden.
enum DecisionNotes {
    /// The masked notes of those decisions that have one, by their ids.
    ///
    /// Everybody's whole name is hidden, and of those whom a decision is about each part of the name too, since a note says
    /// 田中 of the customer whose case it is.
    static func masked(
        _ decisions: [ReviewDecision],
        of context: WorkspaceContext,
        in db: StoreConnection
    ) throws -> [String: String] {
        let noted = decisions.filter { $0.note != nil }
        let masking = try KnownNames.masking(
            of: [],
            notes: noted.compactMap(\.note),
            beside: context.settings.masking,
            in: db
        )
        return try noted.reduce(into: [:]) { notes, decision in
            let people = try PersonQueries.people(
                ofComment: decision.comment.map { ($0.source, $0.externalID) },
                cases: [decision.caseID, decision.into].compactMap(\.self),
                in: db
            )
            notes[decision.id] = decision.note.map(masking.hiding(people).maskedNote)
        }
    }
}

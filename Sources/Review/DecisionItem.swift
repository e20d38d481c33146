import Feedback
import Linkage
import Reporting
import Reports
import Store
import Workspace

/// A decision with what became of it, as commands show it.
package struct DecisionItem: Encodable, Hashable, Sendable {
    package let id: String
    package let kind: String
    /// `source:id`.
    package let comment: String?
    package let caseID: String?
    package let into: String?
    package let relation: String?
    package let undoes: String?
    package let by: String
    package let at: String
    package let note: String?
    /// `applies`, `waiting`, `overruled`, `undone` or `erased`.
    package let state: String
    /// Id of the later decision that overruled this one or took it back.
    package let answeredBy: String?
    /// What it names and is not there.
    package let missing: [String]

    /// Whether a person should look at it: it waits for what is not there, or another decision disagrees.
    package var isConflict: Bool { state == "waiting" || state == "overruled" }
}

/// All decisions of a workspace, and what became of each.
struct DecisionBook {
    /// Earliest first.
    let decisions: [ReviewDecision]
    let settled: SettledDecisions
    let byComment: [ReviewDecision.Subject?: [ReviewDecision]]
    private let missing: [String: [String]]
    private let zone: Zone
    private let names: VoiceNames
    private let notes: [String: String]

    /// `more`: decisions beside the stored ones, as if they were taken.
    init(with more: [ReviewDecision] = [], of context: WorkspaceContext, in db: StoreConnection) throws {
        let decisions = (try DecisionTable.all(in: db) + more).sorted(by: ReviewDecision.precedes)
        var cases: [String: Bool] = [:]
        var missing: [String: [String]] = [:]
        let ids = Set(decisions.map(\.id))
        let names = try context.voiceNames()
        for decision in decisions {
            for caseID in [decision.caseID, decision.into].compactMap(\.self) where cases[caseID] == nil {
                cases[caseID] = try CaseTable.contains(caseID, in: db)
            }
            if decision.kind == .undo {
                missing[decision.id] = decision.undoes.flatMap { ids.contains($0) ? nil : ["decision \($0)"] }
                continue
            }
            var absent: [String] = []
            if let comment = decision.comment,
                try !CommentTable.contains(source: comment.source, externalID: comment.externalID, in: db)
            {
                absent.append("comment")
            }
            if decision.kind != .unlink {
                absent += [decision.caseID, decision.into].compactMap(\.self).filter { cases[$0] != true }
                    .map { "case \(names.shown(caseID: $0))" }
            }
            missing[decision.id] = absent
        }
        self.decisions = decisions
        byComment = Dictionary(grouping: decisions, by: \.comment)
        self.missing = missing
        settled = SettledDecisions(decisions) { cases[$0] == true }
        zone = context.settings.zone
        self.names = names
        notes = try DecisionNotes.masked(decisions, of: context, in: db)
    }

    func item(_ decision: ReviewDecision) -> DecisionItem {
        let missing = missing[decision.id] ?? []
        let (state, answer): (String, String?) =
            switch settled.states[decision.id] ?? .standing {
            case .standing: (decision.isErased ? "erased" : missing.isEmpty ? "applies" : "waiting", nil)
            case .overruled(let other): ("overruled", other)
            case .undone(let other): ("undone", other)
            }
        return DecisionItem(
            id: decision.id,
            kind: decision.kind.rawValue,
            comment: decision.comment.map { names.shown(key: "\($0.source):\($0.externalID)") },
            caseID: decision.caseID.map(names.shown(caseID:)),
            into: decision.into.map(names.shown(caseID:)),
            relation: decision.relation?.rawValue,
            undoes: decision.undoes,
            by: decision.by,
            at: zone.format(decision.at),
            note: notes[decision.id],
            state: state,
            answeredBy: answer,
            missing: missing
        )
    }

    /// - Throws: ``WorkspaceError`` `input` when no decision, or more than one, has an id that begins so.
    func decision(_ prefix: String) throws -> ReviewDecision {
        let found = decisions.filter { $0.id == prefix }
        let near = found.isEmpty && !prefix.isEmpty ? decisions.filter { $0.id.hasPrefix(prefix) } : found
        guard let decision = near.first else {
            throw WorkspaceError(.input, "no decision has the id \"\(prefix)\"; koe review log lists them")
        }
        guard near.count == 1 else {
            throw WorkspaceError(
                .input,
                "\(near.count) decisions have ids that begin with \"\(prefix)\"; write more of it"
            )
        }
        return decision
    }
}

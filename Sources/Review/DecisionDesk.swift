import Feedback
import Linkage
import Workspace

/// Gives new decisions their time and id, so that what was said later about one thing is later.
struct DecisionDesk {
    private var latest: [ReviewDecision.Subject?: Instant] = [:]
    private var last: [Topic: ReviewDecision] = [:]

    /// What a decision is about: a comment, or a case where it is about cases alone.
    private struct Topic: Hashable {
        let comment: ReviewDecision.Subject?
        let caseID: String?

        init(_ decision: ReviewDecision) {
            comment = decision.comment
            caseID = decision.comment == nil ? decision.caseID : nil
        }
    }

    init(decisions: [ReviewDecision], settled: SettledDecisions) {
        for decision in decisions {
            latest[decision.comment] = decision.at
            if settled.states[decision.id] == .standing { note(decision) }
        }
    }

    /// The latest decision that counts about the same thing, where it says the same.
    func standing(like decision: ReviewDecision) -> ReviewDecision? {
        guard decision.kind != .undo, let last = last[Topic(decision)], last.kind == decision.kind,
            last.caseID == decision.caseID, last.into == decision.into, last.relation == decision.relation,
            last.by == decision.by, last.note == decision.note
        else { return nil }
        return last
    }

    /// The decision as it is to be stored: after everything that was said about the same comment, or about cases.
    mutating func take(_ decision: ReviewDecision) -> ReviewDecision {
        var decision = decision
        if let latest = latest[decision.comment], decision.at <= latest {
            decision.at = Instant(milliseconds: latest.milliseconds + 1)
        }
        decision = decision.identified
        note(decision)
        return decision
    }

    /// Takes a decision into account that has its time and id.
    mutating func note(_ decision: ReviewDecision) {
        latest[decision.comment] = max(latest[decision.comment] ?? decision.at, decision.at)
        if decision.kind != .undo { last[Topic(decision)] = decision }
    }
}

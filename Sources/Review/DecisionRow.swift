import Feedback
import Workspace

/// A row of a file of decisions, checked.
struct DecisionRow {
    /// Milliseconds by which the clock of another machine may be ahead.
    private static let mostAhead: Int64 = 86_400_000

    let decision: ReviewDecision
    /// Whether it was written by hand and gets its time and id here.
    let isNew: Bool
    /// Whether what it was about was erased where the file was written.
    let isErased: Bool

    /// - Throws: ``WorkspaceError`` with what is wrong and what to do.
    init(_ cells: [String: String], by: String?, now: Instant) throws {
        func written(_ name: String) -> String? {
            cells[name].map(ReversibleCell.plain).flatMap { $0.isEmpty ? nil : $0 }
        }
        func cell(_ name: String, most: Int = DecisionText.mostOfName) throws -> String? {
            try written(name).map { try DecisionText.checked($0, of: "the column \(name)", most: most) }
        }
        func place(_ name: String) throws -> String? {
            try written(name).map { try DecisionText.id($0, of: "the column \(name)") }
        }
        let id = try cell("id")
        guard let name = try cell("kind"), let kind = ReviewDecision.Kind(rawValue: name.lowercased()) else {
            let kinds = ReviewDecision.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw WorkspaceError(.input, "the column kind must be one of \(kinds)")
        }
        let at = try cell("at").map { text in
            guard let instant = DecisionTime.instant(text) else {
                throw WorkspaceError(.input, "at is \"\(text)\"; write a time such as 2026-01-31T15:00:00Z")
            }
            return instant
        }
        guard let by = try cell("by") ?? by else {
            throw WorkspaceError(.input, "the row does not say who decided: fill the column by, or give --by")
        }
        var decision = ReviewDecision(kind, by: by, at: at ?? now)
        decision.comment = try Self.comment(place("source"), place("comment"))
        decision.caseID = try place("case")
        decision.into = try place("into")
        decision.undoes = try cell("undoes")
        decision.note = try cell("note", most: DecisionText.mostOfNote)
        decision.relation = try cell("relation").map { text in
            guard let relation = LinkRelation(rawValue: text) else {
                let all = LinkRelation.allCases.map(\.rawValue).joined(separator: ", ")
                throw WorkspaceError(.input, "relation is \"\(text)\"; it must be one of \(all), or empty")
            }
            return relation
        }
        try Self.check(decision)
        if decision.at.milliseconds > now.milliseconds + Self.mostAhead {
            throw WorkspaceError(.input, "the decision is dated \(DecisionTime.text(decision.at)), which is not yet")
        }
        isNew = at == nil
        isErased = id?.hasPrefix(ReviewDecision.erasedMark) == true
        self.decision = decision.identified
        if let id, isNew || id != self.decision.id, !isErased {
            throw WorkspaceError(
                .input,
                "the row was changed after it was written: leave the columns id and at empty for a new decision"
            )
        }
    }

    private static func comment(_ source: String?, _ id: String?) throws -> ReviewDecision.Subject? {
        switch (source, id) {
        case (let source?, let id?): ReviewDecision.Subject(source: source, externalID: id)
        case (nil, nil): nil
        default: throw WorkspaceError(.input, "a comment is named by both columns, source and comment")
        }
    }

    /// Whether everything that the kind needs is there.
    private static func check(_ decision: ReviewDecision) throws {
        let needs: [(String, Bool)] =
            switch decision.kind {
            case .confirm, .reject, .link:
                [("source and comment", decision.comment != nil), ("case", decision.caseID != nil)]
            case .unlink: [("source and comment", decision.comment != nil)]
            case .merge: [("case", decision.caseID != nil), ("into", decision.into != nil)]
            case .split: [("case", decision.caseID != nil)]
            case .undo: [("undoes", decision.undoes != nil)]
            }
        for (columns, isThere) in needs where !isThere {
            throw WorkspaceError(.input, "a row of kind \(decision.kind.rawValue) needs \(columns)")
        }
        if decision.kind.isAboutCases, decision.comment != nil {
            throw WorkspaceError(
                .input,
                "a row of kind \(decision.kind.rawValue) is about cases: leave source and comment empty"
            )
        }
    }
}

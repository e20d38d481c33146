package import Feedback
import Linkage
import Store
package import Workspace

/// Takes down what a person decides; the next linking applies it before anything else.
///
/// Nothing is changed when any of several decisions cannot be taken.
package struct Deciding: Sendable {
    package struct Outcome: Encodable, Sendable {
        /// What was taken down.
        package let decisions: [DecisionItem]
        /// What had been decided so already.
        package let unchanged: [DecisionItem]
        package let isDryRun: Bool
    }

    private let context: WorkspaceContext
    private let by: String
    private let note: String?
    private let isDryRun: Bool

    /// `by`: who decides; `note`: what to remember of it.
    ///
    /// - Throws: ``WorkspaceError`` `usage` when a text is too long or holds a control character.
    package init(context: WorkspaceContext, by: String, note: String?, isDryRun: Bool = false) throws {
        self.context = context
        self.by = try DecisionText.checked(by, of: "the name of who decides", most: DecisionText.mostOfName)
        self.note = try note.map { try DecisionText.checked($0, of: "the note", most: DecisionText.mostOfNote) }
        self.isDryRun = isDryRun
    }

    /// The comments belong to the case that is proposed for each, or to the one that is named.
    ///
    /// - Throws: ``WorkspaceError`` `input` when a comment or the case is unknown, or nothing is proposed.
    package func confirm(_ names: [String], caseID: String?) throws -> Outcome {
        try decide(names) { try proposal(.confirm, $0, caseID: caseID, in: $1) }
    }

    /// The comments do not belong to the case that is linked or proposed, or to the one that is named.
    ///
    /// - Throws: as ``confirm(_:caseID:)``.
    package func reject(_ names: [String], caseID: String?) throws -> Outcome {
        try decide(names) { try proposal(.reject, $0, caseID: caseID, in: $1) }
    }

    /// The comment belongs to a case, whatever was found.
    ///
    /// `relation`: `nil` leaves it to the linker: the customer, or about the case where the company speaks.
    /// - Throws: ``WorkspaceError`` `input` when the comment or the case is unknown.
    package func link(_ name: String, caseID: String, relation: LinkRelation?) throws -> Outcome {
        try decide([name]) { comment, db in
            var decision = draft(.link, comment)
            decision.caseID = try known(caseID, in: db)
            decision.relation = relation
            return decision
        }
    }

    /// The comments belong to no case.
    ///
    /// - Throws: ``WorkspaceError`` `input` when a comment is unknown.
    package func unlink(_ names: [String]) throws -> Outcome {
        try decide(names) { comment, db in
            var decision = draft(.unlink, comment)
            decision.caseID = try LinkTable.link(of: comment.id, in: db)?.caseID
            return decision
        }
    }

    /// Two cases are one, under the name of the second.
    ///
    /// - Throws: ``WorkspaceError`` `input` when a case is unknown, or they are one already.
    package func merge(_ caseID: String, into other: String) throws -> Outcome {
        try take { book, db in
            let (first, second) = (try known(caseID, in: db), try known(other, in: db))
            guard book.root(of: first) != book.root(of: second) else {
                throw WorkspaceError(
                    .input,
                    "\(caseID) and \(other) are one case already; koe review split takes one out"
                )
            }
            var decision = ReviewDecision(.merge, by: by, at: context.now)
            decision.caseID = first
            decision.into = second
            return [decision]
        }
    }

    /// A case that was merged stands alone again.
    ///
    /// - Throws: ``WorkspaceError`` `input` when it was not merged into another.
    package func split(_ caseID: String) throws -> Outcome {
        let names = try context.voiceNames()
        return try take { book, db in
            let caseID = try names.stored(caseID: caseID, in: db)
            guard let home = book.standingMerge(of: caseID)?.into else {
                throw WorkspaceError(
                    .input,
                    "\(names.shown(caseID: caseID)) is not merged into another case; koe review log lists the merges"
                )
            }
            var decision = ReviewDecision(.split, by: by, at: context.now)
            decision.caseID = caseID
            decision.into = home
            return [decision]
        }
    }

    /// Takes decisions back.
    ///
    /// `ids`: of the decisions, or their beginnings.
    /// - Throws: ``WorkspaceError`` `input` when a decision is unknown or was taken back already.
    package func undo(_ ids: [String]) throws -> Outcome {
        try take { book, _ in
            try ids.map { id in
                let target = try book.decision(id)
                if case .undone(let other) = book.settled.states[target.id] {
                    throw WorkspaceError(.input, "decision \(target.id) was taken back already, by \(other)")
                }
                var decision = target
                decision.kind = .undo
                decision.undoes = target.id
                decision.by = by
                decision.at = context.now
                decision.note = nil
                return decision
            }
        }
    }

    // MARK: -

    private func draft(_ kind: ReviewDecision.Kind, _ stored: StoredComment) -> ReviewDecision {
        var decision = ReviewDecision(kind, by: by, at: context.now)
        decision.comment = ReviewDecision.Subject(
            source: stored.comment.source,
            externalID: stored.comment.externalID
        )
        return decision
    }

    private func proposal(
        _ kind: ReviewDecision.Kind,
        _ comment: StoredComment,
        caseID: String?,
        in db: StoreConnection
    ) throws -> ReviewDecision {
        let link = try LinkTable.link(of: comment.id, in: db)
        guard let meant = try caseID.map({ try known($0, in: db) }) ?? link?.caseID else {
            throw WorkspaceError(
                .input,
                "no case is proposed for \(comment.comment.key); name one with --case"
            )
        }
        var decision = draft(kind, comment)
        decision.caseID = meant
        if kind == .confirm, let link, link.caseID == meant { decision.relation = link.relation }
        return decision
    }

    private func known(_ caseID: String, in db: StoreConnection) throws -> String {
        let stored = try context.voiceNames().stored(caseID: caseID, in: db)
        guard try CaseTable.contains(stored, in: db) else {
            throw WorkspaceError(.input, "there is no case \"\(caseID)\"; koe export cases lists them")
        }
        return stored
    }

    private func decide(
        _ names: [String],
        _ make: (StoredComment, StoreConnection) throws -> ReviewDecision
    ) throws -> Outcome {
        let shown = try context.voiceNames()
        return try take { _, db in
            try names.map { try make(OneComment.named($0, shown, in: db), db) }
        }
    }

    private func take(_ make: (DecisionBook, StoreConnection) throws -> [ReviewDecision]) throws -> Outcome {
        func outcome(in db: StoreConnection) throws -> Outcome {
            let book = try DecisionBook(of: context, in: db)
            var desk = DecisionDesk(decisions: book.decisions, settled: book.settled)
            var (new, old): ([ReviewDecision], [ReviewDecision]) = ([], [])
            for var decision in try make(book, db) {
                decision.note = note
                if let same = desk.standing(like: decision) {
                    old.append(same)
                } else {
                    new.append(desk.take(decision))
                }
            }
            if !isDryRun { for decision in new { try DecisionTable.add(decision, in: db) } }
            let after = try DecisionBook(with: isDryRun ? new : [], of: context, in: db)
            return Outcome(decisions: new.map(after.item), unchanged: old.map(after.item), isDryRun: isDryRun)
        }
        if isDryRun { return try context.database.read { try outcome(in: $0) } }
        return try context.database.write { try outcome(in: $0) }
    }
}

extension DecisionBook {
    /// The case under whose name a case goes.
    func root(of caseID: String) -> String { settled.overrides.roots[caseID] ?? caseID }

    /// Whether it is settled already that a comment belongs to a case, or does not.
    func isDecided(_ comment: ReviewDecision.Subject, _ caseID: String) -> Bool {
        byComment[comment, default: []].contains { decision in
            settled.states[decision.id] == .standing
                && (decision.kind != .reject || decision.caseID.map(root(of:)) == root(of: caseID))
                && decision.kind != .undo
        }
    }

    /// The merge that puts a case into another, if one counts.
    func standingMerge(of caseID: String) -> ReviewDecision? {
        decisions.last { $0.kind == .merge && $0.caseID == caseID && settled.states[$0.id] == .standing }
    }
}

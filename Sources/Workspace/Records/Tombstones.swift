package import Feedback
import Store

/// Tells what was erased and may not come back, without knowing of whom.
///
/// Each tombstone is a keyed hash of a name; without `koe.key` nobody can try names against them.
package struct Tombstones: Sendable {
    private static let hashBytes = 16
    /// Stands for every source.
    private static let anySource = "*"
    private static let separator = "\u{1F}"

    private let key: WorkspaceKey
    private let hashes: Set<String>
    private let people: PersonNames

    /// Reads the tombstones of a workspace.
    package init(of context: WorkspaceContext) throws {
        hashes = try context.database.read { try ErasureTable.hashes(in: $0) }
        key = try hashes.isEmpty ? WorkspaceKey(bytes: []) : WorkspaceKey(of: context.workspace)
        people = try PersonNames(lexicons: context.resources.lexicons)
    }

    /// For making new tombstones: the key is made where there is none.
    package init(making context: WorkspaceContext) throws {
        hashes = []
        key = try WorkspaceKey(of: context.workspace)
        people = try PersonNames(lexicons: context.resources.lexicons)
    }

    /// Those of a workspace in which nothing was erased.
    package static func none(of context: WorkspaceContext) throws -> Tombstones {
        Tombstones(
            key: WorkspaceKey(bytes: []),
            hashes: [],
            people: try PersonNames(lexicons: context.resources.lexicons)
        )
    }

    private init(key: WorkspaceKey, hashes: Set<String>, people: PersonNames) {
        self.key = key
        self.hashes = hashes
        self.people = people
    }

    /// Whether nothing was ever erased.
    package var isEmpty: Bool { hashes.isEmpty }

    /// Whether a comment, its author or its source was erased.
    package func covers(_ comment: Comment) -> Bool {
        if hashes.isEmpty { return false }
        let names = [comment.author.flatMap { people.person($0) }, comment.authorID].compactMap { $0 }
        let authors = names.flatMap { [author($0, source: comment.source), author($0, source: nil)] }
        return (authors + [self.comment(comment.externalID, source: comment.source), source(comment.source)])
            .contains(where: hashes.contains)
    }

    /// Whether the comment that is taken back, or its source, was erased.
    package func covers(_ withdrawal: Withdrawal) -> Bool {
        if hashes.isEmpty { return false }
        return [comment(withdrawal.externalID, source: withdrawal.source), source(withdrawal.source)]
            .contains(where: hashes.contains)
    }

    /// Whether a case or its customer was erased.
    package func covers(_ supportCase: SupportCase) -> Bool {
        if hashes.isEmpty { return false }
        let names = [supportCase.customer.flatMap { people.person($0) }, supportCase.customerHandle].compactMap { $0 }
        return (names.map { author($0, source: nil) } + [self.supportCase(supportCase.caseID)])
            .contains(where: hashes.contains)
    }

    /// Whether a row that cannot be used was erased as it is written.
    package func covers(row bytes: [UInt8]) -> Bool { !hashes.isEmpty && hashes.contains(row(bytes)) }

    /// Whether what a decision is about was erased, or the decision with it.
    package func covers(_ decision: ReviewDecision) -> Bool {
        if hashes.isEmpty { return false }
        let comment = decision.comment.map {
            [self.comment($0.externalID, source: $0.source), source($0.source)]
        }
        let cases = [decision.caseID, decision.into].compactMap { $0.map(supportCase) }
        return ((comment ?? []) + cases + [self.decision(decision.id)]).contains(where: hashes.contains)
    }

    /// `bytes`: of a row in quarantine.
    package func row(_ bytes: [UInt8]) -> String { hash("row", Digest.hex(bytes)) }

    /// `name`: a person's one spelling or id; `source`: `nil` for all sources.
    package func author(_ name: String, source: String?) -> String {
        hash("author", source ?? Self.anySource, name)
    }

    package func comment(_ externalID: String, source: String) -> String { hash("comment", source, externalID) }

    package func supportCase(_ caseID: String) -> String { hash("case", caseID) }

    /// `id`: of a person's decision about something that was erased.
    package func decision(_ id: String) -> String { hash("decision", id) }

    package func source(_ name: String) -> String { hash("source", name) }

    private func hash(_ parts: String...) -> String {
        key.hash(of: parts.joined(separator: Self.separator), bytes: Self.hashBytes)
    }
}

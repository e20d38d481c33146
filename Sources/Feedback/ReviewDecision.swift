/// What a person has settled about a comment's case, or about two cases.
///
/// A decision is never changed: a later one overrules it, or takes it back. It names comments and cases as their sources
/// do, so that it outlives every new reading of them.
package struct ReviewDecision: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The comment belongs to the case that was proposed.
        case confirm
        /// The comment does not belong to the case.
        case reject
        /// The comment belongs to a case that a person names.
        case link
        /// The comment belongs to no case.
        case unlink
        /// Two cases are one.
        case merge
        /// A case that was merged stands alone again.
        case split
        /// An earlier decision is taken back.
        case undo

        /// Whether it is about cases alone.
        package var isAboutCases: Bool { self == .merge || self == .split }
    }

    /// A comment as its source names it.
    package struct Subject: Hashable, Sendable {
        package var source: String
        package var externalID: String

        package init(source: String, externalID: String) {
            self.source = source
            self.externalID = externalID
        }
    }

    /// Stands before the keyed hash of an id that was erased.
    package static let erasedMark = "erased:"

    package var kind: Kind
    /// `nil` for decisions about cases alone.
    package var comment: Subject?
    /// The case that is meant; of a merge the one that goes into the other.
    package var caseID: String?
    /// The case that a merge puts `caseID` into.
    package var into: String?
    /// How the comment stands to the case; `nil` leaves that to the linker.
    package var relation: LinkRelation?
    /// Id of the decision that an undo takes back; its comment and cases stand here as well.
    package var undoes: String?
    /// Who decided.
    package var by: String
    package var at: Instant
    package var note: String?
    /// The same for the same decision in every workspace.
    package var id: String

    package init(_ kind: Kind, by: String, at: Instant, id: String = "") {
        self.kind = kind
        self.by = by
        self.at = at
        self.id = id
    }

    /// Whether what it is about was erased.
    package var isErased: Bool {
        [comment?.externalID, caseID, into].contains { $0?.hasPrefix(Self.erasedMark) == true }
    }

    /// Earlier first; ties by id.
    package static func precedes(_ left: Self, _ right: Self) -> Bool {
        left.at == right.at ? left.id < right.id : left.at < right.at
    }
}

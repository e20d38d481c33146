package import Feedback

/// What people have decided about links, by stable keys, so that it outlives every rebuild; it goes before everything
/// that the linker finds.
///
/// Holds what counts in the end; ``SettledDecisions`` makes it of all decisions that were ever taken.
package struct LinkOverrides: Hashable, Sendable {
    /// The case that a person named for a comment.
    struct Named: Hashable, Sendable {
        /// `nil` where the comment belongs to no case, whichever it was.
        let caseID: String?
        let relation: LinkRelation?
        let decisionID: String
    }

    private var required: [String: Named] = [:]
    private var refused: [String: Named] = [:]
    private var forbidden: [String: Set<String>] = [:]
    private var nowhere: Set<String> = []
    /// The case that stands for each one that was merged.
    package private(set) var roots: [String: String] = [:]

    package init() {}

    /// The comment belongs to the case.
    ///
    /// `relation`: `nil` leaves it to the linker; `decisionID`: the decision that says so.
    package mutating func mustLink(
        commentKey: String,
        caseID: String,
        relation: LinkRelation? = nil,
        decisionID: String
    ) {
        required[commentKey] = Named(caseID: caseID, relation: relation, decisionID: decisionID)
    }

    /// The comment does not belong to the case.
    package mutating func cannotLink(commentKey: String, caseID: String, decisionID: String) {
        forbidden[commentKey, default: []].insert(caseID)
        refused[commentKey] = Named(caseID: caseID, relation: nil, decisionID: decisionID)
    }

    /// The comment belongs to no case.
    ///
    /// `caseID`: the one it was linked to when that was decided.
    package mutating func linksNowhere(commentKey: String, caseID: String?, decisionID: String) {
        nowhere.insert(commentKey)
        refused[commentKey] = Named(caseID: caseID, relation: nil, decisionID: decisionID)
    }

    /// Both cases are one, under the name of the second.
    package mutating func merge(caseID: String, into root: String) {
        roots[caseID] = root
    }

    /// The case under whose name a case goes: its own unless it was merged.
    func root(of caseID: String) -> String { roots[caseID] ?? caseID }

    /// What a comment must be linked to, if anything.
    func requirement(of commentKey: String) -> Named? { required[commentKey] }

    /// What a person said last that the comment does not belong to, if anything.
    func refusal(of commentKey: String) -> Named? { refused[commentKey] }

    /// Whether anything stands decided about a comment.
    package func isDecided(_ commentKey: String) -> Bool {
        required[commentKey] != nil || refused[commentKey] != nil
    }

    /// Ids of the cases that a decision about the comment asks for.
    package func namedCases(of commentKey: String) -> [String] {
        [required[commentKey], refused[commentKey]].compactMap { $0?.caseID }
    }

    /// Whether anything is kept from any comment.
    var mayForbid: Bool { !nowhere.isEmpty || !forbidden.isEmpty }

    func forbids(_ commentKey: String, _ caseID: String) -> Bool {
        nowhere.contains(commentKey) || forbidden[commentKey]?.contains(root(of: caseID)) == true
    }
}

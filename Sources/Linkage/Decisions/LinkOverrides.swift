/// What people have decided about links, by stable keys, so that it outlives every rebuild.
package struct LinkOverrides: Hashable, Sendable {
    private var required: [String: String] = [:]
    private var forbidden: [String: Set<String>] = [:]

    package init() {}

    /// The comment belongs to the case.
    package mutating func mustLink(commentKey: String, caseID: String) {
        required[commentKey] = caseID
    }

    /// The comment does not belong to the case.
    package mutating func cannotLink(commentKey: String, caseID: String) {
        forbidden[commentKey, default: []].insert(caseID)
    }

    /// The case that a comment must be linked to, if any.
    func requiredCase(of commentKey: String) -> String? { required[commentKey] }

    /// Ids of the cases that a decision about the comment asks for.
    package func namedCases(of commentKey: String) -> [String] { required[commentKey].map { [$0] } ?? [] }

    func forbids(_ commentKey: String, _ caseID: String) -> Bool {
        forbidden[commentKey]?.contains(caseID) == true
    }
}

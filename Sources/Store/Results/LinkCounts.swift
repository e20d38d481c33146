package import Feedback

/// How many comments stand how to a case; every comment is counted once.
package struct LinkCounts: Hashable, Sendable, Encodable {
    /// The case's own customer.
    package var sameCase = 0
    /// The case's own customer, a year or more later.
    package var followUp = 0
    /// Another person, or the company, speaking of a case; copies of a comment are among them.
    package var about = 0
    /// Another customer, whose own incident resembles a case.
    package var similar = 0
    /// Proposed for a person to decide; linked to nothing until then.
    package var review = 0
    /// Without a case, or taken from the only one by a person.
    package var none = 0

    package init() {}

    /// Comments that belong to a case, or speak of one.
    package var linked: Int { sameCase + followUp + about }
    /// All comments.
    package var comments: Int { linked + similar + review + none }

    package mutating func add(_ link: CaseLink?) {
        add(link?.relation, link?.status, 1)
    }

    mutating func add(_ relation: LinkRelation?, _ status: LinkStatus?, _ count: Int) {
        guard let relation, let status, status != .rejected else { return none += count }
        if status == .review { return review += count }
        switch relation {
        case .sameCase: sameCase += count
        case .followUp: followUp += count
        case .about, .duplicateOf: about += count
        case .similarCase: similar += count
        }
    }
}

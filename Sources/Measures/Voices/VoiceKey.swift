package import Feedback

/// Which voice a comment belongs to: the unit of counting, so that a person who posts ten times is one voice.
package enum VoiceKey: Hashable, Sendable {
    /// The customer of a case.
    case ofCase(caseID: String)
    /// One author about one brand in one month; `all` as the month gathers undated comments.
    case ofAuthor(brand: String, author: String, month: Period)
    /// A comment alone: without an author, or one that is not counted.
    case ofComment(key: String)

    /// The voice of a comment.
    ///
    /// The case, when the comment is its customer speaking; otherwise the author with brand and month;
    /// without an author, and for whatever is not counted, the comment itself.
    package static func key(for member: VoiceMember) -> VoiceKey {
        guard member.isCounted else { return .ofComment(key: member.commentKey) }
        if let relation = member.relation, relation.joinsCase, let caseID = member.caseID {
            return .ofCase(caseID: caseID)
        }
        guard let author = member.author else { return .ofComment(key: member.commentKey) }
        let month = member.day.map { Period(.month, containing: $0) } ?? Period(length: .all, index: 0)
        return .ofAuthor(brand: member.brand, author: author, month: month)
    }

    /// The voice's id, readable and the same in every run: `case/ID`, `author/BRAND/AUTHOR/2008-04` or `comment/KEY`.
    package var id: String {
        switch self {
        case .ofCase(let caseID): "case/\(caseID)"
        case .ofAuthor(let brand, let author, let month): "author/\(brand)/\(author)/\(month)"
        case .ofComment(let key): "comment/\(key)"
        }
    }
}

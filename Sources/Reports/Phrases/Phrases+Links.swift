import Feedback

extension Phrases {
    /// The rules behind a part of a score, as the scorer joins them: `negation+intensifier`.
    func rules(_ names: String) -> String {
        names.isEmpty ? "" : names.split(separator: "+").map { rule(String($0)) }.joined(separator: listSeparator)
    }

    /// What a link compared, and how both sides stand to each other, as the linker writes it: `name:same`.
    func comparison(_ feature: String) -> String {
        let parts = feature.split(separator: ":", maxSplits: 1).map(String.init)
        guard let name = parts.first else { return feature }
        return reason(name) + (parts.count > 1 ? bracketed(likeness(parts[1])) : "")
    }

    func relation(_ relation: LinkRelation) -> String {
        switch relation {
        case .sameCase: self(.relationSameCase)
        case .followUp: self(.relationFollowUp)
        case .about: self(.relationAbout)
        case .similarCase: self(.relationSimilar)
        case .duplicateOf: self(.relationDuplicate)
        }
    }

    func status(_ status: LinkStatus) -> String {
        switch status {
        case .auto: self(.statusAuto)
        case .review: self(.statusReview)
        case .confirmed: self(.statusConfirmed)
        case .rejected: self(.statusRejected)
        }
    }
}

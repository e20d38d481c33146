import Feedback

extension Phrases {
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

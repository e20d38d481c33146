/// How a comment stands to a case.
package enum LinkRelation: String, Hashable, Sendable, CaseIterable {
    case sameCase = "same_case"
    /// The same customer, a year or more later.
    case followUp = "follow_up"
    /// Another person, or the company, speaking of the case.
    case about
    /// Another customer's own incident that resembles the case. Never merges anything.
    case similarCase = "similar_case"
    case duplicateOf = "duplicate_of"

    /// Whether the comment is the case's own customer speaking; only these count in the case's voice.
    package var joinsCase: Bool { self == .sameCase || self == .followUp }
}

/// Who decided on a link.
package enum LinkStatus: String, Hashable, Sendable {
    case auto, review, confirmed, rejected

    /// Whether the link counts: it was made, and not merely proposed or refused.
    package var counts: Bool { self == .auto || self == .confirmed }
}

/// One reason for a link: a feature, what stood on both sides, and its weight.
package struct LinkEvidence: Hashable, Sendable {
    package let feature: String
    package let left: String
    package let right: String
    /// Weight in thousandths of a bit; positive speaks for the link.
    package let milliBits: Int

    package init(feature: String, left: String, right: String, milliBits: Int) {
        self.feature = feature
        self.left = left
        self.right = right
        self.milliBits = milliBits
    }
}

/// The decision about one comment.
package struct CaseLink: Hashable, Sendable {
    package let relation: LinkRelation
    package let caseID: String
    package let status: LinkStatus
    /// Sum of the evidence, in thousandths of a bit.
    package let milliBits: Int
    /// Distance to the runner-up, in thousandths of a bit; `nil` without one.
    package let marginMilliBits: Int?
    /// Name of the rule that decided, such as `case-number`, `reply`, `author-brand-window`.
    package let method: String
    package let evidence: [LinkEvidence]

    package init(
        relation: LinkRelation,
        caseID: String,
        status: LinkStatus,
        milliBits: Int,
        marginMilliBits: Int?,
        method: String,
        evidence: [LinkEvidence]
    ) {
        self.relation = relation
        self.caseID = caseID
        self.status = status
        self.milliBits = milliBits
        self.marginMilliBits = marginMilliBits
        self.method = method
        self.evidence = evidence
    }

    /// The same link under another name of the case.
    package func named(_ caseID: String) -> CaseLink {
        if caseID == self.caseID { return self }
        return CaseLink(
            relation: relation,
            caseID: caseID,
            status: status,
            milliBits: milliBits,
            marginMilliBits: marginMilliBits,
            method: method,
            evidence: evidence
        )
    }
}

package import Feedback

/// One step of a case.
package struct CaseStep: Codable, Hashable, Sendable {
    /// Local date or time as text; `nil` when it was told without one.
    package var at: String?
    /// As in `CaseEvent.kind`: `call`, `return`, `letter`, `refund` …; unknown ones are shown as they are.
    package var kind: String
    package var actor: AuthorRole?
    package var channel: String?
    package var note: String?
    /// Amount with currency, such as `USD 44.49`.
    package var amount: String?

    package init(
        at: String? = nil,
        kind: String,
        actor: AuthorRole? = nil,
        channel: String? = nil,
        note: String? = nil,
        amount: String? = nil
    ) {
        self.at = at
        self.kind = kind
        self.actor = actor
        self.channel = channel
        self.note = note
        self.amount = amount
    }
}

/// A facet of a case with its polarity.
package struct CaseFacet: Codable, Hashable, Sendable {
    /// Raw value of `Facet`.
    package var facet: String
    /// −1, 0 or +1.
    package var polarity: Int

    package init(facet: Facet, polarity: Int) {
        self.facet = facet.rawValue
        self.polarity = polarity
    }
}

/// A case with its timeline.
package struct CaseTimeline: Codable, Hashable, Sendable {
    package var caseID: String
    /// Opened from a customer's own story rather than imported.
    package var isFromStory: Bool
    package var subject: String?
    /// Shown masked.
    package var customer: String?
    /// In the order they happened.
    package var steps: [CaseStep]
    package var facets: [CaseFacet]
    /// Raw values of `LoyaltySignal`.
    package var signals: [String]
    package var similarCaseIDs: [String]

    package init(
        caseID: String,
        isFromStory: Bool,
        subject: String? = nil,
        customer: String? = nil,
        steps: [CaseStep],
        facets: [CaseFacet] = [],
        signals: [String] = [],
        similarCaseIDs: [String] = []
    ) {
        self.caseID = caseID
        self.isFromStory = isFromStory
        self.subject = subject
        self.customer = customer
        self.steps = steps
        self.facets = facets
        self.signals = signals
        self.similarCaseIDs = similarCaseIDs
    }
}

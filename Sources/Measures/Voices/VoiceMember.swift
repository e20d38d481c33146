package import Feedback

/// One scored and linked comment, as much of it as counting needs.
///
/// A comment without a brand belongs to no voice and is not passed.
package struct VoiceMember: Hashable, Sendable {
    /// `source:externalID`.
    package var commentKey: String
    /// Canonical name of the brand.
    package var brand: String
    /// The author's id in the source, or else the name; `nil` when neither is known.
    package var author: String?
    /// The case the comment stands to by `relation`.
    package var caseID: String?
    package var relation: LinkRelation?
    package var role: AuthorRole
    package var postedAt: Instant?
    /// Local day of `postedAt` in the zone of the workspace.
    package var day: Day?
    package var channel: String?
    package var product: String?
    /// Of the app or the device, as the source writes it.
    package var version: String?
    package var rating: Rating?
    /// Answers to survey questions, at most one each.
    package var answers: [SurveyAnswer]
    /// −1,000…1,000; `nil` when the text could not be scored.
    package var valence: Int?
    /// Valence of the clauses about handling, −1,000…1,000; `nil` without such clauses.
    package var handlingValence: Int?
    package var facets: [FacetMention]
    package var signals: [SignalMention]

    package init(
        commentKey: String,
        brand: String,
        author: String? = nil,
        caseID: String? = nil,
        relation: LinkRelation? = nil,
        role: AuthorRole = .customer,
        postedAt: Instant? = nil,
        day: Day? = nil,
        channel: String? = nil,
        product: String? = nil,
        version: String? = nil,
        rating: Rating? = nil,
        answers: [SurveyAnswer] = [],
        valence: Int? = nil,
        handlingValence: Int? = nil,
        facets: [FacetMention] = [],
        signals: [SignalMention] = []
    ) {
        self.commentKey = commentKey
        self.brand = brand
        self.author = author
        self.caseID = caseID
        self.relation = relation
        self.role = role
        self.postedAt = postedAt
        self.day = day
        self.channel = channel
        self.product = product
        self.version = version
        self.rating = rating
        self.answers = answers
        self.valence = valence
        self.handlingValence = handlingValence
        self.facets = facets
        self.signals = signals
    }

    /// Whether a customer speaks here of an own experience.
    ///
    /// Agents, bots, bystanders (`about`) and copies (`duplicate_of`) are kept but never counted.
    package var isCounted: Bool {
        guard role == .customer else { return false }
        return switch relation {
        case .about, .duplicateOf: false
        case .sameCase, .followUp, .similarCase, nil: true
        }
    }
}

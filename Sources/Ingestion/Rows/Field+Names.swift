import Feedback

/// The fields of a support case that a comment has not.
package enum CaseField: String, Hashable, Sendable, CaseIterable {
    case caseID = "case_id"
    case number, customer
    case customerHandle = "customer_handle"
    case openedAt = "opened_at"
    case closedAt = "closed_at"
    case subject, events

    /// Place in `allCases`.
    var order: Int {
        switch self {
        case .caseID: 0
        case .number: 1
        case .customer: 2
        case .customerHandle: 3
        case .openedAt: 4
        case .closedAt: 5
        case .subject: 6
        case .events: 7
        }
    }
}

/// The names under which the readers of rows speak of fields.
extension Field {
    package static var id: Field { .comment(.externalID) }
    package static var source: Field { .comment(.source) }
    package static var brand: Field { .comment(.brand) }
    package static var product: Field { .comment(.product) }
    package static var author: Field { .comment(.author) }
    package static var authorID: Field { .comment(.authorID) }
    package static var authorRole: Field { .comment(.authorRole) }
    package static var postedAt: Field { .comment(.postedAt) }
    package static var text: Field { .comment(.text) }
    package static var title: Field { .comment(.title) }
    package static var rating: Field { .comment(.rating) }
    package static var caseNumber: Field { .comment(.caseNumber) }
    package static var orderNumber: Field { .comment(.orderNumber) }
    package static var channel: Field { .comment(.channel) }
    package static var caseID: Field { .supportCase(.caseID) }
    package static var number: Field { .supportCase(.number) }
    package static var customer: Field { .supportCase(.customer) }
    package static var customerHandle: Field { .supportCase(.customerHandle) }
    package static var openedAt: Field { .supportCase(.openedAt) }
    package static var closedAt: Field { .supportCase(.closedAt) }
    package static var subject: Field { .supportCase(.subject) }
    package static var events: Field { .supportCase(.events) }
    /// The answers to survey questions.
    static let surveys = SurveyInstrument.allCases.map(Field.answer)
}

extension Field: CaseIterable {
    /// In the order in which suggestions list them, and in which the first of two that share a name wins.
    package static let allCases: [Field] =
        CommentColumn.allCases.flatMap { column -> [Field] in
            switch column.kind {
            case .answers: []
            case .rating: [.comment(column), .ratingScale]
            case .required, .text, .role, .time: [.comment(column)]
            }
        }
        + CaseField.allCases.map(Field.supportCase) + surveys
}

extension SurveyInstrument {
    /// Place in `allCases`.
    var order: Int {
        switch self {
        case .netPromoter: 0
        case .satisfaction: 1
        case .effort: 2
        }
    }
}

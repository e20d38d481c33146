import Feedback

/// The fields of a canonical row, comments and cases together.
package enum Field: Int, Hashable, Sendable, CaseIterable {
    case id, source, brand, product, author, authorID, authorRole, postedAt, updatedAt, text, title, rating,
        ratingScale, language
    case url, threadID, inReplyTo, caseNumber, orderNumber, channel, appVersion, replyText, repliedAt
    case caseID, number, customer, customerHandle, openedAt, closedAt, subject, events
    case netPromoter, satisfaction, effort

    private static let names = [
        "id", "source", "brand", "product", "author", "author_id", "author_role", "posted_at", "updated_at", "text",
        "title", "rating",
        "rating_scale", "lang", "url", "thread_id", "in_reply_to", "case_no", "order_no", "channel", "app_version",
        "reply_text", "reply_at",
        "case_id", "number", "customer", "customer_handle", "opened_at", "closed_at", "subject", "events",
        "nps", "csat", "ces",
    ]

    /// The name in canonical rows and mappings, such as `posted_at`.
    package var name: String { Self.names[rawValue] }

    /// The field of a canonical name.
    package init?(name: String) {
        guard let index = Self.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: index)
    }

    /// Other names under which canonical JSON rows carry the field; the canonical name wins over these.
    var jsonAliases: [String] {
        switch self {
        case .id: ["comment_id", "review_id", "external_id"]
        case .postedAt: ["created_at", "timestamp", "date"]
        case .text: ["body", "comment", "content"]
        case .language: ["language"]
        case .rating: ["stars", "score"]
        case .caseNumber: ["case_number", "ticket_id"]
        case .orderNumber: ["order_number"]
        case .inReplyTo: ["parent_id"]
        case .repliedAt: ["replied_at"]
        case .replyText: ["reply"]
        case .appVersion: ["version"]
        default: []
        }
    }

    /// The survey question whose answer the field holds; `nil` for other fields.
    var instrument: SurveyInstrument? {
        switch self {
        case .netPromoter: .netPromoter
        case .satisfaction: .satisfaction
        case .effort: .effort
        default: nil
        }
    }

    /// Whether a value is used as it stands, white space and all.
    var isFreeText: Bool { self == .text || self == .replyText }
}

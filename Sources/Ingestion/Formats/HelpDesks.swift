import Feedback

extension NativeFormat {
    /// `offered` and `unoffered` are no answers.
    static let zendeskRatings = NativeFormat(
        "zendesk-ratings",
        "Zendesk, satisfaction ratings (JSON)",
        signs: ["score", "ticket_id", "requester_id"],
        columns: [
            .id: ["id"], .rating: ["score"], .text: ["comment"], .caseNumber: ["ticket_id"],
            .authorID: ["requester_id"], .postedAt: ["created_at"], .comment(.updatedAt): ["updated_at"],
        ]
    )

    /// Tickets of the incremental export and of Airbyte's and Fivetran's copies of it.
    static let zendeskTickets = NativeFormat(
        "zendesk-tickets",
        "Zendesk, tickets (JSON)",
        signs: ["subject", "description", "requester_id", "status"],
        columns: [
            .id: ["id"], .caseNumber: ["id"], .title: ["subject"], .text: ["description"],
            .authorID: ["requester_id"], .postedAt: ["created_at"], .comment(.updatedAt): ["updated_at"],
            .comment(.channel): ["via.channel"], .comment(.url): ["url"],
        ]
    )

    /// The rating that stands in a ticket; `offered` and `unoffered` are no answers.
    static let zendeskTicketRating: NativeFormat = {
        var format = NativeFormat(
            "zendesk-ticket-rating",
            "Zendesk, rating within a ticket (JSON)",
            signs: ["score", "parent.requester_id", "parent.subject"],
            columns: [
                .rating: ["score"], .text: ["comment"], .caseNumber: ["parent.id"],
                .authorID: ["parent.requester_id"], .postedAt: ["parent.updated_at"], .title: ["parent.subject"],
            ]
        )
        format.aside = ["id"]
        return format
    }()

    /// Who wrote is told by the users behind the comments, by a role beside the author, or by the ticket.
    ///
    /// Whoever asked for the ticket is the customer, and any other an agent. What is not public only the staff can write.
    static let zendeskComments: NativeFormat = {
        var format = NativeFormat(
            "zendesk-comments",
            "Zendesk, comments of a ticket (JSON)",
            signs: ["body", "author_id", "public"],
            columns: [
                .id: ["id"], .text: ["plain_body", "body"], .authorID: ["author_id"],
                .authorRole: ["author.role", "public", "author_id"],
                .caseNumber: ["ticket_id", "parent.id"], .title: ["parent.subject"], .postedAt: ["created_at"],
                .comment(.channel): ["via.channel"],
            ]
        )
        format.customers = ["parent.requester_id", "requester_id"]
        format.values = [.authorRole: ["false": "agent", "False": "agent", "true": "", "True": ""]]
        format.unseen = [.authorRole: [Field.authorRole.name]]
        format.joined = JoinedRecords(array: "users", id: "id", key: "author_id", fields: [.authorRole: "role"])
        return format
    }()

    /// No id; the last line is a footer of one cell.
    static let chatwoot: NativeFormat = {
        var format = NativeFormat(
            "chatwoot",
            "Chatwoot, satisfaction report (CSV)",
            signs: ["Rating", "Feedback Comment", "Link to the conversation", "Recorded date"],
            columns: [
                .rating: ["Rating"], .text: ["Feedback Comment"], .author: ["Contact Name"],
                .authorID: ["Contact Email Address"], .comment(.url): ["Link to the conversation"],
                .postedAt: ["Recorded date"],
            ]
        )
        format.scales = [.rating: .fiveStars]
        format.aside = ["Agent Name", "Contact Phone Number"]
        return format
    }()

    /// What the interface gives of the answers of a satisfaction survey.
    static let chatwootAnswers: NativeFormat = {
        var format = NativeFormat(
            "chatwoot-answers",
            "Chatwoot, answers of satisfaction surveys (JSON)",
            signs: ["rating", "feedback_message", "conversation_id"],
            columns: [
                .id: ["id"], .rating: ["rating"], .text: ["feedback_message"], .author: ["contact.name"],
                .authorID: ["contact.email", "contact.id"], .comment(.threadID): ["conversation_id"],
                .postedAt: ["created_at"],
            ]
        )
        format.scales = [.rating: .fiveStars]
        format.aside = ["account_id", "message_id", "assigned_agent.name", "assigned_agent.id"]
        return format
    }()

    /// `Title` is the contact's job; the answers of its survey are faces, named on seven steps or on three.
    static let freshdesk: NativeFormat = {
        var format = NativeFormat(
            "freshdesk",
            "Freshdesk, tickets (CSV, JSON)",
            signs: ["Ticket ID", "Subject", "Status", "Created time"],
            columns: [
                .id: ["Ticket ID"], .caseNumber: ["Ticket ID"], .title: ["Subject"], .text: ["Description", "Subject"],
                .postedAt: ["Created time"], .comment(.updatedAt): ["Last update time"], .author: ["Full name"],
                .authorID: ["Email", "Contact ID"], .channel: ["Source"], .rating: ["Survey results"],
            ]
        )
        format.values = [
            .rating: ["103": "7", "102": "6", "101": "5", "100": "4", "-101": "3", "-102": "2", "-103": "1"]
        ]
        format.scales = [.rating: RatingScale(low: 1, high: 7)].compactMapValues { $0 }
        format.words = [
            .rating: [
                "Extremely happy": 7_000, "Very happy": 6_000, "Happy": 5_000, "Neutral": 4_000, "Unhappy": 3_000,
                "Very unhappy": 2_000, "Extremely unhappy": 1_000, "Awesome": 7_000, "Just okay": 4_000,
                "Not good": 1_000,
            ]
        ]
        format.aside = ["Title", "Agent", "Group"]
        return format
    }()

    /// Answers within tickets: what came in is the customer's.
    static let freshdeskConversations: NativeFormat = {
        var format = NativeFormat(
            "freshdesk-conversations",
            "Freshdesk, conversations of tickets (JSON)",
            signs: ["body_text", "incoming", "ticket_id"],
            columns: [
                .id: ["id"], .text: ["body_text", "body"], .authorID: ["user_id"], .authorRole: ["incoming"],
                .caseNumber: ["ticket_id"], .postedAt: ["created_at"], .comment(.updatedAt): ["updated_at"],
            ]
        )
        format.values = [.authorRole: ["true": "customer", "false": "agent"]]
        format.aside = ["body", "private", "from_email", "source", "support_email"]
        return format
    }()

    /// Ratings are 103 (the best), 100 and -103.
    static let freshdeskRatings: NativeFormat = {
        var format = NativeFormat(
            "freshdesk-ratings",
            "Freshdesk, satisfaction ratings (JSON)",
            signs: ["ratings.default_question", "ticket_id", "survey_id"],
            columns: [
                .id: ["id"], .rating: ["ratings.default_question"], .text: ["feedback"], .caseNumber: ["ticket_id"],
                .authorID: ["user_id"], .postedAt: ["created_at"], .comment(.updatedAt): ["updated_at"],
            ]
        )
        format.values = [
            .rating: ["103": "3", "102": "3", "101": "3", "100": "2", "-101": "1", "-102": "1", "-103": "1"]
        ]
        format.scales = [.rating: RatingScale(low: 1, high: 3)].compactMapValues { $0 }
        format.aside = ["survey_id", "agent_id", "group_id"]
        return format
    }()
}

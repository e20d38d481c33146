import Feedback

extension NativeFormat {
    static let intercom: NativeFormat = {
        var format = NativeFormat(
            "intercom",
            "Intercom, conversations (JSON)",
            signs: ["source.body", "source.author.type", "created_at"],
            columns: [
                .id: ["id"], .text: ["source.body"], .title: ["source.subject"], .author: ["source.author.name"],
                .authorID: ["source.author.id"], .authorRole: ["source.author.type"], .postedAt: ["created_at"],
                .comment(.updatedAt): ["updated_at"], .caseNumber: ["id"], .comment(.threadID): ["id"],
            ]
        )
        // Where nobody waits, this is a moment in the year 4018.
        format.aside = ["waiting_since", "snoozed_until"]
        return format
    }()

    /// The parts of a conversation; assignments and the like have no text.
    static let intercomParts: NativeFormat = {
        var format = NativeFormat(
            "intercom-parts",
            "Intercom, parts of a conversation (JSON)",
            signs: ["part_type", "body", "author.type"],
            columns: [
                .id: ["id"], .text: ["body"], .author: ["author.name"], .authorID: ["author.id"],
                .authorRole: ["author.type"], .postedAt: ["created_at"], .comment(.updatedAt): ["updated_at"],
                .caseNumber: ["parent.id", "conversation_id"], .comment(.threadID): ["parent.id", "conversation_id"],
            ]
        )
        format.required = [.text]
        return format
    }()

    /// What the customer said of a conversation when it was over.
    static let intercomRating: NativeFormat = {
        var format = NativeFormat(
            "intercom-rating",
            "Intercom, rating of a conversation (JSON)",
            signs: ["rating", "remark"],
            columns: [
                .rating: ["rating"], .text: ["remark"], .authorID: ["contact.id", "customer.id"],
                .postedAt: ["created_at"], .caseNumber: ["parent.id"], .comment(.threadID): ["parent.id"],
            ]
        )
        format.scales = [.rating: .fiveStars]
        format.aside = ["teammate.id"]
        return format
    }()
}

import Feedback

extension NativeFormat {
    /// Articles of tickets, by themselves or within these.
    static let zammad: NativeFormat = {
        var format = NativeFormat(
            "zammad",
            "Zammad, articles of tickets (JSON)",
            signs: ["body", "sender", "content_type"],
            columns: [
                .id: ["id"], .text: ["body"], .title: ["subject", "parent.title"], .author: ["from"],
                .authorRole: ["sender"], .caseNumber: ["parent.number", "ticket_id"],
                .comment(.threadID): ["ticket_id", "parent.id"], .postedAt: ["created_at"],
                .comment(.updatedAt): ["updated_at"], .channel: ["type"],
            ]
        )
        format.required = [.text]
        return format
    }()

    /// Threads of conversations in the interface of FreeScout, and of Help Scout, which it follows.
    static let freeScout: NativeFormat = {
        var format = NativeFormat(
            "freescout",
            "FreeScout and Help Scout, threads of conversations (JSON)",
            signs: ["body", "createdBy.type", "createdAt"],
            columns: [
                .id: ["id"], .text: ["body"], .authorID: ["createdBy.email", "createdBy.id"],
                .author: ["createdBy.firstName"], .authorRole: ["createdBy.type"], .postedAt: ["createdAt"],
                .caseNumber: ["parent.number"], .title: ["parent.subject"], .comment(.threadID): ["parent.id"],
            ]
        )
        format.values = [.authorRole: ["user": "agent", "customer": "customer"]]
        format.required = [.text]
        return format
    }()
}

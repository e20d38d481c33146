import Feedback

extension NativeFormat {
    /// `inbound` tells the customer from the brand's staff; copies by pandas write parents as `13.0`.
    static let twcs: NativeFormat = {
        var format = NativeFormat(
            "twcs",
            "Customer support on Twitter, twcs.csv",
            signs: ["tweet_id", "inbound", "in_response_to_tweet_id"],
            columns: [
                .id: ["tweet_id"], .author: ["author_id"], .authorID: ["author_id"], .text: ["text"],
                .comment(.authorRole): ["inbound"], .postedAt: ["created_at"],
                .comment(.inReplyTo): ["in_response_to_tweet_id"],
            ]
        )
        format.values = [
            .comment(.authorRole): ["True": "customer", "False": "agent", "true": "customer", "false": "agent"]
        ]
        return format
    }()
}

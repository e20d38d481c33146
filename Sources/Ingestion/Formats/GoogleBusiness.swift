import Feedback

extension NativeFormat {
    /// Stars are words; `name` is the address of the review and nobody's name.
    static let googleBusiness: NativeFormat = {
        var format = NativeFormat(
            "google-business",
            "Google Business Profile, reviews (JSON)",
            signs: ["reviewId", "starRating", "createTime"],
            columns: [
                .id: ["reviewId"], .author: ["reviewer.displayName"], .rating: ["starRating"], .text: ["comment"],
                .postedAt: ["createTime"], .comment(.updatedAt): ["updateTime"],
                .comment(.replyText): ["reviewReply.comment"], .comment(.repliedAt): ["reviewReply.updateTime"],
            ]
        )
        format.aside = ["name"]
        return format
    }()

    /// Copies of one's own reviews have no id besides the address of the review.
    static let googleTakeout = NativeFormat(
        "google-takeout",
        "Google Takeout, reviews of a Business Profile (JSON)",
        signs: ["name", "starRating", "createTime"],
        columns: [
            .id: ["name"], .author: ["reviewer.displayName"], .rating: ["starRating"], .text: ["comment"],
            .postedAt: ["createTime"], .comment(.updatedAt): ["updateTime"],
            .comment(.replyText): ["reviewReply.comment"], .comment(.repliedAt): ["reviewReply.updateTime"],
        ]
    )
}

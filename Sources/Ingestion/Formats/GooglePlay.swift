import Feedback

extension NativeFormat {
    /// The id is the `reviewId` of the link; a review with stars only has neither text nor link.
    static let googlePlayConsole: NativeFormat = {
        var format = NativeFormat(
            "google-play-console",
            "Google Play Console, reports of reviews (CSV)",
            signs: ["Package Name", "Star Rating", "Review Link"],
            columns: [
                .id: ["Review Link"], .comment(.url): ["Review Link"], .product: ["Package Name"],
                .rating: ["Star Rating"], .title: ["Review Title"], .text: ["Review Text"],
                .postedAt: ["Review Submit Millis Since Epoch", "Review Submit Date and Time"],
                .comment(.updatedAt): ["Review Last Update Millis Since Epoch", "Review Last Update Date and Time"],
                .comment(.replyText): ["Developer Reply Text"],
                .comment(.repliedAt): ["Developer Reply Millis Since Epoch", "Developer Reply Date and Time"],
                .comment(.appVersion): ["App Version Name", "App Version Code"],
                .comment(.declaredLanguage): ["Reviewer Language"],
            ]
        )
        format.scales = [.rating: .fiveStars]
        return format
    }()

    /// What `google-play-scraper` writes, as CSV or JSON.
    static let googlePlayScraper: NativeFormat = {
        var format = NativeFormat(
            "google-play-scraper",
            "google-play-scraper (CSV, JSON)",
            signs: ["reviewId", "content", "score", "thumbsUpCount"],
            columns: [
                .id: ["reviewId"], .author: ["userName"], .text: ["content"], .rating: ["score"], .postedAt: ["at"],
                .comment(.replyText): ["replyContent"], .comment(.repliedAt): ["repliedAt"],
                .comment(.appVersion): ["appVersion", "reviewCreatedVersion"],
            ]
        )
        format.scales = [.rating: .fiveStars]
        format.aside = ["userImage", "thumbsUpCount"]
        return format
    }()

    /// What the interface for developers gives: the comments of a review, of which the developer's own is the reply.
    static let googlePlayInterface: NativeFormat = {
        var format = NativeFormat(
            "google-play-api",
            "Google Play, reviews of the interface for developers (JSON)",
            signs: ["userComment.text", "userComment.starRating"],
            columns: [
                .id: ["parent.reviewId", "reviewId"], .author: ["parent.authorName", "authorName"],
                .text: ["userComment.text"], .rating: ["userComment.starRating"],
                .postedAt: ["userComment.lastModified.seconds"], .comment(.appVersion): ["userComment.appVersionName"],
                .comment(.declaredLanguage): ["userComment.reviewerLanguage"],
                .comment(.replyText): [], .comment(.repliedAt): [],
            ]
        )
        let reply = "parent.comments.developerComment."
        format.unseen = [
            .comment(.replyText): [reply + "text"], .comment(.repliedAt): [reply + "lastModified.seconds"],
        ]
        format.scales = [.rating: .fiveStars]
        format.required = [.text, .rating]
        return format
    }()
}

import Feedback

extension NativeFormat {
    static let trustpilot: NativeFormat = {
        var format = NativeFormat(
            "trustpilot",
            "Trustpilot, reviews (JSON)",
            signs: ["stars", "consumer.displayName"],
            columns: [
                .id: ["id"], .brand: ["businessUnit.displayName"], .rating: ["stars"], .title: ["title"],
                .text: ["text"],
                .comment(.declaredLanguage): ["language"], .author: ["consumer.displayName"],
                .authorID: ["consumer.id"], .postedAt: ["createdAt"], .comment(.updatedAt): ["updatedAt"],
                .comment(.replyText): ["companyReply.text"], .comment(.repliedAt): ["companyReply.createdAt"],
                .orderNumber: ["referenceId"],
            ]
        )
        format.scales = [.rating: .fiveStars]
        format.aside = ["experiencedAt"]
        return format
    }()

    /// What the pages of Trustpilot hold, as collectors keep it.
    static let trustpilotPages: NativeFormat = {
        var format = NativeFormat(
            "trustpilot-pages",
            "Trustpilot, reviews as its pages hold them (JSON)",
            signs: ["rating", "dates.publishedDate", "consumer.displayName"],
            columns: [
                .id: ["id"], .rating: ["rating"], .title: ["title"], .text: ["text"],
                .comment(.declaredLanguage): ["language"], .author: ["consumer.displayName"],
                .authorID: ["consumer.id"], .postedAt: ["dates.publishedDate"],
                .comment(.updatedAt): ["dates.updatedDate"], .comment(.replyText): ["reply.message"],
                .comment(.repliedAt): ["reply.publishedDate"],
            ]
        )
        format.scales = [.rating: .fiveStars]
        format.aside = ["dates.experiencedDate", "consumer.imageUrl", "consumer.countryCode", "likes"]
        return format
    }()

    /// What the pages for companies export.
    static let trustpilotTable: NativeFormat = {
        var format = NativeFormat(
            "trustpilot-csv",
            "Trustpilot, reviews (CSV)",
            signs: ["Review Id", "Review Content", "Review Stars"],
            columns: [
                .id: ["Review Id"], .rating: ["Review Stars"], .title: ["Review Title"], .text: ["Review Content"],
                .author: ["Review Username"], .authorID: ["Review Consumer User Id"],
                .brand: ["Webshop Name", "Domain Url"],
                .postedAt: ["Review Created (UTC)", "Review Created UTC", "Review Created"],
                .comment(.replyText): ["Company Reply", "Business Reply"],
                .comment(.repliedAt): ["Company Reply Date (UTC)", "Business Reply Date (UTC)"],
                .orderNumber: ["Reference Id", "Reference number"],
            ]
        )
        format.scales = [.rating: .fiveStars]
        return format
    }()

    static let yelp: NativeFormat = {
        var format = NativeFormat(
            "yelp",
            "Yelp open data, reviews (NDJSON)",
            signs: ["review_id", "business_id", "stars", "useful"],
            columns: [
                .id: ["review_id"], .authorID: ["user_id"], .product: ["business_id"], .rating: ["stars"],
                .text: ["text"], .postedAt: ["date"],
            ]
        )
        format.scales = [.rating: .fiveStars]
        format.aside = ["useful", "funny", "cool"]
        return format
    }()

    /// Times in milliseconds.
    static let amazonReviews: NativeFormat = {
        var format = NativeFormat(
            "amazon-reviews-2023",
            "Amazon Reviews 2023 (NDJSON)",
            signs: ["rating", "asin", "user_id", "timestamp"],
            columns: [
                .rating: ["rating"], .title: ["title"], .text: ["text"], .product: ["parent_asin", "asin"],
                .authorID: ["user_id"], .postedAt: ["timestamp"],
            ]
        )
        format.scales = [.rating: .fiveStars]
        format.aside = ["helpful_vote", "verified_purchase"]
        return format
    }()

    /// Times in seconds.
    static let amazonReviews2014: NativeFormat = {
        var format = NativeFormat(
            "amazon-reviews-2014",
            "Amazon Reviews 2014 (NDJSON)",
            signs: ["overall", "reviewText", "unixReviewTime"],
            columns: [
                .rating: ["overall"], .title: ["summary"], .text: ["reviewText"], .product: ["asin"],
                .authorID: ["reviewerID"], .author: ["reviewerName"], .postedAt: ["unixReviewTime"],
            ]
        )
        format.scales = [.rating: .fiveStars]
        format.aside = ["reviewTime", "helpful"]
        return format
    }()

    /// What buyers say of a seller.
    static let amazonSeller: NativeFormat = {
        var format = NativeFormat(
            "amazon-seller-feedback",
            "Amazon Seller Central, feedback on a seller (TSV, CSV)",
            signs: ["Rating", "Comments", "Order ID", "Rater Email"],
            columns: [
                .rating: ["Rating"], .text: ["Comments"], .postedAt: ["Date"], .orderNumber: ["Order ID"],
                .authorID: ["Rater Email"], .comment(.replyText): ["Your Response", "Response"],
            ]
        )
        format.scales = [.rating: .fiveStars]
        return format
    }()

    /// `score` is karma and no rating.
    static let reddit: NativeFormat = {
        var format = NativeFormat(
            "reddit",
            "Reddit, comments (NDJSON)",
            signs: ["body", "subreddit", "created_utc"],
            columns: [
                .id: ["id"], .author: ["author"], .text: ["body"], .postedAt: ["created_utc"],
                .comment(.threadID): ["link_id"], .comment(.inReplyTo): ["parent_id"], .comment(.url): ["permalink"],
            ]
        )
        format.aside = ["score", "ups", "downs", "edited", "controversiality"]
        return format
    }()

    /// A post may have a title alone.
    static let redditPosts: NativeFormat = {
        var format = NativeFormat(
            "reddit-posts",
            "Reddit, posts (NDJSON)",
            signs: ["selftext", "subreddit", "created_utc"],
            columns: [
                .id: ["id"], .author: ["author"], .title: ["title"], .text: ["selftext"], .postedAt: ["created_utc"],
                .comment(.url): ["permalink", "url"],
            ]
        )
        format.aside = ["score", "ups", "downs", "edited", "num_comments", "upvote_ratio"]
        return format
    }()

    /// What `youtube-comment-downloader` writes; `time` is told from the day of the download.
    static let youTubeDownloader: NativeFormat = {
        var format = NativeFormat(
            "youtube-comment-downloader",
            "youtube-comment-downloader (NDJSON, CSV)",
            signs: ["cid", "text", "time_parsed", "votes"],
            columns: [
                .id: ["cid"], .text: ["text"], .author: ["author"], .authorID: ["channel"],
                .postedAt: ["time_parsed"],
            ]
        )
        format.aside = ["time", "votes", "replies", "photo", "heart", "reply"]
        return format
    }()

    static let youTubeComments: NativeFormat = {
        var format = NativeFormat(
            "youtube-comments",
            "YouTube, comments (JSON)",
            signs: ["textOriginal", "authorDisplayName", "publishedAt"],
            columns: [
                .id: ["snippet.topLevelComment.id", "id"], .text: ["textOriginal"], .author: ["authorDisplayName"],
                .authorID: ["authorChannelId.value"], .postedAt: ["publishedAt"], .comment(.updatedAt): ["updatedAt"],
                .comment(.threadID): ["videoId"], .comment(.inReplyTo): ["parentId"],
            ]
        )
        format.aside = ["likeCount", "textDisplay"]
        return format
    }()

    /// The key of a review is its own page.
    static let rakuten: NativeFormat = {
        var format = NativeFormat(
            "rakuten-rms",
            "Rakuten RMS, reviews (CSV)",
            signs: ["レビュー詳細URL", "評価"],
            columns: [
                .id: ["レビュー詳細URL"], .comment(.url): ["レビュー詳細URL"], .product: ["商品名"], .rating: ["評価"],
                .postedAt: ["投稿時間"], .title: ["タイトル", "レビュータイトル"], .text: ["レビュー本文", "本文"],
                .orderNumber: ["注文番号"], .author: ["投稿者"],
            ]
        )
        format.scales = [.rating: .fiveStars]
        return format
    }()
}

import Feedback

extension NativeFormat {
    /// The feed of customer reviews as JSON: every value is a member `label`, and no entry carries a time.
    static let appStoreFeed: NativeFormat = {
        var format = NativeFormat(
            "app-store-feed",
            "App Store, feed of customer reviews (JSON)",
            signs: ["im:rating.label", "content.label"],
            columns: [
                .id: ["id.label", "entry.id.label"], .title: ["title.label", "entry.title.label"],
                .text: ["content.label"], .rating: ["im:rating.label"],
                .author: ["entry.author.name.label", "author.name.label"],
                .authorID: ["entry.author.uri.label", "author.uri.label"], .comment(.appVersion): ["im:version.label"],
                .postedAt: ["entry.updated.label", "updated.label"],
            ]
        )
        format.scales = [.rating: .fiveStars]
        format.aside = ["feed.updated.label", "feed.author.name.label"]
        // The first entry may be the app itself.
        format.required = [.rating]
        return format
    }()

    /// `data[]` of App Store Connect.
    static let appStoreConnect: NativeFormat = {
        var format = NativeFormat(
            "app-store-connect",
            "App Store Connect, customer reviews (JSON)",
            signs: ["attributes.rating", "attributes.reviewerNickname"],
            columns: [
                .id: ["id"], .title: ["attributes.title"], .text: ["attributes.body"], .rating: ["attributes.rating"],
                .author: ["attributes.reviewerNickname"], .postedAt: ["attributes.createdDate"],
            ]
        )
        format.scales = [.rating: .fiveStars]
        format.joined = JoinedRecords(
            array: "included",
            id: "id",
            key: "relationships.response.data.id",
            fields: [
                .comment(.replyText): "attributes.responseBody",
                .comment(.repliedAt): "attributes.lastModifiedDate",
            ]
        )
        return format
    }()
}

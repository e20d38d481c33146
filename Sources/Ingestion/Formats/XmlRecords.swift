import Feedback

/// One record of an XML export: the texts of its elements by path, and its attributes as `path@name`.
struct XmlRecord {
    let name: String
    private(set) var values: [String: String] = [:]
    /// Values of the element around it, which say what it is about.
    var about: [String: String] = [:]
    private var path: [String] = []
    private var texts: [String] = []
    /// Bytes of names and texts, those that were left out too.
    private(set) var size = 0
    private let limit: Int

    /// `limit`: most bytes that are held.
    init(name: String, attributes: [String: String], limit: Int) {
        self.name = name
        self.limit = limit
        for (key, value) in attributes { values["@\(key)"] = value }
    }

    var isTooLong: Bool { size > limit }

    mutating func open(_ name: String, _ attributes: [String: String]) {
        path.append(name)
        texts.append("")
        size += attributes.reduce(name.utf8.count) { $0 + $1.key.utf8.count + $1.value.utf8.count }
        if isTooLong { return }
        let place = path.joined(separator: ".")
        for (key, value) in attributes where values["\(place)@\(key)"] == nil { values["\(place)@\(key)"] = value }
    }

    mutating func add(_ text: String) {
        size += text.utf8.count
        if isTooLong { return }
        if let last = texts.indices.last { texts[last] += text }
    }

    mutating func close() {
        let place = path.joined(separator: ".")
        if let text = texts.popLast(), !isTooLong, values[place] == nil || values[place]?.isEmpty == true {
            values[place] = EdgeSpace.trimmed(text)
        }
        if !path.isEmpty { path.removeLast() }
    }

    /// What the record says, in the order of the paths: at most so many bytes.
    func written(limit: Int) -> [UInt8] {
        Array(
            values.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "\n").utf8.prefix(
                limit
            )
        )
    }

    /// The first of some paths that holds something.
    func first(_ paths: String...) -> String? {
        paths.lazy.compactMap { values[$0] }.first { !$0.isEmpty }
    }
}

/// What a kind of XML export makes of a record.
struct XmlFormat: Sendable {
    /// Elements that are records.
    let records: Set<String>
    /// Element around records that says what they are about; `nil` where none does.
    var group: String?
    /// The fields of a record, or why it is left out; `nil` for one that is no comment.
    let read: @Sendable (XmlRecord) -> Result?

    enum Result {
        case fields([Field: String])
        /// Spam, or what was taken back or not approved.
        case withdrawn(id: String?)
        case skipped(SkipReason)
        /// What later records with this thread are about.
        case thread(id: String, title: String?, url: String?)
    }

    /// The kind of an export by the first elements of it.
    static func find(_ head: String) -> XmlFormat? {
        if head.contains("disqus.com") { return disqus }
        if head.contains("wordpress.org/export") { return wordPress }
        if head.contains("<rss") { return rss }
        if head.contains("<feed") { return atom }
        return nil
    }

    /// Comments of Disqus: HTML, spam and deleted ones marked.
    static let disqus = XmlFormat(records: ["thread", "post"]) { post in
        if post.name == "thread" {
            return post.values["@id"].map { .thread(id: $0, title: post.first("title"), url: post.first("link")) }
        }
        if post.values["isDeleted"] == "true" || post.values["isSpam"] == "true" {
            return .withdrawn(id: post.values["@id"])
        }
        return fields([
            .id: post.values["@id"], .text: post.first("message").map(PlainText.read),
            .postedAt: zoned(post.first("createdAt")),
            .author: post.first("author.name"), .authorID: post.first("author.username"),
            .comment(.threadID): post.values["thread@id"], .comment(.inReplyTo): post.values["parent@id"],
        ])
    }

    /// Comments of WordPress: those that wait for approval, spam and pingbacks are left out.
    static let wordPress = XmlFormat(records: ["comment"], group: "item") { comment in
        let kind = comment.first("comment_type") ?? ""
        if kind == "pingback" || kind == "trackback" { return .skipped(.pingback) }
        if let approved = comment.first("comment_approved"), approved != "1" {
            return .withdrawn(id: comment.first("comment_id"))
        }
        let parent = comment.first("comment_parent").flatMap { $0 == "0" ? nil : $0 }
        return fields([
            .id: comment.first("comment_id"), .text: comment.first("comment_content").map(PlainText.read),
            .author: comment.first("comment_author"), .title: comment.about["title"],
            .comment(.url): comment.about["link"], .comment(.threadID): comment.about["post_id"],
            .postedAt: comment.first("comment_date_gmt").map { "\($0)Z" } ?? comment.first("comment_date"),
            .comment(.inReplyTo): parent,
        ])
    }

    /// A feed of comments.
    static let rss = XmlFormat(records: ["item"]) { item in
        fields([
            .id: item.first("guid", "link"), .comment(.url): item.first("link"), .title: item.first("title"),
            .text: item.first("encoded", "description").map(PlainText.read), .author: item.first("creator", "author"),
            .postedAt: item.first("pubDate", "date"),
        ])
    }

    /// Atom, and the App Store's feed of reviews, in which every entry has a time and a rating.
    static let atom = XmlFormat(records: ["entry"]) { entry in
        let isReview = entry.values["rating"] != nil
        // The first entry of an App Store feed is the app.
        if !isReview, entry.values["bundleId"] != nil || entry.values["artist"] != nil { return nil }
        return fields([
            .id: entry.first("id"), .title: entry.first("title"),
            .text: entry.first("content", "summary").map(PlainText.read), .author: entry.first("author.name"),
            .authorID: entry.first("author.uri"), .postedAt: entry.first("published", "updated"),
            .comment(.updatedAt): entry.first("published") == nil ? nil : entry.first("updated"),
            .rating: entry.first("rating"), .comment(.appVersion): entry.first("version"),
            .comment(.inReplyTo): entry.values["in-reply-to@ref"],
        ])
    }

    private static func fields(_ values: [Field: String?]) -> Result {
        .fields(values.compactMapValues { $0 })
    }

    /// Exports of Disqus are in UTC, with or without the letter that says so.
    private static func zoned(_ time: String?) -> String? {
        time.map { $0.hasSuffix("Z") || $0.count > 19 ? $0 : $0 + "Z" }
    }
}

import Feedback

/// What a header says of its column by the words in it, where it is no name that is known as a whole.
enum NameHint {
    /// The names under which a column may be known: all of it, its last member, its code and its question.
    static func names(_ column: String) -> [String] {
        var names = [column]
        // Feeds keep every value in a member `label` or `$t`.
        var parts = column.split(separator: ".").map(String.init)
        if parts.count > 1, parts.last == "label" || parts.last == "$t" { parts.removeLast() }
        if parts.count > 1 || parts.first != column, let last = parts.last, !column.contains(" ") {
            names.append(last.split(separator: ":").last.map(String.init) ?? last)
        }
        // LimeSurvey: `code. question`.
        if let cut = cut(column, at: ". ") { names += [cut.0, cut.1] }
        return names
    }

    private static func cut(_ text: String, at separator: String) -> (String, String)? {
        var index = text.startIndex
        while index < text.endIndex {
            if text[index...].hasPrefix(separator) {
                return (String(text[..<index]), String(text[text.index(index, offsetBy: separator.count)...]))
            }
            index = text.index(after: index)
        }
        return nil
    }

    /// The field that the words of a name and its values point to together; `nil` for a text and for what is not known.
    static func field(_ name: String, _ kind: ColumnKind) -> Field? {
        let name = WidthFolding.string(name)
        func says(_ words: [String]) -> Bool { words.contains { name.contains($0) } }
        let key = WidthFolding.key(name.split(separator: ".").last.map(String.init) ?? name)
        if kind == .identifier || kind == .number, people.contains(where: key.hasSuffix) { return .authorID }
        if kind == .identifier || kind == .number && !key.utf8.allSatisfy({ $0 < 0x80 }), ids.contains(key) {
            return .id
        }
        if kind == .prose || kind == .topic, makers.contains(key) { return .brand }
        if kind == .prose || kind == .topic, titles.contains(key) { return .title }
        switch kind {
        case .number where says(["respondent id", "respondentid", "回答番号", "回答者番号"]): return .id
        case .identifier where says(["respondent id"]): return .id
        case .number, .flag:
            if says(counts) || says(averages) { return nil }
            if says(["nps", "recommend", "すすめ", "勧め", "薦め", "推奨"]) { return .answer(.netPromoter) }
            if says(["rating", "satisf", "満足", "評価", "stars", "星", "スコア"]) { return .rating }
            return nil
        case .mail: return says(["agent", "assignee", "担当"]) ? nil : .authorID
        case .prose, .topic:
            if says(["group", "status"]) { return nil }
            if says(["返信", "返答", "reply", "owner answer", "response from", "responsefrom"]) {
                return .comment(.replyText)
            }
            if isLabel(name) { return nil }
            if kind == .topic, says(["満足", "satisf"]) { return .rating }
            if says(brands) {
                return .brand
            }
            if says(["窓口", "チャネル", "channel", "経路"]) { return .channel }
            let isPerson = says([
                "contact", "customer", "client", "reviewer", "requester", "respondent", "お客様", "投稿者", "user",
            ])
            if isPerson, says(["name", "名"]) { return .author }
            return nil
        case .url: return says(["url", "link", "リンク"]) && !says(pictures) ? .comment(.url) : nil
        case .time:
            if says(["timezone", "返信", "reply", "回答期限"]) { return nil }
            return says(["record", "submit", "created", "parsed", "posted", "publish", "日時", "日付", "投稿日"])
                ? .postedAt : nil
        case .empty, .structure, .rounded, .identifier: return nil
        }
    }

    /// Names of those who wrote, as programs number them.
    private static let people: Set<String> = [
        "consumerid", "customerid", "contactid", "requesterid", "reviewerid", "userid", "authorid", "memberid",
    ]
    private static let makers: Set<String> = ["bank", "appname", "銀行", "銀行名", "アプリ名", "店名", "宿名", "施設名"]
    private static let titles: Set<String> = ["口コミタイトル", "クチコミタイトル", "投稿タイトル", "レビュータイトル"]
    private static let ids: Set<String> = [
        "uid", "uuid", "guid", "reviewuid", "reviewuuid", "feedbackuid", "sentenceid", "entryid", "postid", "recordid",
        "answerid", "submissionid", "レビュー番号", "口コミ番号", "投稿番号",
    ]
    /// What a link may lead to that is no page of a comment.
    private static let pictures = ["image", "img", "photo", "avatar", "icon", "thumb", "picture", "画像", "写真", "gambar"]

    private static let brands = [
        "店舗", "ショップ", "ブランド", "brand", "store name", "shop name", "place name", "business name", "airline", "hotel",
        "company", "会社",
    ]
    /// Names of numbers that many ratings were made into, or that are of the thing and not of the comment.
    private static let averages = ["avg", "average", "mean", "aggregate", "平均"]
    /// Names of columns in which others sorted what was written.
    private static let labels = [
        "sentiment", "emotion", "label", "class", "category", "polarity", "intent", "感情", "分類", "ラベル", "極性",
    ]

    /// Whether a column holds what others made of a comment, such as the mark of an annotator.
    static func isLabel(_ name: String) -> Bool {
        let name = WidthFolding.string(name)
        return labels.contains { name.contains($0) }
    }

    /// Whether a name says that a rating is the writer's own.
    static func isWritersRating(_ name: String) -> Bool {
        let name = WidthFolding.string(name)
        guard ["rating", "stars", "score", "評価"].contains(where: name.contains), !counts.contains(where: name.contains),
            !averages.contains(where: name.contains)
        else { return false }
        return ["customer", "reviewer", "review", "rating star", "star rating", "お客様", "投稿者"].contains {
            name.contains($0)
        }
    }

    /// Names of numbers that count something and rate nothing.
    private static let counts = [
        "count", "likes", "votes", "thumbs", "helpful", "useful", "funny", "cool", "karma", "upvote", "total",
        "confidence",
        "件数", "人数", "回数", "いいね", "参考になった", "投票",
    ]

    /// Whether a name is one of a number that counts something.
    static func isCount(_ name: String) -> Bool {
        let name = WidthFolding.string(name)
        return counts.contains { name.contains($0) }
    }
}

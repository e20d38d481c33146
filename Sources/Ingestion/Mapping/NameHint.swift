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
        if let bare = withoutBrackets(column) { names.append(bare) }
        if let bare = withoutNumber(column) { names.append(bare) }
        // LimeSurvey: `code. question`.
        if let cut = cut(column, at: ". ") { names += [cut.0, cut.1] }
        return names
    }

    /// A name without what stands in brackets at its end, as `満足度（5段階）`.
    private static func withoutBrackets(_ name: String) -> String? {
        guard let last = name.last, ")）]".contains(last), let open = name.lastIndex(where: { "(（[".contains($0) }),
            open != name.startIndex
        else { return nil }
        return EdgeSpace.trimmed(String(name[..<open]))
    }

    /// A question without its number, as `Q3.総合満足度` and `問3：満足度`.
    private static func withoutNumber(_ name: String) -> String? {
        var rest = name.drop { "QqＱ問設".contains($0) }
        let digits = rest.prefix { $0.isNumber }
        rest = rest.dropFirst(digits.count)
        guard !digits.isEmpty, let mark = rest.first, ".．:：、)）_ ".contains(mark) else { return nil }
        let bare = EdgeSpace.trimmed(String(rest.dropFirst()))
        return bare.isEmpty ? nil : bare
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
        if kind == .prose || kind == .topic || kind == .identifier, makers.contains(key) { return .brand }
        if kind == .prose || kind == .topic, titles.contains(key) || key.hasSuffix("タイトル") { return .title }
        if kind == .number, declaredScale(name) != nil { return .rating }
        if kind == .identifier, isPerson(name) { return .author }
        switch kind {
        case .number where says(["respondent id", "respondentid", "回答番号", "回答者番号"]): return .id
        case .identifier where says(["respondent id"]): return .id
        case .number, .flag:
            if says(counts) || says(averages) { return nil }
            if says(["nps", "recommend", "すすめ", "勧め", "薦め", "推奨"]) { return .answer(.netPromoter) }
            if says(["rating", "satisf", "満足", "評価", "評点", "stars", "星", "スコア"]) { return .rating }
            return nil
        case .mail: return says(["agent", "assignee", "担当"]) ? nil : .authorID
        case .prose, .topic:
            if says(["group", "status"]) { return nil }
            if says(["返信", "返答", "reply", "owner answer", "response from", "responsefrom"]) {
                return .comment(.replyText)
            }
            if isLabel(name) { return nil }
            if kind == .topic, says(["満足", "satisf"]) { return .rating }
            if BrandColumn.isNamed(name) { return .brand }
            if says(["窓口", "チャネル", "channel", "経路"]) { return .channel }
            return isPerson(name) ? .author : nil
        case .url: return says(["url", "link", "リンク"]) && !says(pictures) ? .comment(.url) : nil
        case .time:
            if says(["timezone", "返信", "reply", "回答期限"]) { return nil }
            return says(["record", "submit", "created", "parsed", "posted", "publish", "日時", "日付", "投稿日"])
                ? .postedAt : nil
        case .empty, .structure, .rounded, .identifier: return nil
        }
    }

    /// Numbers of answers and votes, beside which a score is no rating.
    static let karma: Set<String> = [
        "numcomments", "upvoteratio", "ups", "downs", "upvotes", "downvotes", "subreddit", "descendants", "karma",
    ]

    /// Whether a name asks what somebody thinks, or ends as a question does.
    static func isText(_ name: String) -> Bool {
        let name = WidthFolding.string(name)
        func says(_ words: [String]) -> Bool { words.contains { name.contains($0) } }
        if isLabel(name) || says(notWritten) { return false }
        return says(written) || name.hasSuffix("?") || name.hasSuffix("ください。") || name.hasSuffix("ください")
    }

    private static let written = [
        "コメント", "感想", "意見", "要望", "自由記述", "自由回答", "自由記入", "フリーアンサー", "本文", "お客様の声", "voc", "口コミ", "クチコミ", "内容",
        "改善", "理由", "メッセージ", "フィードバック", "comment", "feedback", "review", "verbatim", "open-ended", "message", "opinion",
        "suggestion", "improve", "remark",
    ]
    /// Words of names that stand beside what somebody wrote.
    private static let notWritten = [
        "返信", "返答", "回答者", "件数", "名前", "氏名", "タイトル", "件名", "種別", "区分", "都道府県", "性別", "年代", "職業",
        "reply",
        "response from", "owner", "title", "date", "type", "count", "status", "name", " id", "_id", "gender",
        "country",
    ]

    /// What was good, or what was bad.
    enum Half: Hashable {
        case good, bad

        var other: Half { self == .good ? .bad : .good }
    }

    /// Which of the two a column asks for; `nil` for neither and for both.
    static func half(_ name: String) -> Half? {
        if let half = wholeHalves[WidthFolding.key(name)] { return half }
        let name = WidthFolding.string(name)
        func says(_ words: [String]) -> Bool { words.contains { name.contains($0) } }
        let (good, bad) = (says(goods), says(bads))
        return good == bad ? nil : good ? .good : .bad
    }

    private static let goods = [
        "positive", "pros", "良かった", "よかった", "良い点", "よい点", "満足した", "満足している", "liked most", "like best", "do well",
    ]
    private static let bads = [
        "negative", "cons", "悪かった", "悪い点", "気になった", "残念", "不満", "改善", "困った", "disliked", "like least", "do better",
    ]
    /// Names that as a whole are those of the good and of the bad.
    private static let wholeHalves: [String: Half] = [
        "likes": .good, "dislikes": .bad, "liked": .good, "disliked": .bad, "推奨する理由": .good, "推奨しない理由": .bad,
    ]

    /// Whether a name is that of the end of an answer, at which it is sent.
    static func isEnd(_ name: String) -> Bool {
        let name = WidthFolding.string(name)
        return ["end date", "end time", "enddate", "complet", "submit", "完了", "終了", "送信"].contains { name.contains($0) }
    }

    /// Whether a name is that of when somebody looked at a page, or a program read it.
    static func isLook(_ name: String) -> Bool {
        let name = WidthFolding.string(name)
        return looks.contains { name.contains($0) }
    }

    private static let looks = [
        "閲覧", "取得", "収集", "参照日", "確認日", "調査日", "アクセス日", "scrap", "crawl", "fetch", "retriev", "collected", "accessed",
        "viewed", "as of", "as_of", "snapshot", "downloaded", "exported",
    ]

    static func isDescription(_ name: String) -> Bool {
        ["description", "説明", "商品説明"].contains(WidthFolding.key(name))
    }

    /// The member whose texts stand by language, as in `review.en` and `review.ja`; `nil` for any other path.
    static func memberByLanguage(_ path: String) -> Substring? {
        let parts = path.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 1, let code = parts.last, code.utf8.count == 2,
            code.utf8.allSatisfy({ (0x61...0x7A).contains($0) }), code != "id"
        else { return nil }
        return path.dropLast(3)
    }

    static func isPicture(_ name: String) -> Bool {
        ["image", "images", "imageurl", "picture", "photo", "thumbnail", "画像", "写真"].contains(WidthFolding.key(name))
    }

    static func isPrice(_ name: String) -> Bool {
        ["price", "unitprice", "stock", "価格", "単価", "定価", "在庫", "在庫数"].contains(WidthFolding.key(name))
    }

    /// Whether a path leads to the name of somebody or something else than who wrote.
    static func isOthers(_ column: String) -> Bool {
        column.split(separator: ".").dropLast().contains { others.contains(WidthFolding.key(String($0))) }
    }

    private static let others: Set<String> = [
        "owner", "assignee", "assignedagent", "agent", "responder", "admin", "staff", "teammate", "operator", "group",
        "team", "organization", "company", "product", "item", "place", "store", "shop", "app", "channel", "file",
        "attachment", "category", "board", "queue", "brand", "business", "businessunit", "location", "forum", "survey",
        "form",
    ]

    /// Whether a name, folded, is that of the names of those who wrote.
    private static func isPerson(_ name: String) -> Bool {
        func says(_ words: [String]) -> Bool { words.contains { name.contains($0) } }
        return says([
            "contact", "customer", "client", "reviewer", "requester", "respondent", "お客様", "投稿者", "宿泊者", "購入者", "送信者",
            "回答者", "記入者", "申込者", "user",
        ]) && says(["name", "名"]) && !isOthers(name)
    }

    /// The scale that a name gives, as `Emotion (1-5)` and `満足度（5段階）`.
    static func declaredScale(_ name: String) -> RatingScale? {
        let name = WidthFolding.string(name)
        guard ["-", "~", "〜", "–", " to ", "から", "段階"].contains(where: name.contains) else { return nil }
        for (low, high) in [(0, 100), (1, 100), (0, 10), (1, 10), (1, 5), (1, 7), (1, 4), (1, 3), (0, 5)] {
            let isGiven = ["-", "~", "〜", "–", " to ", "から"].contains { mark in
                ["(", "[", ""].contains { name.contains("\($0)\(low)\(mark)\(high)") }
            }
            if isGiven || low == 1 && name.contains("\(high)段階") { return RatingScale(low: low, high: high) }
        }
        return nil
    }

    /// Names of those who wrote, as programs number them.
    private static let people: Set<String> = [
        "consumerid", "customerid", "contactid", "requesterid", "reviewerid", "userid", "authorid", "memberid",
    ]
    private static let makers: Set<String> = [
        "bank", "appname", "app", "application", "applicationname", "shop", "store", "branch", "restaurant", "銀行",
        "銀行名", "アプリ", "アプリ名", "店名", "宿名",
        "施設名",
        "支店", "支店名", "加盟店", "加盟店名",
    ]
    private static let titles: Set<String> = ["口コミタイトル", "クチコミタイトル", "投稿タイトル", "レビュータイトル"]
    private static let ids: Set<String> = [
        "uid", "uuid", "guid", "idstr", "oid", "reviewuid", "reviewuuid", "feedbackuid", "sentenceid", "entryid",
        "postid",
        "recordid",
        "answerid", "submissionid", "レビュー番号", "口コミ番号", "投稿番号",
    ]
    /// What a link may lead to that is no page of a comment.
    private static let pictures = ["image", "img", "photo", "avatar", "icon", "thumb", "picture", "画像", "写真", "gambar"]

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

/// Tells the columns that ask a person to write, so that all one has written in a survey is one text.
enum AskedColumn {
    /// Whether a column holds answers in somebody's own words: its name asks for them, and its values are none of a few
    /// choices.
    static func isOne(_ column: SourceSample.Column) -> Bool {
        let names = (NameHint.names(column.name) + (column.label.map { [$0] } ?? [])).map { WidthFolding.string($0) }
        guard names.contains(where: isQuestion) || names.contains(where: isShortQuestion) && !isAnothers(names[0]),
            !names.contains(where: tellsFacts)
        else { return false }
        let values = column.values.filter { !AnswerWord.isNone($0) && !isNothing($0) }
        return SentenceSign.isMostly(values) && !areChoices(values)
    }

    /// Whether an answer says that there is none, as 特になし does.
    static func isNothing(_ text: String) -> Bool {
        guard text.utf8.count <= 48 else { return false }
        let key = WidthFolding.key(text)
        return nothing.contains(key)
    }

    /// Whether an answer to a question of yes or no is the no.
    static func isRefusal(_ text: String) -> Bool { refusals.contains(WidthFolding.key(text)) }

    /// Whether the values of a column are answers of yes and no: then a bare no is one, and else it says that there is
    /// nothing to say.
    static func areDecided(_ values: [String]) -> Bool {
        values.count { ["yes", "y", "はい"].contains(WidthFolding.key($0)) } * 10 >= values.count && !values.isEmpty
    }

    /// Whether a question asks for yes or no, and for nothing else that there may be to say.
    static func isDecided(_ name: String) -> Bool {
        let name = WidthFolding.string(name)
        return decided.contains(where: name.hasPrefix) && !further.contains(where: name.contains)
    }

    private static let refusals: Set<String> = ["no", "nope", "ない", "ないです", "ありません", "ございません", "notreally"]
    private static let decided = [
        "do you ", "did you ", "would you ", "will you ", "could you ", "are you ", "were you ", "is ", "was ", "were ",
        "have you ", "has ", "had ", "does ", "did ", "can ", "should ",
    ]
    private static let further = ["any", "else", "other", "comment", "suggest", "feedback", "share"]

    /// `良かった点`, `Suggestions`.
    private static func isShortQuestion(_ name: String) -> Bool {
        let key = WidthFolding.key(name)
        var bare = Substring(key)
        while let last = bare.last, last.isNumber { bare = bare.dropLast() }
        return short.contains(where: key.contains) || whole.contains(String(bare))
    }

    /// Whether two columns ask the same of different things: `接客コメント` and `料理コメント`, `room_feedback` and `food_feedback`.
    static func areAlike(_ one: SourceSample.Column, _ other: SourceSample.Column) -> Bool {
        let names = [one, other].map { WidthFolding.string($0.name) }
        let keys = names.map { WidthFolding.key($0) }
        let isShared = endings.contains { ending in keys.allSatisfy { $0.hasSuffix(ending) && $0.count > ending.count }
        }
        guard isShared, keys[0] != keys[1], !names.contains(where: { isAnothers($0) || tellsFacts($0) }) else {
            return false
        }
        return [one, other].allSatisfy { SentenceSign.isMostly($0.values) && !areChoices($0.values) }
    }

    private static let endings = ["コメント", "の感想", "の理由", "について", "comment", "comments", "feedback", "text"]

    /// Whether a short name is that of what the desk wrote, or of what others made of a text.
    private static func isAnothers(_ name: String) -> Bool {
        let plain = name.replacing("自由回答", with: "").replacing("for score", with: "")
        return others.contains(where: plain.contains)
    }

    /// A sentence that asks.
    private static func isQuestion(_ name: String) -> Bool {
        let bare = name.hasSuffix("]") ? String(name.prefix { $0 != "[" }) : name
        let end = EdgeSpace.trimmed(bare).drop { "*※".contains($0) }
        if pleas.contains(where: end.contains) { return true }
        let isAsked = [
            "?", "ください。", "ください", "下さい。", "下さい", "でしょうか。", "ますか。", "ですか。", "ますか", "ですか", "でしたか", "でしたか。", "ましたか",
            "ましたか。",
        ]
        .contains { end.hasSuffix($0) }
        let words = end.split(separator: " ")
        guard !isAsked else { return end.utf8.count >= 12 }
        return words.count >= 4 && leads.contains { end.hasPrefix($0) }
    }

    /// Whether a question asks for a fact about a person or a thing, and for no opinion.
    private static func tellsFacts(_ name: String) -> Bool {
        facts.contains(where: name.contains) || factLeads.contains(where: name.hasPrefix)
    }

    /// Whether the values are lists of a few things that were ticked.
    static func areChoices(_ values: [String]) -> Bool {
        let items = values.flatMap { $0.split { ",;、，；\n".contains($0) } }.map { EdgeSpace.trimmed(String($0)) }
        let decided = values.count { ["yes", "no", "y", "n", "はい", "いいえ"].contains(WidthFolding.key($0)) }
        if decided * 2 >= values.count { return true }
        return values.count >= 5 && items.count >= values.count && Set(items).count * 3 <= items.count
    }

    /// What a question says wherever it ends, as in `その他（ご自由にお書きください）`.
    private static let pleas = ["お書きください", "ご記入ください", "お聞かせください", "教えてください", "お書き下さい", "ご記入下さい", "お聞かせ下さい", "ご自由に"]
    private static let leads = [
        "what ", "how ", "why ", "please ", "do you ", "did you ", "is there ", "are there ", "was there ", "tell us",
        "describe ", "any other", "anything else", "if you ", "additional comments", "share ",
    ]
    /// Parts of short names of questions.
    private static let short = [
        "へのメッセージ", "お気づきの点", "気づいた点",
        "良かった点", "よかった点", "良い点", "よい点", "良かったところ", "よかったところ", "良いところ", "満足した点", "満足な点", "満足している点", "推奨する理由", "推奨しない理由",
        "悪かった点", "悪い点",
        "悪かったところ", "気になった点", "気になる点", "不満な点", "不満点", "残念な点", "残念だった点", "困った点", "困っていること", "改善点",
        "改善してほしい", "改善して欲しい", "改善すべき", "改善要望", "改善を希望", "ご意見", "ご感想", "ご要望", "自由記述", "自由記入", "自由回答", "自由意見",
        "フリーコメント", "フリーアンサー", "評価の理由", "評価理由", "その理由", "likedmost", "likedbest", "likebest", "likedleast",
        "dislikedmost", "likeleast", "didwell", "couldimprove", "couldbebetter", "areasforimprovement",
        "improvementsuggestion", "reasonforscore", "reasonforyour", "additionalcomment", "othercomment",
        "furthercomment",
        "openended",
    ]
    private static let whole: Set<String> = [
        "意見", "感想", "要望", "理由", "コメント", "良かったこと", "悪かったこと", "困ったこと", "その他意見", "pros", "cons", "likes", "dislikes",
        "liked", "disliked", "strengths",
        "weaknesses", "suggestions", "suggestion", "improvements", "improvement", "comments", "comment", "feedback",
        "positives", "negatives", "positive", "negative", "advice", "advicetomanagement", "reason", "praise",
        "complaints", "positivereview", "negativereview", "positivefeedback", "negativefeedback", "positivecomments",
        "negativecomments", "goodpoints", "badpoints", "whatwentwell", "whatwentwrong", "why",
    ]
    /// Words of short names that are another's, or what others made of a text.
    private static let others = [
        "店長", "本部", "審査", "編集", "オーナー", "事務局", "運営", "上司", "quot", "retweet", "parent", "context", "prompt", "ocr",
        "返信", "返答", "回答", "訳", "英語", "要約", "原文", "対応", "処理", "処置", "社内", "担当", "店舗から", "管理", "改善内容", "改善策", "改善結果",
        "改善状況", "改善事例", "件数", "文字数",
        "分類", "種別", "区分", "カテゴリ", "reply", "response", "owner", "agent", "staff", "internal", "manager", "translat",
        "english",
        "clean", "process", "token", "lemma", "stem", "normal", "sentiment", "score", "count", "length", "label",
        "category",
        "type", "date", "title", "summary", "url",
    ]
    private static let facts = [
        "お名前", "氏名", "住所", "住まい", "電話", "連絡先", "メール", "アドレス", "郵便", "年齢", "年代", "性別", "職業", "会社名", "部署", "所属", "役職",
        "学校",
        "店舗名", "店名", "商品名", "製品名", "品名", "会員番号", "注文番号", "番号を", "いつから", "いつ頃", "いつご", "どこで", "どちらの", "どの店", "どの商品",
        "何歳", "何回", "何名", "何人",
        "どのくらいの頻度", "頻度を", "何で知", "どこで知", "知ったきっかけ", "日時を", "日付を", "your name", "full name", "e-mail", "email", "phone",
        "address", "postal", "zip code", "your age", "how old", "gender", "job title", "company name", "organization",
        "department", "what type", "what kind", "how many", "how much did", "how often", "how long", "how likely",
        "how satisfied",
        "how would you rate",
        "hear about", "find out about", "order number", "booking number", "country", "what city", "may we contact",
        "can we contact", "contact you", "お選び", "選択", "選んで", "チェック", "たいと思いますか", "select", "choose", "check all",
        "which of the following", "on a scale", "please rate", "please rank",
    ]
    private static let factLeads = ["who ", "when ", "where ", "which "]
    private static let nothing: Set<String> = [
        "特になし", "特になしです", "特に無し", "特にない", "特にないです", "特に無い", "特にありません", "特に有りません", "とくになし", "とくにない", "とくにありません", "なし",
        "無し", "ない", "ないです", "ありません", "特にございません", "ございません", "特別なし", "特段なし", "特に",
        "特にありませんでした", "特に何もありません", "何もありません", "今のところ特になし", "現状特になし", "とくにございません", "none", "nothing", "no", "nil",
        "nope",
        "nocomment", "nocomments", "nothanks", "nothingelse", "notreally", "nothingtoadd", "nothinginparticular",
        "nothingspecific", "nonegative", "nopositive", "noresponse", "noanswer", "na", "notapplicable", "noneatall",
        "nothingatall", "nofeedback", "nosuggestions", "nosuggestion", "nocomplaints", "nocomplaint",
    ]
}

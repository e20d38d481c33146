/// The columns of a comment: the one list that rows, mappings, the database, its hashes and exports are made from.
///
/// A column is declared by its case and names here, and by its property and its line in ``Comment/visitColumns(_:)``, in
/// the same order; beside these it needs a migration with its fixture.
package enum CommentColumn: Int, Hashable, Sendable, CaseIterable {
    case externalID, source, brand, product, author, authorID, authorRole, postedAt, updatedAt, text, title, rating,
        declaredLanguage, url, threadID, inReplyTo, caseNumber, orderNumber, channel, appVersion, replyText, repliedAt,
        answers

    /// Name in the database.
    package var name: String { String(describing: self) }

    /// Name in canonical rows, mappings and exports, such as `posted_at`.
    package var field: String {
        switch self {
        case .externalID: "id"
        case .authorID: "author_id"
        case .authorRole: "author_role"
        case .postedAt: "posted_at"
        case .updatedAt: "updated_at"
        case .declaredLanguage: "lang"
        case .threadID: "thread_id"
        case .inReplyTo: "in_reply_to"
        case .caseNumber: "case_no"
        case .orderNumber: "order_no"
        case .appVersion: "app_version"
        case .replyText: "reply_text"
        case .repliedAt: "reply_at"
        case .source, .brand, .product, .author, .text, .title, .rating, .url, .channel, .answers: name
        }
    }

    /// Whether a value is used as it stands, white space and all.
    package var isFreeText: Bool { self == .text || self == .replyText }

    /// Whether the time says how exactly it is known.
    package var hasCertainty: Bool { self == .postedAt }

    /// Columns that came after databases had been hashed: they count where they hold something, so that the hashes of
    /// content without them stay what they were.
    package static let added: [CommentColumn] = []
}

/// Other names, in Japanese and English; the canonical name wins over these.
extension CommentColumn {
    /// Names under which JSON rows carry the column; tables take them as well.
    package var jsonAliases: [String] {
        switch self {
        case .externalID: ["comment_id", "review_id", "external_id"]
        case .postedAt: ["created_at", "timestamp", "date"]
        case .text: ["body", "comment", "content"]
        case .rating: ["stars", "score"]
        case .declaredLanguage: ["language"]
        case .inReplyTo: ["parent_id"]
        case .caseNumber: ["case_number", "ticket_id"]
        case .orderNumber: ["order_number"]
        case .appVersion: ["version"]
        case .replyText: ["reply"]
        case .repliedAt: ["replied_at"]
        default: []
        }
    }

    /// Names of texts that say that it was the customer who wrote.
    package static let customersTexts = [
        "お客様の声", "お客さまの声", "顧客の声", "利用者の声", "お客様コメント", "お客様のコメント", "お客様のご意見", "お客様からのご意見", "クチコミ本文", "口コミ本文",
        "クチコミ内容", "口コミ内容", "投稿内容", "投稿本文", "申出内容", "お申出内容", "申し出内容", "お申し出内容", "苦情内容", "customer feedback",
        "customer comment", "customer comments", "customer voice", "voice of customer", "voice of the customer",
        "customer review", "guest comment", "guest comments", "guest feedback", "guest review", "user feedback",
        "client feedback",
    ]

    /// Names that headers of tables use.
    package var headerAliases: [String] {
        switch self {
        case .externalID:
            [
                "ID", "No", "番号", "コメントID", "レビューID", "投稿ID", "回答ID", "口コミID", "お問い合わせ番号", "問い合わせ番号",
                "問合せ番号", "response id", "feedback id", "tweet_id", "id_str", "message id", "call id",
            ]
        case .source: ["情報源", "媒体", "サイト", "platform"]
        case .brand:
            [
                "ブランド", "ブランド名", "会社", "会社名", "企業名", "メーカー", "company", "brand name", "店舗", "店舗名",
            ]
        case .product:
            [
                "商品", "商品名", "製品", "製品名", "品名", "サービス名", "product name", "product title", "item", "item name",
                "Package Name",
            ]
        case .author:
            [
                "投稿者", "投稿者名", "お客様名", "顧客名", "氏名", "名前", "ニックネーム", "ユーザー名", "お名前", "記入者", "reviewer",
                "user name", "username", "user", "nickname", "customer name", "name", "ハンドルネーム", "ペンネーム", "レビュアー",
                "レビュアー名", "ご氏名", "連絡先名", "requester", "requester name", "full name", "supplied name", "sender",
                "comment author", "reviewer name", "reviewer display name", "user screen name",
            ]
        case .authorID:
            [
                "顧客ID", "会員番号", "会員ID", "ユーザーID", "お客様番号", "customer id", "user id", "reviewer id", "電話番号",
                "発信者番号", "caller", "phone number", "メールアドレス", "email", "supplied email",
            ]
        case .authorRole: ["役割", "立場", "role", "author type"]
        case .postedAt:
            [
                "日時", "投稿日時", "投稿日", "受付日時", "受付日", "作成日時", "登録日時", "登録日", "回答日時", "回答日", "記入日", "レビュー日",
                "タイムスタンプ", "完了時刻", "回答完了日時", "completion time", "completed at", "submission date", "submission time",
                "date submitted", "開始日時", "開始時刻", "created", "created time", "submitted at", "submit date",
                "posted", "review date", "start", "start time", "call start", "datetime", "time",
                "Review Submit Date and Time", "日付", "投稿年月", "投稿月", "回答年月", "年月",
            ]
        case .updatedAt:
            [
                "更新日時", "更新日", "最終更新日時", "last updated", "modified at", "Review Last Update Date and Time",
            ]
        case .text:
            [
                "本文", "内容", "コメント", "自由記述", "ご意見", "ご意見・ご感想", "ご意見・ご要望", "意見", "感想", "口コミ", "クチコミ", "レビュー",
                "レビュー本文", "お問い合わせ内容", "問い合わせ内容", "問合せ内容", "メッセージ", "備考", "応対メモ", "メモ", "フリーコメント", "comments",
                "ひとこと", "ひと言", "一言", "ひとことコメント", "一言コメント",
                "review", "review text", "feedback", "message", "description", "note", "notes", "verbatim",
                "response", "answer", "remark", "お問い合わせ", "問い合わせ", "complaint",
            ] + Self.customersTexts
        case .title: ["タイトル", "件名", "表題", "題名", "見出し", "review title", "review header", "summary", "headline"]
        case .rating:
            [
                "評価", "満足度", "総合評価", "点数", "星", "星評価", "レーティング", "スコア", "おすすめ度", "推奨度", "star rating",
                "star", "satisfaction", "overall", "総合", "総合点", "評点", "採点", "rate", "grade",
            ]
        case .declaredLanguage: ["言語", "Reviewer Language", "locale"]
        case .url: ["リンク", "link", "Review Link", "permalink", "アドレス"]
        case .threadID: ["スレッドID", "スレッド", "thread", "conversation id"]
        case .inReplyTo: ["返信先", "返信先ID", "親ID", "parent", "reply to", "in_response_to_tweet_id"]
        case .caseNumber:
            [
                "案件番号", "ケース番号", "受付番号", "チケット番号", "管理番号", "case no", "case", "ticket", "ticket number",
                "ticket no",
            ]
        case .orderNumber: ["注文番号", "受注番号", "伝票番号", "order no", "order id", "order", "注文ID"]
        case .channel:
            [
                "チャネル", "チャンネル", "経路", "受付経路", "受付方法", "受付手段", "連絡手段", "問合せ方法", "お問い合わせ方法", "media", "via", "origin",
                "contact method",
            ]
        case .appVersion: ["バージョン", "アプリバージョン", "App Version Name"]
        case .replyText:
            [
                "返信内容", "返信", "回答内容", "回答", "対応内容", "Developer Reply Text", "company reply",
                "owner response", "property reply", "your response",
            ]
        case .repliedAt: ["返信日時", "返信日", "対応日時", "Developer Reply Date and Time", "reply date"]
        default: []
        }
    }
}

/// Names that headers of tables use for the canonical fields, in Japanese and English.
enum HeaderAlias {
    static func names(of field: Field) -> [String] {
        table[field] ?? []
    }

    /// The field of a column name; `nil` when it is not known.
    static func field(named name: String) -> Field? {
        fields[WidthFolding.key(name)]
    }

    private static let fields: [String: Field] = {
        var fields: [String: Field] = [:]
        for field in Field.allCases {
            for name in [field.name] + field.jsonAliases + names(of: field) where fields[WidthFolding.key(name)] == nil
            {
                fields[WidthFolding.key(name)] = field
            }
        }
        return fields
    }()

    private static let table: [Field: [String]] = [
        .id: [
            "ID", "No", "番号", "コメントID", "レビューID", "投稿ID", "回答ID", "口コミID", "お問い合わせ番号", "問い合わせ番号", "問合せ番号",
            "response id", "feedback id", "tweet_id", "message id", "call id",
        ],
        .source: ["情報源", "媒体", "サイト", "platform"],
        .brand: ["ブランド", "ブランド名", "会社", "会社名", "企業名", "メーカー", "company", "brand name", "店舗", "店舗名"],
        .product: ["商品", "商品名", "製品", "製品名", "品名", "サービス名", "product name", "item", "Package Name"],
        .author: [
            "投稿者", "投稿者名", "お客様名", "顧客名", "氏名", "名前", "ニックネーム", "ユーザー名", "お名前", "記入者", "reviewer", "user name",
            "username",
            "user", "nickname", "customer name", "name",
        ],
        .authorID: [
            "顧客ID", "会員番号", "会員ID", "ユーザーID", "お客様番号", "customer id", "user id", "reviewer id", "電話番号", "発信者番号",
            "caller",
            "phone number", "メールアドレス", "email",
        ],
        .authorRole: ["役割", "立場", "role", "author type"],
        .postedAt: [
            "日時", "投稿日時", "投稿日", "受付日時", "受付日", "作成日時", "登録日時", "登録日", "回答日時", "回答日", "記入日", "レビュー日", "タイムスタンプ",
            "開始日時", "開始時刻", "created", "created time", "submitted at", "submit date", "posted", "review date", "start",
            "start time",
            "call start", "datetime", "time", "Review Submit Date and Time", "日付",
        ],
        .updatedAt: ["更新日時", "更新日", "最終更新日時", "last updated", "modified at", "Review Last Update Date and Time"],
        .text: [
            "本文", "内容", "コメント", "自由記述", "ご意見", "ご意見・ご感想", "ご意見・ご要望", "意見", "感想", "口コミ", "クチコミ", "レビュー", "レビュー本文",
            "お問い合わせ内容", "問い合わせ内容", "問合せ内容", "メッセージ", "備考", "応対メモ", "メモ", "フリーコメント", "comments", "review", "review text",
            "feedback", "message", "description", "note", "notes", "verbatim", "response", "answer", "remark",
        ],
        .title: ["タイトル", "件名", "表題", "題名", "見出し", "review title", "summary", "headline"],
        .rating: [
            "評価", "満足度", "総合評価", "点数", "星", "星評価", "レーティング", "スコア", "おすすめ度", "推奨度", "star rating", "star",
            "satisfaction", "overall",
        ],
        .language: ["言語", "Reviewer Language", "locale"],
        .url: ["リンク", "link", "Review Link", "permalink", "アドレス"],
        .threadID: ["スレッドID", "スレッド", "thread", "conversation id"],
        .inReplyTo: ["返信先", "返信先ID", "親ID", "parent", "reply to", "in_response_to_tweet_id"],
        .caseNumber: [
            "案件番号", "ケース番号", "受付番号", "チケット番号", "管理番号", "case no", "case", "ticket", "ticket number", "ticket no",
        ],
        .orderNumber: ["注文番号", "受注番号", "伝票番号", "order no", "order id", "order"],
        .channel: ["チャネル", "チャンネル", "経路", "受付経路", "受付方法", "連絡手段", "media", "via"],
        .appVersion: ["バージョン", "アプリバージョン", "App Version Name"],
        .replyText: ["返信内容", "返信", "回答内容", "回答", "対応内容", "Developer Reply Text", "company reply", "owner response"],
        .repliedAt: ["返信日時", "返信日", "対応日時", "Developer Reply Date and Time", "reply date"],
        .caseID: ["ケースID", "案件ID"],
        .number: ["case number"],
        .customer: ["お客様", "顧客"],
        .customerHandle: ["handle", "アカウント"],
        .openedAt: ["発生日時", "起票日時", "受理日時", "opened"],
        .closedAt: ["完了日時", "完了日", "解決日時", "クローズ日時", "closed", "resolved at"],
        .subject: ["主題", "用件"],
        .netPromoter: ["nps score", "net promoter score", "likelihood to recommend", "推奨意向", "NPSスコア"],
        .satisfaction: ["csat score", "customer satisfaction", "顧客満足度", "CSATスコア"],
        .effort: ["ces score", "customer effort score", "effort score", "顧客努力指標", "CESスコア"],
    ]
}

import Feedback

extension JapanesePhrases {
    func facet(_ facet: Facet) -> String {
        switch facet {
        case .speed: "迅速さ"
        case .access: "つながりやすさ"
        case .apology: "お詫び"
        case .courtesy: "丁寧さ"
        case .explanation: "説明"
        case .prevention: "再発防止"
        case .remedy: "補償・代替"
        case .resolution: "解決"
        case .effort: "手間の少なさ"
        case .responsibility: "責任ある姿勢"
        case .beyond: "期待を超える対応"
        case .followThrough: "約束の履行"
        }
    }

    func signal(_ signal: LoyaltySignal) -> String {
        switch signal {
        case .fan: "ファンになった"
        case .repurchase: "また買いたい"
        case .recommend: "人に勧めたい"
        case .recovered: "信頼が回復した"
        case .crossBuy: "同じブランドの別の商品を買った"
        case .churn: "離れる"
        case .distrust: "信頼できない"
        }
    }

    func stepKind(_ kind: String) -> String {
        switch kind {
        case "call": "電話"
        case "mail", "email": "メール"
        case "visit": "来店・訪問"
        case "return": "返送"
        case "postcard", "card": "はがき"
        case "letter": "手紙"
        case "reply": "返信"
        case "refund": "返金"
        case "replacement": "代品"
        case "repair": "修理"
        case "gift": "贈り物"
        case "rating": "評価"
        case "complaint": "申し出"
        case "opened": "受付"
        case "closed": "完了"
        default: kind
        }
    }

    func actor(_ actor: AuthorRole) -> String {
        switch actor {
        case .customer: "お客様"
        case .agent: "企業"
        case .bot: "ボット"
        }
    }

    func channel(_ name: String) -> String {
        switch name {
        case "mail", "email": "メール"
        case "phone", "call": "電話"
        case "chat": "チャット"
        case "web": "ウェブ"
        case "store", "shop": "店舗"
        case "review": "レビュー"
        case "blog": "ブログ"
        case "survey": "アンケート"
        case "social": "SNS"
        case "letter": "手紙"
        case "": "チャネル不明"
        default: name
        }
    }

    func problem(_ reason: RowProblem.Reason) -> String {
        switch reason {
        case .badEncoding: "文字コードを読み取れない"
        case .badSyntax: "書式が崩れている"
        case .tooLarge: "大きすぎる"
        case .tooDeep: "入れ子が深すぎる"
        case .noText: "本文も評価もない"
        case .noTime: "日時がない"
        case .badTime: "日時を読み取れない"
        case .badRating: "評価を読み取れない"
        case .badField: "項目の値を読み取れない"
        case .missingField: "必要な項目がない"
        }
    }

    func event(_ event: ChartEvent) -> String {
        let parts = [event.product, event.channel.map(channel)].compactMap(\.self).map(bracketed).joined()
        if let label = event.label, !event.kind.isOwn || event.kind == .company { return label + parts }
        let kind =
            switch event.kind {
            case .incident: "注目すべき案件"
            case .lexicon: "辞書の更新"
            case .calibration: "較正の変更"
            case .mapping: "取り込み設定の変更"
            case .source: event.isEnd.map { $0 ? "情報源の終了" : "情報源の開始" } ?? "情報源の変更"
            case .software: "ソフトウェアの更新"
            case .company: "企業の取り組み"
            case .release: "リリース"
            case .campaign: "キャンペーン"
            case .price: "価格改定"
            case .staffing: "体制変更"
            case .outage: "障害"
            }
        return kind + ((event.label ?? event.subject).map { "：\($0)" } ?? "") + parts
    }

    func season(_ season: Season) -> String {
        switch season {
        case .obon: "お盆"
        case .yearEnd: "年末年始"
        case .goldenWeek: "ゴールデンウィーク"
        case .christmas: "クリスマス"
        }
    }

    func state(_ state: FlagState) -> String {
        switch state {
        case .new: "新規"
        case .ongoing: "継続中"
        case .recovered: "回復済み"
        case .acknowledged: "確認済み"
        case .superseded: "検出されなくなった"
        }
    }

    func kind(_ kind: FlagKind, rises: Bool) -> String {
        switch kind {
        case .step: rises ? "急な上昇" : "急な低下"
        case .decline: rises ? "緩やかな上昇" : "緩やかな低下"
        case .dip: rises ? "一時的な上昇" : "一時的な低下"
        }
    }

    func explanation(_ reason: ExplainedReason) -> String {
        switch reason {
        case .seasonal: "季節による変動"
        case .mix: "チャネルや商品の構成比の変化"
        case .instrument: "測定方法の変更"
        }
    }

    func cause(_ cause: MismatchCause) -> String {
        switch cause {
        case .irony: "評価の付け間違い、または皮肉の可能性"
        case .politeness: "丁寧な言い回し"
        case .otherTarget: "別の対象についての記述"
        case .invertedScale: "評価点の向きの取り違え"
        case .troubleSolved: "解決したトラブルの話"
        case .unknown: "不明"
        }
    }

    func handling(_ measure: HandlingMeasure) -> String {
        switch measure {
        case .firstResponse: "初回の回答まで"
        case .resolution: "解決まで"
        }
    }

    func clock(_ clock: HandlingClock) -> String {
        switch clock {
        case .calendar: "実時間（24時間365日）"
        case .business: "営業時間"
        }
    }

    func survey(_ kind: SurveyInstrument) -> String {
        switch kind {
        case .netPromoter: "NPS（−100～100）"
        case .satisfaction: "顧客満足度 CSAT（%）"
        case .effort: "顧客努力指標 CES（1～7、7が最も手間なし）"
        }
    }
}

import Feedback

extension JapanesePhrases {
    func rule(_ name: String) -> String {
        switch name {
        case "lexicon": "辞書のまま"
        case "negation": "否定"
        case "double-negation": "二重否定"
        case "bare-negation": "否定だけの語"
        case "absence": "「〜がない」"
        case "intensifier": "強める語"
        case "diminisher": "弱める語"
        case "affix": "接頭・接尾の語"
        case "contrast": "逆接"
        case "condition": "条件"
        case "question": "疑問"
        case "hedge": "ぼかした言い方"
        case "courtesy": "儀礼的な表現"
        case "irony": "評価と逆の文"
        case "capitals": "大文字"
        case "repetition": "繰り返し"
        case "exclamation": "感嘆符"
        case "rating": "評価点"
        case "beside": "隣の語から"
        case "no-dealing": "対応の話ではない"
        case "elsewhere": "他社の話"
        case "tone": "文全体の調子"
        case "broken-promise": "守られなかった約束"
        case "more-than-said": "約束以上"
        case "paid-in-vain": "払ったのに無駄"
        case "charged-after-cancelling": "解約後の請求"
        case "run-around": "たらい回し"
        case "refused-claim": "断られた申し出"
        case "same-again": "同じことの再発"
        case "kept-promise": "守られた約束"
        case "lesson-learnt": "伝えたあとの改善"
        case "won-back": "離れかけて戻った客"
        case "made-good": "埋め合わせ"
        case "at-once": "すぐの対応"
        default: name
        }
    }

    func reason(_ name: String) -> String {
        switch name {
        case "prior": "偶然の一致の見込み"
        case "case-number": "案件番号"
        case "order-number": "注文番号"
        case "handle": "アカウント名"
        case "name": "氏名"
        case "brand": "ブランド"
        case "product": "商品"
        case "time": "日付の近さ"
        case "subject": "案件の内容"
        case "quoted": "引用された文"
        case "own-cases": "同じ顧客のほかの案件との比較"
        case "reply": "返信先"
        case "reply-number": "返信先と番号"
        case "number-slip": "書き誤りのある番号"
        case "number-tail": "番号の末尾"
        case "on-behalf": "代理の投稿"
        case "author-brand-window": "氏名・ブランド・時期"
        case "author-variant": "氏名の表記違い"
        case "story": "コメントに書かれた出来事"
        case "decision": "人の判断"
        default: name
        }
    }

    func likeness(_ level: String) -> String {
        switch level {
        case "none", "unknown": "比較できず"
        case "exact", "same": "一致"
        case "part": "一部が一致"
        case "tail": "末尾が一致"
        case "slip": "一字違い"
        case "partAndInitial": "一部と頭文字が一致"
        case "singlePart": "片方の名だけ一致"
        case "initials": "頭文字が一致"
        case "spokenFor": "本文に本人の名"
        case "family": "姓だけ一致"
        case "different", "other": "別"
        case "otherWord": "別の語"
        case "alike": "音が同じ"
        case "unlisted": "案件にない表記"
        case "twin": "よく似た別ブランド"
        default: level
        }
    }

    func compared(_ difference: ValueRange, isDifferent: Bool) -> String {
        let ends = bracketed("\(intervalName(percent: 95)) \(ends(difference, isSigned: true))")
        let points = NumberText.tenths(abs(difference.value))
        if !isDifferent { return "サポート力に、AとBの確かな差はありません\(ends)。" }
        return "サポート力は、AがBより\(points)ポイント\(difference.value > 0 ? "高い" : "低い")です\(ends)。"
    }

    func decision(_ kind: String) -> String {
        switch kind {
        case "confirm": "つながりを認めた"
        case "reject": "つながりを却下した"
        case "link": "案件を指定した"
        case "unlink": "案件から外した"
        case "merge": "案件をまとめた"
        case "split": "案件を分けた"
        case "undo": "判断を取り消した"
        default: kind
        }
    }

    func decisionState(_ state: String) -> String {
        switch state {
        case "applies": "有効"
        case "waiting": "相手のデータ待ち"
        case "overruled": "後の判断が優先"
        case "undone": "取り消し済み"
        case "erased": "消去済み"
        default: state
        }
    }
}

extension StoryWords {
    static let japanese = StoryWords(
        joinsLines: false,
        cues: [
            StoryCue(
                "call",
                .customer,
                "phone",
                "電話|お電話|TEL",
                "してみ|した|しま|して|し、|をかけ|かけて|かけた|かけま|すると|をすると|を入れ|をしたところ",
                unless: "電話してる|電話しよう|電話してください|電話して下さい|電話があ|電話が来|電話がか|電話をもら|電話をいただ|電話を頂|電話をくれ|電話をくだ|かけるほう"
            ),
            StoryCue("call", .company, "phone", "電話", "があり|があっ|が来|がかかって|をもら|をいただ|を頂|をくれ|をくだ"),
            StoryCue(
                "mail",
                .customer,
                "email",
                "メール|フォーム",
                "返信し|を送っ|を送り|で問い合わせ|から問い合わせ|で連絡|で返信し|したところ",
                unless: "メールをお送り"
            ),
            StoryCue("mail", .company, "email", "メール", "が届|が来|をもら|をいただ|を頂|が送られ|をくれ|で返事|で返信が|で連絡が"),
            StoryCue("mail", .company, "email", "から", "メールが。|メールが\n|メールが、|メールが！"),
            StoryCue(
                "return",
                .customer,
                "post",
                "着払い|現物を送|返送し|返送す|送り返|商品を送っ|返品し|返品す|返品を",
                unless: "返品時も|返品は|返品できます"
            ),
            StoryCue("first-report", .company, "postcard", "第一報|ハガキ|はがき|葉書", "到着|届|が来|送られ|をいただ|をもら"),
            StoryCue("letter", .company, "post", "手紙|詫び状|書面|封書|文書", "届|送られ|が来|をいただ|を頂|をもら|で回答|同封"),
            StoryCue(
                "replacement",
                .company,
                nil,
                "代品|代替品|代わりの品|代わりの商品|交換品|新品|新しいパーツ|新しい部品|新しい商品|新しいもの",
                "送|届|交換|替え|とともに|と共に|と一緒|をもら|をいただ|をくれ|渡|同封"
            ),
            StoryCue(
                "replacement",
                .company,
                nil,
                "交換|取り替え|取り換え",
                "してくれ|してもら|していただ|して頂|くれた|くれました|してくださ|に応じ",
                unless: "交換してくれない|交換してもらえ"
            ),
            StoryCue(
                "repair",
                .company,
                nil,
                "修理|直し",
                "してくれた|してくれました|してもらった|してもらいました|していただ|が完了|が終わ|て戻って|てくれた|てくれました",
                unless: "修理してもらおう"
            ),
            StoryCue(
                "refund",
                .company,
                nil,
                "返金|払い戻|料金を調整|料金修正|料金の修正|減額|引かれて|差し引かれ|返して",
                "し|さ|に|を|の|最終|くれ|もら",
                unless: "返金はでき|返金でき|返金に応じ|返金不可|返金されない|返金されません|返金なし"
            ),
            StoryCue(
                "visit",
                .customer,
                "store",
                "店|本社|窓口|ショップ|カウンター|営業所|センター",
                "に行った|まで行った|へ行った|に行き|まで行き|へ行き|に行っ|まで行っ|を訪ね|に持ち込"
            ),
            StoryCue("visit", .company, "visit", "担当者|担当の方|社員|技術者|係の方|営業の方", "来てくれ|来てくだ|訪問|駆けつけ|お越し|が来ました|が来た"),
            StoryCue("pickup", .company, "courier", "集荷", "を手配|の手配|サービスを送|に来|を送"),
            StoryCue(
                "gift",
                .company,
                nil,
                "花束|プレゼント|お花|ギフト|クーポン|お詫びの品|粗品|商品券|メッセージカード",
                "届|送られ|くれ|した|贈|をもら|をいただ|添え|同封"
            ),
            StoryCue(
                "reply",
                .company,
                nil,
                "回答|返事|返答|返信|反応",
                "が来|をもら|をいただ|を頂|があり|があっ|が届|でした",
                unless: "メール返信した|がありません|がない"
            ),
            StoryCue("silence", .company, nil, "返事|返信|連絡|音沙汰|回答", "がない|がなく|が来ない|なし|もない|がありません|もありません|が来ません"),
            StoryCue(
                "refusal",
                .company,
                nil,
                "返金|交換|修理|返品",
                "できない|できません|を断|に応じ|を拒|は無理|不可",
                unless: "応じてくれ|応じました|応じた。"
            ),
            StoryCue("closed", .company, nil, "解決", "しました|した。|済み"),
        ],
        tags: [
            StoryTag("toll-free", ["call"], "フリーダイヤル|無料通話|通話料無料|0120"),
            StoryTag("from a mobile", ["call"], "ケータイから|携帯から|携帯電話から|ケータイのつながる|ケータイにつなが|ケータイでつなが|スマホから"),
            StoryTag("again", ["call", "mail"], "再度|もう一度|ふたたび|再び電話"),
            StoryTag("public relations", ["call", "mail", "reply"], "広報"),
            StoryTag("carriage paid", ["return"], "着払い|送料無料|送料はこちら|送料負担"),
            StoryTag("printed", ["first-report", "letter"], "印刷"),
            StoryTag("investigation promised", ["first-report", "letter", "reply", "mail", "call"], "究明|調査し|調査いた|調査す"),
            StoryTag("process", ["letter", "reply", "mail", "first-report"], "製造工程|経緯"),
            StoryTag(
                "cause",
                ["letter", "reply", "mail", "first-report"],
                "発生原因|原因が|原因は|原因と|原因の説明|理想的ではない",
                unless: "究明|原因はわからない|原因不明"
            ),
            StoryTag("prevention", ["letter", "reply", "mail", "refund", "first-report"], "再発防止|防止策|今後の対策|改善に取り組"),
            StoryTag(
                "apology",
                ["letter", "reply", "mail", "call", "replacement", "repair", "visit"],
                "申し訳|お詫び|謝罪|ご迷惑をおかけ"
            ),
            StoryTag("free of charge", ["replacement", "repair", "visit", "pickup"], "無料で|無償|お代は|けっこうです|結構です"),
            StoryTag(
                "against the rules",
                ["pickup", "replacement", "refund", "return", "gift"],
                "規則を曲げ|特別に|例外的に|期限を過ぎ"
            ),
            StoryTag("same day", ["visit", "replacement", "repair", "reply", "mail"], "その日のうち|当日中|その場で"),
        ],
        supposed: StoryCue.words("予想していた|予想では|期待していたのは|普通なら|ふつうなら"),
        supposedEnd: StoryCue.words("と思った|と思いき|ところが|のですが|かと思"),
        general: StoryCue.words(
            "通常は|一般に|一般的|という教育|を行っています|かもしれま|でしょうか|だろう|でしょ。|と思う。|と思われ|なら、|ほうがいい|方がいい|してほしい|していいですか"
        ),
        problems: StoryCue.words("不良|壊れ|故障|異物|破損|間違|届かな|違って|請求額が|不具合|返品|欠け|汚れ|遅れ|亡くな|おかしい|事件")
    )
}

import Feedback

extension JapanesePhrases {
    func scatterDescription(margin: Double, brands: Int) -> String {
        "\(brands) ブランドを、直近12か月（またはより長い期間）の両方がわかる声について、横軸をブランド力、縦軸をサポート力として区間とともに示しています。斜めの線上では両者が等しく、その周りの帯は"
            + " ±\(NumberText.trimmed(margin)) ポイントの範囲です。"
    }

    func pathDescription(brand: String, first: String, last: String, margin: Double) -> String {
        "\(brand)の\(period(first))から\(period(last))までの歩みです。横軸はブランド力、縦軸はサポート力で、各年の両方がわかる声から算出しています。"
            + "斜めの線上では両者が等しく、その周りの帯は ±\(NumberText.trimmed(margin)) ポイントの範囲です。"
    }

    func timeDescription(brand: String, first: String, last: String, gaps: Int) -> String {
        let end = gaps == 0 ? "" : "声が足りない \(gaps) の期間では線が途切れています。"
        return "\(brand)の\(period(first))から\(period(last))までの推移です。サポート力は丸印の実線、"
            + "ブランド力はひし形の破線、帯は区間です。" + end
    }

    func differenceDescription(margin: Double) -> String {
        "ブランドごとに、直近12か月（またはより長い期間）の両方がわかる声について、サポート力からブランド力を引いた差を区間とともに示しています。帯は"
            + " ±\(NumberText.trimmed(margin)) ポイントの範囲です。"
    }

    func facetDescription(brand: String) -> String {
        "\(brand)の対応品質の側面ごとに、不満の言及数を左、称賛の言及数を右に示しています。"
    }

    func coverageDescription() -> String {
        "情報源ごとに、保存・更新・重複・隔離した行が、読み込んだ行に占める割合を示しています。"
    }

    func agreementDescription() -> String {
        "評価点ごとに、否定的・中立・肯定的な調子の文章の割合を示しています。"
    }

    func reading(margin: Double, minimumVoices: Int, confidencePercent: Int) -> [(term: String, text: String)] {
        [
            (
                "サポート力（S）",
                "お客様への対応がどのように語られているかを、0（不満のみ）から 100（称賛のみ）で表します。50 が釣り合いです。"
                    + "声が触れている対応の側面から、なければ担当者や対応についての文から算出します。対応に触れていない声は含みません。"
            ),
            (
                "ブランド力（B）",
                "ブランドへの愛着を 0 から 100 で表します。ロイヤルティを示す言葉から、なければ評価点から、それもなければ文章全体の調子から算出します。"
            ),
            ("声", "一人のお客様の一つの案件、または一つのブランドについての一か月分を 1 件と数えます。同じ方が十回投稿しても 1 件です。"),
            ("区間", "\(confidencePercent)% の信頼水準で値が含まれる範囲です。声が \(minimumVoices) 件に満たない場合、値は示しません。"),
            (
                "±\(NumberText.trimmed(margin)) の範囲で等しい",
                "サポート力、ブランド力とその差は、両方がわかる同じ声から算出し、n はその件数です。差があらかじめ定めた範囲に収まることを、"
                    + "二つの片側検定で確かめたという意味です（差の 90% 区間が範囲に収まる）。「異なる」は、差の 95% 区間が 0 を含まない"
                    + "という意味です。両方が成り立つこともあります。どちらも成り立たない場合は「判断保留」とし、「等しい」とはみなしません。"
                    + "区間は、月どうしの相関（Newey–West）と、同じ顧客が複数回発言することの、広くなるほうで算出します。"
            ),
            (
                "低下と早期の兆候",
                "低下は、季節、チャネルの構成比、検定した系列の数を考慮してもなお残る変化です。早期の兆候は、確認する価値のある個々の声です。"
            ),
        ]
    }
}

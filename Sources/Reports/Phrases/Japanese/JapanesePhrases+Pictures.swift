import Feedback

extension JapanesePhrases {
    var scatterTitle: String { "サポート力とブランド力の関係" }

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

    var differenceTitle: String { "サポート力とブランド力の差" }

    func differenceDescription(margin: Double) -> String {
        "ブランドごとに、直近12か月（またはより長い期間）の両方がわかる声について、サポート力からブランド力を引いた差を区間とともに示しています。帯は"
            + " ±\(NumberText.trimmed(margin)) ポイントの範囲です。"
    }

    var facetsTitle: String { "側面ごとの称賛と不満" }

    func facetDescription(brand: String) -> String {
        "\(brand)の対応品質の側面ごとに、不満の言及数を左、称賛の言及数を右に示しています。"
    }

    func coverageDescription() -> String {
        "情報源ごとに、保存・更新・重複・隔離した行が、読み込んだ行に占める割合を示しています。"
    }

    var agreementTitle: String { "評価点別に見た文章の調子" }

    func agreementDescription() -> String {
        "評価点ごとに、否定的・中立・肯定的な調子の文章の割合を示しています。"
    }
}

import Feedback

extension JapanesePhrases {
    var scatterTitle: String { "サポート力とブランド力の関係" }

    func scatterDescription(margin: Double, brands: Int) -> String {
        "\(brands)ブランドを、直近12か月（またはより長い期間）の両方がわかる声について、横軸をブランド力、縦軸をサポート力として区間とともに示しています。斜めの線上では両者が等しく、その周りの帯は"
            + "±\(NumberText.trimmed(margin))ポイントの範囲です。"
    }

    func pathDescription(brand: String, first: String, last: String, margin: Double) -> String {
        "\(brand)の\(period(first))から\(period(last))までの年次推移です。横軸はブランド力、縦軸はサポート力で、各年の両方がわかる声から算出しています。"
            + "斜めの線上では両者が等しく、その周りの帯は±\(NumberText.trimmed(margin))ポイントの範囲です。"
    }

    func timeDescription(brand: String, first: String, last: String, gaps: Int, isQuarterly: Bool) -> String {
        let quarters = isQuarterly ? "線は四半期の平均、薄い印は各月の値です。" : ""
        return "\(brand)の\(period(first))から\(period(last))までの推移です。サポート力は丸印の実線、"
            + "ブランド力はひし形の破線、帯は区間です。" + quarters + broken(gaps)
    }

    func multipleDescription(brand: String, first: String, last: String, gaps: Int) -> String {
        "\(brand)の\(period(first))から\(period(last))までの推移です。" + broken(gaps)
    }

    private func broken(_ gaps: Int) -> String {
        gaps == 0 ? "" : "声が足りない\(gaps)の期間では線が途切れています。"
    }

    func moveTitle(_ move: SeriesMove) -> String {
        let years = "\(period(move.from))から\(period(move.to))にかけて"
        let (support, brand) = (move.support, move.brand)
        if support.direction == .level, brand.direction == .level { return "サポート力もブランド力も\(years)横ばい" }
        if support.direction == brand.direction {
            return "サポート力は\(years)\(moved(support))、ブランド力も\(moved(brand))"
        }
        return "サポート力は\(years)\(moved(support))、ブランド力は\(moved(brand))"
    }

    private func moved(_ part: SeriesMove.Part) -> String {
        switch part.direction {
        case .level: "横ばい"
        case .down: "\(NumberText.tenths(part.points))ポイント低下"
        case .up: "\(NumberText.tenths(part.points))ポイント上昇"
        }
    }

    var strengthAxis: String { "強さ（0～100）" }

    func differenceTitle(_ brands: [(name: String, difference: Double)], margin: Double) -> String {
        guard !brands.isEmpty else { return "サポート力とブランド力が異なるブランドはない" }
        func told(_ brands: [(name: String, difference: Double)]) -> String {
            let named = brands.prefix(Self.brandsInTitle)
            let further = brands.count - named.count
            return named.map { "\($0.name)（\(NumberText.signed($0.difference))）" }.joined(separator: "、")
                + (further > 0 ? "ほか\(further)ブランド" : "")
        }
        let (higher, lower) = (brands.filter { $0.difference > 0 }, brands.filter { $0.difference < 0 })
        return [
            higher.isEmpty ? nil : "\(told(higher))はサポート力がブランド力より高い",
            lower.isEmpty ? nil : "\(told(lower))はサポート力がブランド力より低い",
        ].compactMap { $0 }.joined(separator: "。")
    }

    func differenceDescription(margin: Double) -> String {
        "ブランドごとに、直近12か月（またはより長い期間）の両方がわかる声について、サポート力からブランド力を引いた差を区間とともに示しています。帯は"
            + "±\(NumberText.trimmed(margin))ポイントの範囲です。"
    }

    var facetsTitle: String { "側面ごとの称賛と不満" }

    func facetsTitle(blamed: String?, praised: String?) -> String {
        let parts = [blamed.map { "不満が最も多いのは「\($0)」" }, praised.map { "称賛が最も多いのは「\($0)」" }]
        let told = parts.compactMap { $0 }.joined(separator: "、")
        return told.isEmpty ? facetsTitle : told
    }

    func facetDescription(brand: String) -> String {
        "\(brand)の対応の側面ごとに、不満の言及数を左、称賛の言及数を右に示しています。"
    }

    func coverageDescription() -> String {
        "情報源ごとに、保存・更新・重複・隔離した行が、読み込んだ行に占める割合を示しています。"
    }

    var agreementTitle: String { "評価点別に見た文章の調子" }

    func agreementDescription() -> String {
        "評価点ごとに、否定的・中立・肯定的な調子の文章の割合を示しています。"
    }
}

import Feedback

extension JapanesePhrases {
    func overall(_ counts: VerdictCounts, margin: Double) -> String {
        let parts = [
            (counts.different, "異なるの"), (counts.undecided, "判断保留"),
            (counts.equal, "±\(NumberText.trimmed(margin))ポイントの範囲で等しいの"), (counts.insufficient, "データ不足"),
        ]
        let told = parts.filter { $0.0 > 0 }.map { "\($0.1)は\($0.0)ブランド" }.joined(separator: "、")
        return "\(counts.total)ブランドのうち、\(told)です（直近12か月、声が足りない場合はより長い期間）。"
    }

    func foldedBrands(_ names: [String]) -> String {
        "データ不足の\(names.count)ブランド：" + names.joined(separator: "、")
    }

    func flagHeadline(_ flag: ChangeFlag, brand: String) -> String {
        let rises = flag.difference.value > 0
        let size = [flag.difference.value, flag.difference.low, flag.difference.high].map(\.magnitude)
        let crossesZero = flag.difference.low < 0 && flag.difference.high > 0
        let ends = crossesZero ? difference(flag.difference) : magnitudes(size)
        let place = (flag.channel.map(channel) ?? flag.product).map { "（\($0)）" } ?? ""
        return "\(brand)：\(subject(of: flag))\(place)が\(period(flag.firstPeriod))から"
            + "\(ends)ポイント\(rises ? "上昇" : "低下")しました（\(kind(flag.kind, rises: rises))"
            + (flag.isCut ? "、推定値は尺度の端で打ち切り）。" : "）。")
    }

    /// What changed: a facet as a name, for its word alone reads as a part of the sentence.
    func subject(of flag: ChangeFlag) -> String {
        let name = measure(flag.measure, facet: flag.facet)
        return flag.measure == .facet ? "「\(name)」" : name
    }

    private func magnitudes(_ values: [Double]) -> String {
        let ends = values.dropFirst().sorted().map(NumberText.tenths).joined(separator: "～")
        return "\(NumberText.tenths(values[0]))（\(ends)）"
    }

    func plainChange(_ change: PlainChange) -> String {
        let before = NumberText.tenths(change.beforePercent)
        let after = NumberText.tenths(change.afterPercent)
        return "星\(change.lowRating)の評価の割合は、変化前\(before)%、変化後\(after)%です。"
    }

    func firstPeriodInterval(_ low: String, _ high: String) -> String { "\(period(low))～\(period(high))" }

    func earlySign(_ sign: EarlySign, brand: String) -> String {
        let facets = sign.blamedFacets.map { "「\(facet(named: $0))」" }.joined()
        let blames = facets.isEmpty ? "これまでと食い違う声" : "\(facets)への不満を述べた声"
        let reason =
            switch sign.reason {
            case .contradictsRecord: "これまでの評価と食い違っています"
            case .suspectsChange: "以前の対応のほうがよかったことをうかがわせます"
            }
        return "\(brand)、\(period(sign.period))：\(blames)が1件あり、\(reason)。"
    }

    func paradox(_ paradox: RecoveryParadox) -> String {
        let groups =
            "回復した顧客\(NumberText.count(paradox.recovered))人、"
            + "問題のなかった顧客\(NumberText.count(paradox.untroubled))人"
        guard let difference = paradox.difference, paradox.state != .insufficient else {
            return "対応で不満が解消した顧客は、問題のなかった顧客よりブランドを高く評価しているか：人数が足りないため判断できません（\(groups)）。"
        }
        let finding =
            switch paradox.state {
            case .higher: "対応で不満が解消した顧客は、問題のなかった顧客よりブランドを高く評価しています"
            case .lower: "対応で不満が解消した顧客のブランド評価は、問題のなかった顧客より低くなっています"
            case .undecided, .insufficient: "対応で不満が解消した顧客と問題のなかった顧客とで、ブランドの評価に差があるとも、ないともいえません"
            }
        let p = paradox.p.map { "、p = \(NumberText.probability($0))" } ?? ""
        return "\(finding)：差は\(self.difference(difference))ポイント（\(groups)\(p)）。"
    }

    func ledger(read: Int, lost: Int) -> String {
        guard read > 0 else { return "取り込みの記録がないため、件数の整合は確認できません。" }
        guard lost != 0 else {
            return "取り込み件数の整合を確認しました。読み込んだ\(NumberText.count(read))行すべての行き先が明らかです。"
        }
        return "取り込み件数の整合が取れていません。読み込んだ\(NumberText.count(read))行のうち"
            + "\(NumberText.count(abs(lost)))行の行き先を確認できません。解消するまで、この報告書の数値を確定したものとして扱わないでください。"
    }

    func parityNote(pairs: Int) -> String {
        "Koe に付属する、同じ内容を日英で述べた\(NumberText.count(pairs))組のコメントと人の判断で比べたものです。区間が0を含まないときは、"
            + "一方の言語が他方と違うように読まれています。"
    }

    func mismatches(_ count: Int) -> String { "評価点と文章が食い違うコメントは\(NumberText.count(count))件です。" }
}

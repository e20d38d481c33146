import Feedback

extension JapanesePhrases {
    func comparison(
        _ comparison: Comparison,
        over stretch: VerdictStretch,
        brand: String,
        margin: Double,
        minimumVoices: Int
    ) -> String {
        let opening = opening(comparison, stretch, brand)
        let voices = NumberText.count(comparison.voices)
        guard let support = comparison.support.range, let strength = comparison.brand.range,
            let difference = comparison.difference, comparison.state != .insufficient
        else {
            return "\(opening)データが足りないため、サポート力とブランド力を比較できません。両方がわかる声は\(voices)件で、"
                + "比較には\(minimumVoices)人以上のお客様の声が必要です。"
        }
        let both = "サポート力\(range(support, decimals: 1))とブランド力\(range(strength, decimals: 1))"
        let limit = "±" + NumberText.trimmed(margin)
        let size = "差は\(self.difference(difference))ポイント\(ninety(comparison, margin))"
        let behind = "（両方がわかる声\(voices)件）。"
        switch comparison.state {
        case .equal where comparison.isDifferent:
            return "\(opening)\(both)は、\(limit)の範囲で等しいといえます。ただし、わずかながら確かな差があり、\(size)です\(behind)"
        case .equal:
            return "\(opening)\(both)は、\(limit)の範囲で等しいといえます。\(size)です\(behind)"
        case .different:
            return "\(opening)\(both)は異なります。\(size)です\(behind)"
        default:
            return "\(opening)\(both)が\(limit)の範囲で等しいかどうかは、まだ判断できません。\(size)です\(behind)"
        }
    }

    private func opening(_ comparison: Comparison, _ stretch: VerdictStretch, _ brand: String) -> String {
        let span = span(comparison.firstMonth, comparison.lastMonth)
        switch stretch {
        case .recent(let months): return "\(brand)、直近\(months)か月（\(span)）："
        case .whole: return "全期間\(span.isEmpty ? "" : "（\(span)）")："
        case .only: return "\(brand)\(span.isEmpty ? "" : "、\(span)")："
        }
    }

    /// The interval that was held against the margin, where the wider one of the difference goes beyond it.
    private func ninety(_ comparison: Comparison, _ margin: Double) -> String {
        guard let held = comparison.intervalHeld(against: margin) else { return "" }
        return "、90% 区間は\(ends(held, isSigned: true))"
    }

    func span(_ first: String?, _ last: String?) -> String {
        guard let first, let last, case .month(let year, _) = PeriodParts(first),
            case .month(let lastYear, let month) = PeriodParts(last)
        else { return "" }
        if first == last { return period(first) }
        return "\(period(first))～\(year == lastYear ? "\(month)月" : period(last))"
    }

    func change(_ change: StrengthChange, months: Int) -> String {
        let voices = NumberText.count(change.support.second.voices)
        return "その前の\(months)か月（\(span(change.firstMonth, change.lastMonth))、声\(voices)件）との比較："
            + part("サポート力", change.support) + part("ブランド力", change.brand)
    }

    private func part(_ name: String, _ gap: StrengthGap) -> String {
        let (now, then) = (strength(gap.first.range), strength(gap.second.range))
        let size = "\(difference(gap.difference))ポイント"
        guard gap.isDifferent, gap.difference.value != 0 else {
            return "\(name)は\(then)から\(now)で、変わったとはまだいえません。変化は\(size)です。"
        }
        return "\(name)は\(then)から\(now)に\(gap.difference.value < 0 ? "低下" : "上昇")しました。変化は\(size)です。"
    }

    private func strength(_ range: ValueRange?) -> String { range.map { NumberText.tenths($0.value) } ?? "–" }

    func allVoices(support: Strength, brand: Strength) -> String {
        "どちらか一方だけがわかる声も含めると、\(told("サポート力", support))、\(told("ブランド力", brand))です。"
    }

    private func told(_ name: String, _ strength: Strength) -> String {
        let size = "声\(NumberText.count(strength.voices))件"
        return strength.range.map { "\(name)は\(range($0, decimals: 1))、\(size)" } ?? "\(name)はデータ不足、\(size)"
    }

    func speaking(_ gap: StrengthGap) -> String {
        let first = "\(strength(gap.first.range))（声\(NumberText.count(gap.first.voices))件）"
        let second = "\(strength(gap.second.range))（声\(NumberText.count(gap.second.voices))件）"
        let size = "差は\(difference(gap.difference))ポイント"
        guard gap.isDifferent, gap.difference.value != 0 else {
            return "対応に触れた声のブランド力は\(first)、触れていない声は\(second)で、両者に違いがあるかどうかはまだ判断できません。\(size)です。"
        }
        return "対応に触れた声のブランド力は\(first)で、触れていない声の\(second)より"
            + "\(gap.difference.value < 0 ? "低く" : "高く")なっています。\(size)です。"
    }

    func tooLittle(_ note: InsufficientNote, brand: String) -> String {
        let months = note.months == 0 ? "" : "\(NumberText.count(note.months))か月で"
        let voices = "対応に触れた声が\(months)\(NumberText.count(note.voices))件と少なく"
        let needed = note.neededVoices.map {
            "\(NumberText.trimmed(note.wantedFall))ポイントの低下の検出には、約\(NumberText.count($0))件が必要です。"
        }
        guard let fall = note.smallestDetectableFall else {
            return "\(brand)：\(voices)、サポート力の低下があっても検出できません。" + (needed ?? "")
        }
        return "\(brand)：\(voices)、\(NumberText.tenths(fall))ポイント未満の低下があっても検出できません。" + (needed ?? "")
    }

    func blindBrands(_ brands: [(name: String, voices: Int)]) -> String {
        let named = brands.prefix(BlindBrands.named).map { "\($0.name)（\(NumberText.count($0.voices))件）" }
        let rest = BlindBrands.rest(brands.count).map { "、ほか\(NumberText.count($0))ブランド" } ?? ""
        let names = named.joined(separator: "、") + rest
        return "次の\(brands.count)ブランドは対応に触れた声が少なく、サポート力の低下があっても検出できない場合があります：\(names)。"
    }

    func flagsFound(_ found: FoundChanges) -> String {
        let rises = found.rises == 0 ? "上昇はありません" : "上昇は\(found.rises)件です"
        let signs = found.signs == 0 ? "早期の兆候はありません" : "早期の兆候は\(found.signs)件です"
        let blind = "\(found.brands)ブランドのうち\(found.blind)ブランド"
        let falls: String
        if found.falls > 0 {
            falls =
                "サポート力の低下を\(found.falls)件検出しました"
                + (found.blind == 0 ? "" : "。\(blind)では、低下を見逃している可能性があります")
        } else {
            switch found.blind {
            case 0: falls = "サポート力の低下は検出されませんでした"
            case found.brands: falls = "データが足りないため、サポート力が低下したかどうかは判断できません"
            default: falls = "サポート力の低下は検出されませんでしたが、\(blind)については判断できません"
            }
        }
        return "\(falls)。\(rises)。\(signs)。"
    }

    func withoutBrand(_ count: Int, of comments: Int) -> String {
        "コメント\(NumberText.count(comments))件のうち\(NumberText.count(count))件は、登録されたブランドに結び付かないため、どの数値にも含まれていません。"
    }

    func withoutTime(_ count: Int, of comments: Int) -> String {
        "コメント\(NumberText.count(comments))件のうち\(NumberText.count(count))件は、日時がわからないため、月や年の数値に含まれていません。"
    }

    func columnsAside(_ names: [String], more: Int, of source: String) -> String {
        let end = more == 0 ? "" : "ほか\(NumberText.count(more))列"
        return "情報源「\(source)」には、読み込んでいない列があります：\(names.joined(separator: "、"))\(end)。"
    }

    func sealedVoices(_ brands: [(brand: String, voices: Int)]) -> String {
        let all = brands.reduce(0) { $0 + $1.voices }
        let each = brands.map { "\($0.brand) \(NumberText.count($0.voices))" }.joined(separator: "、")
        return "消去された\(NumberText.count(all))件の声は、本文のない封印された合計として推移に数えています（\(each)）。"
    }

    func moreColumnsAside(_ sources: Int) -> String { "ほかに\(NumberText.count(sources))の情報源にも、読み込んでいない列があります。" }

    func leftOut(_ entry: LeftOut) -> String {
        "「\(entry.brand)」は、その全体または一部が検査に通らなかったため、この報告書に含めていません（\(entry.reason)）。"
    }
}

import Feedback

/// The report in Japanese.
struct JapanesePhrases: Phrases {
    let language = ReportLanguage.ja
    let listSeparator = "、"
    let colon = "："

    func bracketed(_ text: String) -> String { "（\(text)）" }

    func name(of brand: BrandReport) -> String { brand.japaneseName ?? brand.name }

    func period(_ label: String) -> String {
        guard let parts = PeriodParts(label) else { return label }
        switch parts {
        case .month(let year, let month): return "\(year)年\(month)月"
        case .quarter(let year, let quarter): return "\(year)年第\(quarter)四半期"
        case .week(let year, let week): return "\(year)年第\(week)週"
        case .day(let year, let month, let day): return "\(year)年\(month)月\(day)日"
        case .year(let year): return "\(year)年"
        }
    }

    func voices(until period: String) -> String { "\(self.period(period))までの声" }

    func range(_ range: ValueRange, decimals: Int) -> String {
        let numbers = [range.value, range.low, range.high].map { NumberText.fixed($0, decimals: decimals) }
        return "\(numbers[0])（\(numbers[1])～\(numbers[2])）"
    }

    func window(_ from: String, _ to: String) -> String {
        from == to ? period(from) : "\(period(from))～\(period(to))"
    }

    func ends(_ range: ValueRange, isSigned: Bool) -> String {
        [range.low, range.high].map { isSigned ? NumberText.signed($0) : NumberText.tenths($0) }.joined(separator: "～")
    }

    func intervalName(percent: Int) -> String { "\(percent)% 区間" }

    func within(margin: Double) -> String { "±\(NumberText.trimmed(margin))ポイント" }

    func instant(_ text: String) -> String {
        dayAndTime(text).map { "\($0.day) \($0.time)" } ?? text
    }

    func difference(_ range: ValueRange) -> String {
        let numbers = [range.value, range.low, range.high].map { NumberText.signed($0) }
        return "\(numbers[0])（\(numbers[1])～\(numbers[2])）"
    }

    func place(page: Int, of pages: Int) -> String { "\(NumberText.count(pages))ページ中\(NumberText.count(page))ページ目" }

    func between(_ low: String, _ high: String) -> String { "\(low)～\(high)" }

    func sampleSize(_ count: Int) -> String { "n = \(NumberText.count(count))" }

    func insufficient(voices: Int, minimum: Int) -> String {
        "データ不足（n = \(NumberText.count(voices))、\(minimum)件以上が必要）"
    }

    func duration(minutes: Double) -> String {
        switch minutes {
        case ..<90: NumberText.whole(minutes) + "分"
        case ..<2_880: NumberText.tenths(minutes / 60) + "時間"
        default: NumberText.tenths(minutes / 1_440) + "日"
        }
    }

    func quotedRating(_ rating: QuotedRating) -> String {
        let value = Double(rating.thousandths) / 1_000
        let text = rating.thousandths % 1_000 == 0 ? NumberText.whole(value) : NumberText.tenths(value)
        return rating.low == 1 || rating.low == 0
            ? "\(rating.high)点満点中\(text)点" : "\(rating.low)～\(rating.high)のうち\(text)"
    }

    func silentSources(_ sources: [(name: String, days: Int)]) -> String {
        let names = sources.map { "\($0.name)（\(silentDays($0.days))）" }.joined(separator: "、")
        return "通常より長く更新のない情報源：\(names)。"
    }

    func silentDays(_ days: Int) -> String { "\(NumberText.count(days))日" }

    func notAfter(_ date: String) -> String { "\(date)以前" }
}

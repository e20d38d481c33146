import Feedback

/// What the page of a change says, and the tables over the years.
extension JapanesePhrases {
    func flagStory(_ flag: ChangeFlag) -> String {
        let place = (flag.channel.map(channel) ?? flag.product).map { "（\($0)）" } ?? ""
        let before = level(flag.before, from: flag.windows?.beforeFrom, to: flag.windows?.beforeTo, or: "変化前")
        let after = level(flag.after, from: flag.windows?.afterFrom, to: flag.windows?.afterTo, or: "変化後")
        return "\(subject(of: flag))\(place)は、\(before)、\(after)です。季節と構成比の影響を除いた差は\(difference(flag.difference))ポイントです。"
    }

    func releaseStory(_ release: Release) -> String {
        let gap = release.difference.map { "差は\(difference($0))ポイントです。" } ?? ""
        return "この変化の時期に、バージョン\(some(release.new))が現れました（最初の声は\(period(release.firstDay))）。"
            + "そのサポート力は\(strength(release.after))（声\(NumberText.count(release.after.voices))件）、"
            + "それより前のバージョン（\(some(release.earlier))）のサポート力は\(strength(release.before))"
            + "（声\(NumberText.count(release.before.voices))件）です。\(gap)"
    }

    func nextRelease(_ release: Release, change: Double) -> String {
        "バージョン\(some(release.new))で何が変わったかを確かめます（それより前のバージョンとの差は\(NumberText.signed(change))ポイント）。"
    }

    private func some(_ names: [String]) -> String {
        let rest = names.count - Self.toldVersions
        let shown = names.suffix(Self.toldVersions).joined(separator: "、")
        return rest > 0 ? "\(shown)ほか\(NumberText.count(rest))" : shown
    }

    /// Versions that a sentence names.
    private static let toldVersions = 4

    private func level(_ strength: Strength, from: String?, to: String?, or side: String) -> String {
        let months = if let from, let to { window(from, to) } else { side }
        return "\(months)が\(self.strength(strength))（声\(NumberText.count(strength.voices))件）"
    }

    func moreVersions(_ count: Int) -> String { "これより前の\(NumberText.count(count))バージョンは省略しています。" }

    func flagTiming(_ flag: ChangeFlag) -> String {
        let verb = flag.kind == .decline ? "変わり始めた" : "変わった"
        guard let low = flag.firstPeriodLow, let high = flag.firstPeriodHigh, low != high else {
            return "時期：\(verb)のは\(period(flag.firstPeriod))とみられます。"
        }
        return "時期：\(verb)のは\(period(flag.firstPeriod))とみられます（\(firstPeriodInterval(low, high))の間）。"
    }

    func flagSureness(_ flag: ChangeFlag) -> String {
        "確かさ：変化がなくても偶然これほどの差が現れるのは\(share(flag.p, flag.resolution))です"
            + "（\(probability("p", flag.p, flag.resolution))）。同じ程度に確かな検出のうち、誤りは"
            + "\(share(flag.q, flag.resolution))と見込まれます（\(probability("q", flag.q, flag.resolution))、"
            + "検定した系列は\(NumberText.count(flag.seriesTested))）。"
    }

    private func share(_ value: Double, _ resolution: Double?) -> String {
        let least = max(0.001, resolution ?? 0)
        return value <= least
            ? "\(NumberText.fixed(100 * least, decimals: 1))%未満" : "\(NumberText.fixed(100 * value, decimals: 1))%"
    }

    private func probability(_ name: String, _ value: Double, _ resolution: Double?) -> String {
        let text = NumberText.probability(value, resolution: resolution)
        return text.hasPrefix("<") ? "\(name) \(text)" : "\(name) = \(text)"
    }

    func changeTitle(_ flag: ChangeFlag) -> String {
        let name = measure(flag.measure, facet: flag.facet)
        guard let old = flag.before.range?.value, let new = flag.after.range?.value else { return name }
        return "\(name)：\(NumberText.tenths(old))から\(NumberText.tenths(new))へ"
    }

    func flagLink(quotes: Int) -> String {
        quotes == 0 ? "この変化を詳しく見る" : "この変化を詳しく見る（お客様の声\(quotes)件）"
    }

    func acknowledgement(at time: String, note: String?) -> String { instant(time) + (note.map { "：\($0)" } ?? "") }

    func acknowledgeCommand(_ id: String) -> String {
        "koe flags acknowledge \(ShellWord.quoted(id)) --note \"わかったこと\""
    }

    func nextFacet(_ name: String, change: Double) -> String {
        "まず「\(name)」に注目します。側面の中で最も大きく動きました（\(NumberText.signed(change))ポイント）。"
    }

    func nextChannel(_ name: String, change: Double) -> String {
        "「\(name)」の担当者に事情を聞きます。チャネルの中で最も大きく動きました（\(NumberText.signed(change))ポイント）。"
    }

    func nextNoEvents(_ low: String, _ high: String) -> String {
        let time = low == high ? period(low) : "\(period(low))から\(period(high))までの間"
        return "この時期の出来事は記録されていません。\(time)に人員、規則、システム、取引先などで変わったことがないか確かめ、"
            + "koe.yaml の events に書き加えます。以後、すべての図に示されます。"
    }

    func shownVoices(_ shown: Int, of voices: Int) -> String {
        shown < voices
            ? "\(NumberText.count(voices))件のうち、各時期を代表する\(NumberText.count(shown))件" : "全\(NumberText.count(voices))件"
    }

    func shownComments(_ shown: Int, of comments: Int) -> String {
        shown < comments
            ? "食い違いの大きい順に、\(NumberText.count(comments))件のうち\(NumberText.count(shown))件を掲載しています。"
            : "食い違いの大きい順に、すべて掲載しています。"
    }

    func moreChanges(_ count: Int) -> String { "ほかに\(count)件の変化があります（報告書の画面に掲載）。" }

    func moreBrands(_ count: Int) -> String { "ほかに\(count)ブランドがあります（報告書の画面に掲載）。" }

    func changesBelow(_ count: Int) -> String { "ほかの\(count)件は「\(self(.changes))」のページにあります。" }

    func brandsBelow(_ count: Int) -> String { "ほかの\(count)ブランドは、下の表と各ブランドのページにあります。" }

    func moreRows(_ count: Int) -> String { "続きの\(NumberText.count(count))行は CSV ファイルにあります。" }

    func facetVoicesTitle(brand: String) -> String { "\(brand)：対応の側面ごとのお客様の声" }

    func facetYearsTitle(first: String, last: String) -> String { "側面の年ごとの推移（\(first)～\(last)年）" }

    func facetFallTitle(_ name: String, from old: (year: String, value: Double), to new: (year: String, value: Double))
        -> String
    {
        "最も大きく下がったのは「\(name)」（\(old.year)年の\(NumberText.whole(old.value))から\(new.year)年の"
            + "\(NumberText.whole(new.value))へ）"
    }

    func facetYearsNote(minimumVoices: Int, left: Int) -> String {
        let end = left == 0 ? "" : "それ以前の\(left)年分は CSV ファイルにあります。"
        return "数字は強さ（0～100）、n は声の数です。＋は称賛が、\(NumberText.minus)は不満が確かに上回り、±はどちらともいえません。"
            + "– は声が\(minimumVoices)件に満たないことを示します。\(end)"
    }

    func calendarNote(left: Int) -> String {
        let end = left == 0 ? "" : "それ以前の\(left)年分は CSV ファイルにあります。"
        return "数字は各月の声の数です。多い月ほど濃く示しています。\(end)"
    }

    func monthName(_ month: Int) -> String { "\(month)月" }

    func changeDescription(measure: String, first: String, last: String, gaps: Int) -> String {
        let end = gaps == 0 ? "" : "声が足りない\(gaps)の期間では線が途切れています。"
        return "\(measure)の\(period(first))から\(period(last))までの推移です。帯は区間です。\(end)"
    }
}

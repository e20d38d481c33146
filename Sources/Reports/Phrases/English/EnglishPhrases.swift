import Feedback

/// The report in English.
struct EnglishPhrases: Phrases {
    let language = ReportLanguage.en
    let listSeparator = ", "
    let colon = ": "

    func bracketed(_ text: String) -> String { " (\(text))" }

    func name(of brand: BrandReport) -> String { brand.name }

    func period(_ label: String) -> String {
        guard let parts = PeriodParts(label) else { return label }
        switch parts {
        case .month(let year, let month): return "\(Self.months[month - 1]) \(year)"
        case .quarter(let year, let quarter): return "Q\(quarter) \(year)"
        case .week(let year, let week): return "week \(week) of \(year)"
        case .day(let year, let month, let day): return "\(day) \(Self.months[month - 1]) \(year)"
        case .year(let year): return year
        }
    }

    func voices(until period: String) -> String { "Voices until \(self.period(period))" }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    func range(_ range: ValueRange, decimals: Int) -> String {
        let numbers = [range.value, range.low, range.high].map { NumberText.fixed($0, decimals: decimals) }
        let link = range.low < 0 ? " to " : "–"
        return "\(numbers[0]) (\(numbers[1])\(link)\(numbers[2]))"
    }

    func window(_ from: String, _ to: String) -> String {
        from == to ? "in \(period(from))" : "from \(period(from)) to \(period(to))"
    }

    func ends(_ range: ValueRange, isSigned: Bool) -> String {
        let ends = [range.low, range.high].map { isSigned ? NumberText.signed($0) : NumberText.tenths($0) }
        return ends.joined(separator: isSigned || range.low < 0 ? " to " : "–")
    }

    func intervalName(percent: Int) -> String { "\(percent)% interval" }

    func within(margin: Double) -> String { "±\(NumberText.trimmed(margin)) points" }

    func instant(_ text: String) -> String {
        dayAndTime(text).map { "\($0.day), \($0.time)" } ?? text
    }

    func difference(_ range: ValueRange) -> String {
        let numbers = [range.value, range.low, range.high].map { NumberText.signed($0) }
        return "\(numbers[0]) (\(numbers[1]) to \(numbers[2]))"
    }

    func place(page: Int, of pages: Int) -> String { "Page \(NumberText.count(page)) of \(NumberText.count(pages))" }

    func between(_ low: String, _ high: String) -> String { "\(low) to \(high)" }

    func sampleSize(_ count: Int) -> String { "n = \(NumberText.count(count))" }

    func insufficient(voices: Int, minimum: Int) -> String {
        "insufficient (n = \(NumberText.count(voices)), at least \(minimum) needed)"
    }

    func duration(minutes: Double) -> String {
        switch minutes {
        case ..<90: NumberText.whole(minutes) + " min"
        case ..<2_880: NumberText.tenths(minutes / 60) + " h"
        default: NumberText.tenths(minutes / 1_440) + " days"
        }
    }

    func quotedRating(_ rating: QuotedRating) -> String {
        let value = Double(rating.thousandths) / 1_000
        let text = rating.thousandths % 1_000 == 0 ? NumberText.whole(value) : NumberText.tenths(value)
        return rating.low == 1 || rating.low == 0
            ? "\(text) of \(rating.high)" : "\(text) on \(rating.low) to \(rating.high)"
    }

    func silentSources(_ sources: [(name: String, days: Int)]) -> String {
        "Silent for longer than usual: \(sources.map { "\($0.name) (\(silentDays($0.days)))" }.joined(separator: ", "))."
    }

    func silentDays(_ days: Int) -> String { count(days, "day", "days") }

    func notAfter(_ date: String) -> String { "\(date) or before" }

    /// A count with its noun.
    func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(NumberText.count(number)) \(number == 1 ? one : many)"
    }
}

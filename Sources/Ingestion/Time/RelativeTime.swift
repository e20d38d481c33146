import Feedback

/// Times that are told from the moment somebody looked: `a month ago`, `2 か月前`.
enum RelativeTime {
    private enum Unit {
        case seconds(Int)
        case months(Int)
    }

    /// Whether a text is such a time, which cannot be placed in the calendar by itself.
    static func isOne(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        let folded = WidthFolding.string(text)
        if words[folded] != nil || vague.contains(folded) { return true }
        let parts = folded.split(separator: " ")
        if parts.count == 2, words[String(parts[0])] != nil, parts[1].contains(":") { return true }
        if folded.hasSuffix(" ago") { return english.contains { folded.contains($0.name) } }
        let plain = folded.filter { $0 != " " }
        guard plain.hasSuffix("前"), plain.contains(where: { $0.isNumber || $0 == "数" }) else { return false }
        return japanese.contains { plain.contains($0.name) }
    }

    /// The latest instant that a text can mean, looked at from another; `nil` for "a few days ago".
    static func instant(_ text: String, from seen: Instant) -> Instant? {
        let folded = WidthFolding.string(text)
        if let days = words[folded] { return Instant(milliseconds: seen.milliseconds - Int64(days) * 86_400_000) }
        guard let (count, unit) = folded.hasSuffix(" ago") ? englishCount(folded) : japaneseCount(folded),
            count < 100_000
        else { return nil }
        switch unit {
        case .seconds(let seconds): return Instant(milliseconds: seen.milliseconds - Int64(count * seconds) * 1_000)
        case .months(let months): return earlier(seen, months: count * months)
        }
    }

    /// `a month ago`, `edited 3 weeks ago`.
    private static func englishCount(_ text: String) -> (count: Int, unit: Unit)? {
        let parts = text.split(separator: " ").dropLast()
        guard parts.count >= 2, let name = parts.last, let number = parts.dropLast().last,
            let unit = english.first(where: { name.hasPrefix($0.name) })?.unit
        else { return nil }
        if number == "a" || number == "an" { return (1, unit) }
        return Int(number).map { ($0, unit) }
    }

    /// `2か月前`, `3 日前`.
    private static func japaneseCount(_ text: String) -> (count: Int, unit: Unit)? {
        let plain = text.filter { $0 != " " }.dropLast()
        let digits = plain.prefix { $0.isASCII && $0.isNumber }
        let name = plain.dropFirst(digits.count)
        guard let count = Int(digits), let unit = japanese.first(where: { name.contains($0.name) })?.unit else {
            return nil
        }
        return (count, unit)
    }

    /// So many months earlier, on the last day of the month where it has no such day.
    private static func earlier(_ instant: Instant, months: Int) -> Instant? {
        let seconds = instant.milliseconds / 1_000
        let number = Int(seconds / 86_400) - (seconds % 86_400 < 0 ? 1 : 0)
        let date = Day(number: number).civil
        let month = date.year * 12 + date.month - 1 - months
        for day in stride(from: date.day, to: date.day - 4, by: -1) {
            guard let target = Day(year: month / 12, month: month % 12 + 1, day: day) else { continue }
            return Instant(milliseconds: instant.milliseconds - Int64(number - target.number) * 86_400_000)
        }
        return nil
    }

    private static let vague: Set<String> = [
        "先月", "先週", "昨年", "去年", "last month", "last week", "last year",
    ]
    /// Days before, by word.
    private static let words: [String: Int] = [
        "yesterday": 1, "today": 0, "just now": 0, "昨日": 1, "今日": 0, "一昨日": 2, "たった今": 0,
    ]
    private static let english: [(name: String, unit: Unit)] = [
        ("second", .seconds(1)), ("sec", .seconds(1)), ("minute", .seconds(60)), ("min", .seconds(60)),
        ("hour", .seconds(3_600)), ("hr", .seconds(3_600)), ("day", .seconds(86_400)), ("week", .seconds(604_800)),
        ("month", .months(1)), ("year", .months(12)),
    ]
    private static let japanese: [(name: String, unit: Unit)] = [
        ("秒", .seconds(1)), ("分", .seconds(60)), ("時間", .seconds(3_600)), ("日", .seconds(86_400)),
        ("週", .seconds(604_800)), ("月", .months(1)), ("年", .months(12)),
    ]
}

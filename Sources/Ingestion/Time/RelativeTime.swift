/// Times that are told from the moment somebody looked: `a month ago`, `2 か月前`.
enum RelativeTime {
    /// Whether a text is such a time, which cannot be placed in the calendar by itself.
    static func isOne(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        let folded = WidthFolding.string(text)
        if words.contains(folded) { return true }
        if folded.hasSuffix(" ago") { return units.contains { folded.contains($0) } }
        let plain = folded.filter { $0 != " " }
        guard plain.hasSuffix("前"), plain.contains(where: { $0.isNumber || $0 == "数" }) else { return false }
        return ["秒", "分", "時間", "日", "週", "月", "年"].contains { plain.contains($0) }
    }

    private static let words: Set<String> = ["yesterday", "today", "just now", "昨日", "今日", "一昨日", "たった今"]
    private static let units = ["second", "minute", "hour", "day", "week", "month", "year", " min ", " hr "]
}

/// Words by which sources say that there is nothing.
enum AnswerWord {
    /// Whether a cell is one of them, whatever its letters' case and width.
    static func isNone(_ text: String) -> Bool {
        guard text.utf8.count <= 24, let first = text.utf8.first, firstBytes[Int(first)] else { return false }
        return words.contains(text) || words.contains(WidthFolding.string(text))
    }

    /// First bytes of the words in any case and width: most cells are told by theirs.
    private static let firstBytes: [Bool] = {
        let first = Set((words.union(words.map { $0.uppercased() })).compactMap(\.utf8.first) + [0xEF])
        return (0...UInt8.max).map(first.contains)
    }()

    private static let words: Set<String> = [
        "n/a", "#n/a", "na", "n.a.", "nan", "null", "<null>", "nil", "(null)", "\\n", "nat", "<na>", "-", "--", "---",
        "―", "—",
        "–", "ー", "該当なし", "該当無し", "無評価", "評価なし", "未回答", "無回答", "回答なし", "無記入", "未記入", "not applicable", "no answer",
        "not answered", "none", "no date", "日付なし", "日付不明", "日時不明", "날짜 없음",
        "(blank)", "undefined", "#div/0!", "#ref!", "#value!", "#name?", "#null!", "#num!",
    ]
}

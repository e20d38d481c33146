import Feedback

/// Finds the stars that the teller of a story says to have given: `☆2つで評価しました`, `gave it two stars`.
///
/// Stars that nobody gives, such as those of a hotel, are left alone.
enum GivenStars {
    private static let numbers: [(word: String, value: Int)] = [
        ("ひとつ", 1), ("一つ", 1), ("ふたつ", 2), ("二つ", 2), ("三つ", 3), ("四つ", 4), ("五つ", 5), ("one", 1), ("two", 2),
        ("three", 3),
        ("four", 4), ("five", 5),
    ]
    private static let japaneseGiving = ["評価", "つけ", "付け", "レビュー", "採点", "入れ", "与え", "にしました", "にした"]
    private static let englishGiving = [
        "gave", "give", "given", "giving", "rated", "rate ", "rating", "left a", "review",
    ]

    /// The rating of 1 to 5 stars; `nil` when the text tells none or several that differ.
    static func rating(in text: String) -> Rating? {
        let folded = Array(WidthFolding.string(text))
        var values: Set<Int> = []
        for index in folded.indices {
            if let value = japanese(folded, index) ?? drawn(folded, index) ?? english(folded, index) {
                values.insert(value)
            }
        }
        guard values.count == 1, let value = values.first else { return nil }
        return Rating(thousandths: value * 1_000, scale: .fiveStars)
    }

    /// `☆2つ`, `星二つ`, with a word of giving close behind it or before it.
    private static func japanese(_ text: [Character], _ index: Int) -> Int? {
        guard "☆★星".contains(text[index]), index == 0 || !"☆★".contains(text[index - 1]) else { return nil }
        guard let (value, end) = number(text, index + 1), isGiven(text, index, end) else { return nil }
        let unit = end < text.count ? text[end] : " "
        return unit == "つ" || unit == "個" || text[end - 1] == "つ" || !unit.isNumber && unit != "." ? value : nil
    }

    /// `★★☆☆☆`: five drawn stars are a rating wherever they stand.
    private static func drawn(_ text: [Character], _ index: Int) -> Int? {
        guard text[index] == "★", index == 0 || text[index - 1] != "★" else { return nil }
        let run = text[index...].prefix { $0 == "★" || $0 == "☆" }
        let full = run.prefix { $0 == "★" }.count
        guard run.count == 5, run.dropFirst(full).allSatisfy({ $0 == "☆" }) else { return nil }
        return full
    }

    /// `two stars`, `a 2-star rating`, after or before a word of giving in the same sentence.
    private static func english(_ text: [Character], _ index: Int) -> Int? {
        guard index == 0 || !text[index - 1].isLetter && !text[index - 1].isNumber else { return nil }
        guard let (value, end) = number(text, index) else { return nil }
        let rest = text[end...].drop { $0 == " " || $0 == "-" }
        guard rest.starts(with: "star"), isGiven(text, index, end) else { return nil }
        return value
    }

    private static func number(_ text: [Character], _ start: Int) -> (value: Int, end: Int)? {
        guard start < text.count else { return nil }
        if let value = text[start].wholeNumberValue, text[start].isASCII {
            let isLonger = start + 1 < text.count && text[start + 1].isNumber
            return (1...5).contains(value) && !isLonger ? (value, start + 1) : nil
        }
        for (word, value) in numbers where text[start...].starts(with: word) { return (value, start + word.count) }
        return nil
    }

    private static func isGiven(_ text: [Character], _ start: Int, _ end: Int) -> Bool {
        let isEnd: (Character) -> Bool = { "。.!?！？\n".contains($0) }
        let before = String(text[..<start].suffix(30).reversed().prefix { !isEnd($0) }.reversed())
        let after = String(text[end...].prefix(20).prefix { !isEnd($0) })
        if japaneseGiving.contains(where: { after.contains($0) })
            || ["評価", "レビュー"].contains(where: { before.contains($0) })
        {
            return true
        }
        return englishGiving.contains { before.contains($0) || after.contains($0) }
    }
}

import Feedback

/// Places words of satisfaction on a scale, when their order is known.
enum RatingWords {
    /// Points by word, and the scale from 1 that they fill.
    struct Ladder {
        var points: [(word: String, points: Int)]
        var high: Int
    }

    /// - Returns: `nil` when the order of any word is not known, or two words would share a place.
    static func ladder(_ values: [String]) -> Ladder? {
        let words = Array(Set(values)).sorted()
        guard words.count >= 2, words.count <= 11, Set(words.map { RatingReader.wordKey($0) }).count == words.count
        else { return nil }
        return numbered(words) ?? told(words) ?? usual(words)
    }

    /// Words of one of the rows of answers that many surveys offer, though one word alone does not say its place.
    private static func usual(_ words: [String]) -> Ladder? {
        let folded = words.map { WidthFolding.string($0).trimmedOfEnds }
        guard let row = rows.first(where: { row in folded.allSatisfy(row.contains) }) else { return nil }
        let points = zip(words, folded).map { (word: $0, points: (row.firstIndex(of: $1) ?? 0) + 1) }
        return Ladder(points: points, high: row.count)
    }

    private static let rows = [
        ["poor", "fair", "good", "very good", "excellent"],
        ["terrible", "poor", "average", "very good", "excellent"],
        ["very poor", "poor", "average", "good", "excellent"],
        [
            "not at all satisfied", "slightly satisfied", "moderately satisfied", "very satisfied",
            "extremely satisfied",
        ],
        ["×", "△", "○", "◎"],
        ["x", "△", "○", "◎"],
        ["×", "△", "〇", "◎"],
    ]

    /// `5.とても満足`: the numbers give the points, the words say which end is the best.
    private static func numbered(_ words: [String]) -> Ladder? {
        var points: [(word: String, points: Int)] = []
        var degrees: [(points: Int, degree: Int)] = []
        for word in words {
            let (number, rest) = split(word)
            guard let number, (1...10).contains(number) else { return nil }
            points.append((word, number))
            if let degree = degree(rest) { degrees.append((number, degree)) }
        }
        guard Set(points.map(\.points)).count == points.count, let high = points.map(\.points).max(),
            let best = degrees.max(by: { $0.degree < $1.degree }),
            let worst = degrees.min(by: { $0.degree < $1.degree }), best.degree != worst.degree
        else { return nil }
        let top = [3, 4, 5, 7, 10].first { $0 >= high } ?? high
        if best.points < worst.points { points = points.map { ($0.word, top + 1 - $0.points) } }
        return Ladder(points: points, high: top)
    }

    private static func told(_ words: [String]) -> Ladder? {
        var degrees: [(word: String, degree: Int)] = []
        for word in words {
            guard let degree = degree(split(word).rest) else { return nil }
            degrees.append((word, degree))
        }
        guard Set(degrees.map(\.degree)).count == degrees.count else { return nil }
        let steps = Array(Set(degrees.map { abs($0.degree) }.filter { $0 > 0 })).sorted()
        guard !steps.isEmpty else { return nil }
        let middle = steps.count + 1
        let points = degrees.map { word, degree in
            let step = (steps.firstIndex(of: abs(degree)) ?? -1) + 1
            return (word: word, points: degree < 0 ? middle - step : middle + step)
        }
        return Ladder(points: points, high: 2 * steps.count + 1)
    }

    private static func split(_ word: String) -> (number: Int?, rest: String) {
        let folded = WidthFolding.string(EdgeSpace.trimmed(word))
        let digits = folded.prefix { ("0"..."9").contains($0) }
        let rest = folded.dropFirst(digits.count).drop { ".):,、 -_：．".contains($0) }
        guard !digits.isEmpty, digits.count < folded.count else { return (nil, folded) }
        return (Int(digits), String(rest))
    }

    /// How good a word is, from -4 to 4; `nil` when it is not known.
    private static func degree(_ word: String) -> Int? {
        let word = word.trimmedOfEnds
        if neutral.contains(word) || word.hasPrefix("neither") || word.hasPrefix("どちら") && word.contains("も") {
            return 0
        }
        if let fixed = fixed[word] { return fixed }
        for (lead, step) in adverbs where word.hasPrefix(lead) {
            let rest = String(word.dropFirst(lead.count).drop { $0 == " " })
            if let sign = signs[rest] { return sign * step }
        }
        return signs[word].map { $0 * 3 }
    }

    private static let neutral: Set<String> = [
        "普通", "ふつう", "中立", "まあまあ", "neutral", "average", "ok", "okay", "fair", "so so", "no opinion",
    ]
    private static let fixed: [String: Int] = [
        "excellent": 4, "perfect": 4, "great": 4, "outstanding": 4, "terrible": -4, "awful": -4, "worst": -4, "最高": 4,
        "最悪": -4,
    ]
    /// What comes before a word, and how much it makes of it; 3 is the word alone.
    private static let adverbs: [(String, Int)] = [
        ("非常に", 4), ("とても", 4), ("大変", 4), ("たいへん", 4), ("大いに", 4), ("極めて", 4), ("かなり", 4), ("すごく", 4), ("やや", 2),
        ("まったく", 4), ("全く", 4), ("あまり", 2), ("まあまあ", 2), ("まあ", 2), ("少し", 2), ("どちらかといえば", 2), ("どちらかと言えば", 2),
        ("extremely", 4), ("very", 4),
        ("completely", 4), ("highly", 4), ("totally", 4), ("strongly", 4), ("somewhat", 2), ("fairly", 2),
        ("slightly", 2),
        ("moderately", 2), ("a little", 2), ("mostly", 2), ("rather", 2),
    ]
    private static let signs: [String: Int] = {
        var signs: [String: Int] = [:]
        for word in [
            "満足", "満足している", "満足した", "良い", "よい", "いい", "良かった", "よかった", "好き", "そう思う", "思う", "satisfied", "good", "happy",
            "likely", "agree", "positive", "高い", "おすすめする", "おすすめしたい", "勧めたい", "すすめたい", "役に立った", "解決した",
        ] { signs[word] = 1 }
        for word in [
            "おすすめしない", "おすすめしたくない", "勧めたくない", "すすめたくない", "役に立たなかった", "解決しなかった", "満足していない", "満足できない",
            "不満", "不満である", "不満足", "悪い", "わるい", "悪かった", "良くない", "よくない", "嫌い", "そう思わない", "思わない", "dissatisfied",
            "unsatisfied", "bad", "poor", "unhappy", "unlikely", "disagree", "negative", "低い",
        ] { signs[word] = -1 }
        return signs
    }()
}

extension String {
    fileprivate var trimmedOfEnds: String {
        var text = Substring(self)
        while let last = text.last, "。. !".contains(last) { text = text.dropLast() }
        return String(text.drop { $0 == " " })
    }
}

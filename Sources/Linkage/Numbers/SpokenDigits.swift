/// Numbers that are spelled out digit by digit, as they are read over the telephone: `イチニサンヨン`, `four oh seven two`.
enum SpokenDigits {
    /// The text with every such run of four digits or more in figures.
    static func written(_ scalars: [UInt32]) -> [UInt32] {
        guard scalars.contains(where: firsts.contains) else { return scalars }
        var output: [UInt32] = []
        output.reserveCapacity(scalars.count)
        var position = 0
        while position < scalars.count {
            let run = firsts.contains(scalars[position]) ? run(in: scalars, at: position) : nil
            if let run {
                output += run.digits
                position = run.end
            } else {
                output.append(scalars[position])
                position += 1
            }
        }
        return output
    }

    /// The digits from a position on, and where they end; `nil` for fewer than four.
    private static func run(in scalars: [UInt32], at start: Int) -> (digits: [UInt32], end: Int)? {
        let isLatin = ScalarClass.isLatin(scalars[start])
        if isLatin, start > 0, ScalarClass.isLatin(scalars[start - 1]) { return nil }
        var digits: [UInt32] = []
        var (position, end) = (start, start)
        while let word = word(in: scalars, at: position) {
            digits.append(0x30 + word.digit)
            position += word.length
            end = position
            while position < scalars.count, isGap(scalars[position], isLatin: isLatin) { position += 1 }
        }
        return digits.count >= 4 ? (digits, end) : nil
    }

    private static func word(in scalars: [UInt32], at position: Int) -> (digit: UInt32, length: Int)? {
        for (word, digit) in words where scalars[position...].starts(with: word) {
            let end = position + word.count
            let goesOn = ScalarClass.isLatin(word[0]) && end < scalars.count && ScalarClass.isLatin(scalars[end])
            if !goesOn { return (digit, word.count) }
        }
        return nil
    }

    private static func isGap(_ value: UInt32, isLatin: Bool) -> Bool {
        isLatin ? value == 0x20 || value == 0x2D || value == 0x2C : value == 0x30FB || value == 0x3001
    }

    /// Longer words first.
    private static let words: [(letters: [UInt32], digit: UInt32)] = [
        ("キュウ", 9), ("きゅう", 9), ("ゼロ", 0), ("ぜろ", 0), ("レイ", 0), ("れい", 0), ("マル", 0), ("まる", 0), ("イチ", 1), ("いち", 1),
        ("サン", 3), ("さん", 3), ("ヨン", 4), ("よん", 4), ("ロク", 6), ("ろく", 6), ("ナナ", 7), ("なな", 7), ("シチ", 7), ("しち", 7),
        ("ハチ", 8), ("はち", 8), ("ニー", 2), ("ゴー", 5), ("ニ", 2), ("に", 2), ("ゴ", 5), ("ご", 5), ("ク", 9), ("シ", 4),
        ("zero", 0), ("oh", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6),
        ("seven", 7),
        ("eight", 8), ("nine", 9),
    ].map { ($0.0.unicodeScalars.map(\.value), $0.1) }
    private static let firsts = Set(words.compactMap(\.letters.first))
}

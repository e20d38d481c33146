/// Numbers that are spelled out digit by digit, as they are read over the telephone: `イチニサンヨン`, `four oh seven two`.
enum SpokenDigits {
    /// The text with every such run of four digits or more in figures.
    static func written(_ scalars: [UInt32]) -> [UInt32] {
        var output: [UInt32] = []
        var (position, copied) = (0, 0)
        while position < scalars.count {
            guard words.mayBegin(with: scalars[position]), let end = runEnd(in: scalars, at: position) else {
                position += 1
                continue
            }
            output += scalars[copied..<position]
            read(scalars, at: position) { digit, _ in output.append(0x30 + digit) }
            (position, copied) = (end, end)
        }
        return copied == 0 ? scalars : output + scalars[copied...]
    }

    /// Where the digits from a position on end; `nil` for fewer than four.
    private static func runEnd(in scalars: [UInt32], at start: Int) -> Int? {
        if ScalarClass.isLatin(scalars[start]), start > 0, ScalarClass.isLatin(scalars[start - 1]) { return nil }
        var (count, end) = (0, start)
        read(scalars, at: start) {
            count += 1
            end = $1
        }
        return count >= 4 ? end : nil
    }

    /// Calls the body with each digit from a position on and where it ends.
    private static func read(_ scalars: [UInt32], at start: Int, _ body: (_ digit: UInt32, _ end: Int) -> Void) {
        let isLatin = ScalarClass.isLatin(scalars[start])
        var position = start
        while let word = word(in: scalars, at: position) {
            position += word.length
            body(word.digit, position)
            while position < scalars.count, isGap(scalars[position], isLatin: isLatin) { position += 1 }
        }
    }

    private static func word(in scalars: [UInt32], at position: Int) -> (digit: UInt32, length: Int)? {
        guard position < scalars.count, words.mayBegin(with: scalars[position]) else { return nil }
        var found: (digit: UInt32, length: Int)?
        words.forEach(in: scalars, at: position) { length, digit in
            let end = position + length
            let goesOn =
                ScalarClass.isLatin(scalars[position]) && end < scalars.count && ScalarClass.isLatin(scalars[end])
            if found == nil, !goesOn { found = (digit, length) }
        }
        return found
    }

    private static func isGap(_ value: UInt32, isLatin: Bool) -> Bool {
        isLatin ? value == 0x20 || value == 0x2D || value == 0x2C : value == 0x30FB || value == 0x3001
    }

    /// Longer words first.
    private static let words = PhraseTable<UInt32>(
        [
            ("キュウ", 9), ("きゅう", 9), ("ゼロ", 0), ("ぜろ", 0), ("レイ", 0), ("れい", 0), ("マル", 0), ("まる", 0), ("イチ", 1),
            ("いち", 1),
            ("サン", 3), ("さん", 3), ("ヨン", 4), ("よん", 4), ("ロク", 6), ("ろく", 6), ("ナナ", 7), ("なな", 7), ("シチ", 7),
            ("しち", 7),
            ("ハチ", 8), ("はち", 8), ("ニー", 2), ("ゴー", 5), ("ニ", 2), ("に", 2), ("ゴ", 5), ("ご", 5), ("ク", 9), ("シ", 4),
            ("zero", 0), ("oh", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6),
            ("seven", 7),
            ("eight", 8), ("nine", 9),
        ].map { ($0.0.unicodeScalars.map(\.value), $0.1) }
    )
}

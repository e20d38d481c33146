import Feedback

/// On which scale the ratings of a column are.
enum RatingGuess {
    /// Whether the values may rate something: numbers of a scale, stars, or a few short words.
    static func looksLikeRatings(_ column: SourceSample.Column) -> Bool {
        let values = written(column)
        if values.isEmpty { return true }
        if values.contains(where: RoundedNumber.isOne) { return false }
        let numbers = values.compactMap(number)
        if numbers.count * 2 > values.count { return isScale(numbers) && !NameHint.isCount(column.name) }
        return Set(values).count <= 12 && values.allSatisfy { $0.count <= 40 }
    }

    /// Whether every value is a word of praise or blame, or stars, and there are several: a rating under any name.
    static func isTold(_ column: SourceSample.Column) -> Bool {
        let values = written(column).filter { !RatingReader.isUnanswered($0) }
        func isWord(_ value: String) -> Bool {
            value.count <= 40 && !value.hasSuffix("%") && RatingReader.plainNumber(value) == nil
        }
        guard Set(values).count >= 2, values.allSatisfy(isWord) else { return false }
        if RatingWords.ladder(values) != nil { return true }
        let reader = RatingReader()
        // A word that is not read is no rating; why does not matter.
        return values.allSatisfy { (try? reader.read($0)) != nil }
    }

    /// `4`, `80点`, in thousandths.
    private static func number(_ value: String) -> Int? {
        RatingReader.plainNumber(value.hasSuffix("点") ? String(value.dropLast()) : value)
    }

    /// Karma goes below zero and beyond any scale.
    private static func isScale(_ numbers: [Int]) -> Bool {
        numbers.allSatisfy { (0...100_000).contains($0) }
    }

    static func guess(_ field: Field, _ column: SourceSample.Column) -> ColumnGuess {
        let values = written(column)
        let numbers = values.compactMap(number)
        guard let low = numbers.min(), let high = numbers.max(), numbers.count == values.count else {
            return words(column, values)
        }
        var rule = FieldMapping(columns: [column.name])
        let seen = "values from \(plain(low)) to \(plain(high))"
        guard let instrument = field.instrument else {
            return guess(rule, column.name, numbers, seen)
        }
        let usual = instrument.usualScale
        if low >= usual.low * 1_000 && high <= usual.high * 1_000 {
            rule.scale = usual
            return ColumnGuess(rule: rule, note: seen)
        }
        if instrument == .netPromoter {
            var guess = ColumnGuess(rule: rule, note: "\(seen): nps is asked from 0 to 10, make sure")
            guess.isLong = true
            return guess
        }
        let top = [7, 10, 100].first { high <= $0 * 1_000 } ?? 100
        rule.scale = RatingScale(low: top == 7 && low >= 1_000 ? 1 : 0, high: top)
        return ColumnGuess(rule: rule, note: "\(seen); when 1 is the best, turn the scale round")
    }

    /// How numbers are read that answer no known question.
    private static func guess(_ rule: FieldMapping, _ name: String, _ numbers: [Int], _ seen: String) -> ColumnGuess {
        var rule = rule
        var own = numbers
        if declared(name, numbers) == nil, areMostlyStars(numbers) { own = numbers.filter { $0 <= 10_000 } }
        rule.scale = scale(name, own, own.min() ?? 0, own.max() ?? 0)
        var guess = ColumnGuess(rule: rule, note: seen)
        // A few values beyond five stars are more often faults than a wider scale.
        let beyond = own.count { $0 > 5_000 }
        guess.isSure = beyond == 0 || (beyond >= 2 && beyond * 20 >= own.count)
        guess.rule.isScaleUntold = numbers.count == 1 && beyond == 1
        if guess.rule.isScaleUntold { guess.note += "; \(ColumnGuess.leftOpen): one number tells no scale" }
        if own.count < numbers.count {
            let words = """
                \(numbers.count - own.count) of \(numbers.count) values are above 10, while most others lie from 1 to 5; their \
                rows go to quarantine, and `scale:` in a mapping decides it
                """
            guess.warnings.append("\(name): \(words)")
            guess.note += "; \(words)"
        }
        return guess
    }

    /// Whether two in three values are those of five stars.
    ///
    /// Of answers spread evenly over a scale to 100 one in twenty is. Where two in three are, values above 10 were given on
    /// another scale or mistyped: to read all of them on the wider one would make the worst answers of them all.
    private static func areMostlyStars(_ numbers: [Int]) -> Bool {
        numbers.count { (1_000...5_000).contains($0) } * 3 >= numbers.count * 2
    }

    /// The scale that a name says, where the values fit it.
    private static func declared(_ name: String, _ numbers: [Int]) -> RatingScale? {
        guard let declared = NameHint.declaredScale(name), let low = numbers.min(), let high = numbers.max(),
            low >= declared.low * 1_000, high <= declared.high * 1_000
        else { return nil }
        return declared
    }

    private static func written(_ column: SourceSample.Column) -> [String] {
        column.values.filter { !AnswerWord.isNone($0) }
    }

    private static func scale(_ name: String, _ numbers: [Int], _ low: Int, _ high: Int) -> RatingScale? {
        let seen = Set(numbers)
        if let declared = declared(name, numbers) { return declared }
        // Tripadvisor draws bubbles, and counts them in tens.
        if name.lowercased().contains("bubble"), low >= 10_000, high <= 50_000 { return RatingScale(low: 10, high: 50) }
        if seen == [0, 1_000] { return RatingScale(low: 0, high: 1) }
        let isStars = ["star", "星", "rating", "score", "評価"].contains { WidthFolding.string(name).contains($0) }
        if seen == [1_000, 2_000, 3_000], numbers.count >= (isStars ? 20 : 5) { return RatingScale(low: 1, high: 3) }
        switch (low, high) {
        case (1_000..., ...5_000): return .fiveStars
        case (1_000..., ...7_000): return RatingScale(low: 1, high: 7)
        case (0..., ...10_000): return .zeroToTen
        default: return RatingScale(low: 0, high: 100)
        }
    }

    /// Words that are read as they are need nothing; others get points when their order is known, else
    /// ``ColumnGuess/leftOpen``.
    private static func words(_ column: SourceSample.Column, _ values: [String]) -> ColumnGuess {
        var rule = FieldMapping(columns: [column.name])
        let distinct = Array(Set(values)).sorted()
        if values.isEmpty { return ColumnGuess(rule: rule, note: "empty in the rows looked at") }
        if let ladder = RatingWords.ladder(values.filter { !RatingReader.isUnanswered($0) }) {
            for (word, points) in ladder.points { rule.words[word] = points * 1_000 }
            rule.scale = RatingScale(low: 1, high: ladder.high)
            return ColumnGuess(rule: rule, note: "\(distinct.count) words in their order")
        }
        let reader = RatingReader()
        // A word that is not read is told below; why does not matter.
        if distinct.allSatisfy({ (try? reader.read($0)) != nil }) {
            return ColumnGuess(rule: rule, note: "words that are read as they are")
        }
        var guess = ColumnGuess(rule: rule, note: "")
        let pairs = distinct.prefix(12)
            .map { "\(YamlText.scalar($0)): \(ColumnGuess.leftOpen)" }.joined(separator: ", ")
        guess.todo = "{column: \(YamlText.scalar(column.name)), scale: 1..5, words: {\(pairs)}}"
        return guess
    }

    private static func plain(_ thousandths: Int) -> String {
        thousandths % 1_000 == 0
            ? "\(thousandths / 1_000)" : "\(thousandths / 1_000).\((thousandths % 1_000).padded(to: 3))"
    }
}

import Feedback

/// In which form the times of a column are written.
enum TimeGuess {
    /// What is proposed for a column of times; no pattern for one that is empty.
    static func guess(_ column: SourceSample.Column) -> ColumnGuess {
        let values = column.values.filter { !AnswerWord.isNone($0) }
        var rule = FieldMapping(columns: [column.name])
        guard !values.isEmpty else { return ColumnGuess(rule: rule, note: "empty in the rows looked at") }
        rule.zone = ZoneName.inHeader(column.name)
        let found = fitting(values)
        if let first = found.first {
            rule.format = first.pattern
            let other = found.dropFirst().first?.pattern.map { "; \"\($0)\" fits as well: make sure" } ?? ""
            var guess = ColumnGuess(
                rule: rule,
                note: "\(values.count) times read\(first.pattern == nil ? "" : other)"
            )
            guess.needsZone = first.needsZone && rule.zone == nil
            if !first.needsZone { guess.rule.zone = nil }
            guess.isSure = first.pattern == nil || other.isEmpty
            guess.isLong = true
            return guess
        }
        var guess = readingMost(values, rule)
        guess.needsZone = rule.zone == nil
        guess.isLong = true
        return guess
    }

    /// The form that reads the most values, when that is more than half of them.
    private static func readingMost(_ values: [String], _ rule: FieldMapping) -> ColumnGuess {
        var rule = rule
        let counts =
            [(pattern: nil, read: readCount(values, nil), strict: 0)]
            + WrittenTime.patterns.map { text in
                let pattern = TimePattern(text)
                return (Optional(text), readCount(values, pattern, .yearFirst), readCount(values, pattern))
            }
        // Of equal counts the first stays, and the form without a pattern is first.
        let ranked = counts.enumerated().max { ($0.1.read, $0.1.strict, -$0.0) < ($1.1.read, $1.1.strict, -$1.0) }
        guard let best = ranked?.element, best.read * 2 > values.count else {
            if values.allSatisfy(RelativeTime.isOne) {
                return ColumnGuess(rule: rule, note: "\"a month ago\" and the like: kept without a date")
            }
            if let note = partial(values) {
                var guess = ColumnGuess(rule: rule, note: note)
                guess.needsZone = rule.zone == nil
                return guess
            }
            rule.format = "yyyy/MM/dd HH:mm"
            var guess = ColumnGuess(rule: rule, note: "the times are in no form that is known; give their pattern")
            guess.isSure = false
            return guess
        }
        rule.format = best.pattern
        let order = best.pattern.flatMap { TimePattern($0)?.isDayFirst }
        let other = counts.first { other in
            guard let order, other.read == best.read, let pattern = other.pattern else { return false }
            return TimePattern(pattern)?.isDayFirst == !order
        }
        let count = "\(best.read) of \(values.count) times read"
        guard let other = other?.pattern else {
            let rest = best.read < values.count ? "; rows with the others go to quarantine" : ""
            return ColumnGuess(rule: rule, note: count + rest)
        }
        var guess = ColumnGuess(rule: rule, note: "\(count); \"\(other)\" fits as well: make sure")
        guess.isSure = false
        return guess
    }

    /// What is said of dates that tell no day; `nil` where most are something else.
    private static func partial(_ values: [String]) -> String? {
        let partial = values.compactMap { PartialDate($0) }
        guard partial.count * 2 > values.count else { return nil }
        let months = partial.count { if case .month = $0 { true } else { false } }
        return months * 2 > partial.count
            ? "months: kept as the end of each, marked as that time or earlier"
            : "no year: kept without a date; say when somebody looked with asOf: DAY"
    }

    private static func readCount(_ values: [String], _ pattern: TimePattern?, _ lenience: TimeReader.Lenience = .none)
        -> Int
    {
        let reader = TimeReader(pattern: pattern, zone: .workspace(.utc), lenience)
        // A value that is no time is not counted, and that is all there is to say of it.
        return values.count { (try? reader.read($0)) != nil }
    }

    /// The forms that read every value; `nil` is the one that needs no pattern.
    private static func fitting(_ values: [String]) -> [(pattern: String?, needsZone: Bool)] {
        if let needsZone = reads(values, nil) { return [(nil, needsZone)] }
        let found = WrittenTime.patterns.compactMap { text in
            TimePattern(text).flatMap { reads(values, $0) }.map { (text, $0) }
        }
        return withVaryingDays(withFewestYears(found, values), values)
    }

    /// Of forms with two digits of the year those in which the values lie the closest together: `02/01/26`, `02/02/26` and
    /// `02/03/26` are three days of one year, and no day of three years.
    private static func withFewestYears(_ found: [(pattern: String?, needsZone: Bool)], _ values: [String])
        -> [(pattern: String?, needsZone: Bool)]
    {
        guard found.count > 1, found.allSatisfy({ $0.pattern?.contains("yyyy") == false }) else { return found }
        let spans = found.map { span(values, $0.pattern) }
        guard let least = spans.min() else { return found }
        return zip(found, spans).filter { $0.1 == least }.map(\.0)
    }

    /// Of two forms that differ in which number is the day the one in which the days differ.
    ///
    /// `11/5`, `11/8`, `11/9` and `11/10` are days of November, and not the 11th of four months; the 1st of them may be.
    private static func withVaryingDays(_ found: [(pattern: String?, needsZone: Bool)], _ values: [String])
        -> [(pattern: String?, needsZone: Bool)]
    {
        let leads = found.compactMap { $0.pattern?.prefix(2) }
        guard leads == ["MM", "dd"] || leads == ["dd", "MM"] else { return found }
        let numbers = values.map { $0.split { !$0.isNumber }.prefix(2).compactMap { Int($0) } }.filter { $0.count == 2 }
        let (first, second) = (Set(numbers.map { $0[0] }), Set(numbers.map { $0[1] }))
        func areDays(_ days: Set<Int>, _ months: Set<Int>) -> Bool {
            months.count == 1 && days.count >= 4 && !months.contains(1)
        }
        guard areDays(second, first) || areDays(first, second) else { return found }
        return found.filter { $0.pattern?.hasPrefix(first.count == 1 ? "MM" : "dd") == true }
    }

    /// Milliseconds between the first and the last of the values.
    private static func span(_ values: [String], _ pattern: String?) -> Int64 {
        let reader = TimeReader(pattern: pattern.flatMap { TimePattern($0) }, zone: .workspace(.utc))
        // Every value is read by this form.
        let instants = values.compactMap { try? reader.read($0).instant.milliseconds }
        return (instants.max() ?? 0) - (instants.min() ?? 0)
    }

    /// Whether all values are times, and whether any carries no zone.
    private static func reads(_ values: [String], _ pattern: TimePattern?) -> Bool? {
        let reader = TimeReader(pattern: pattern, zone: .workspace(.utc))
        var needsZone = false
        for value in values {
            // A value that is no time only says that the form does not fit.
            guard let time = try? reader.read(value) else { return nil }
            if time.zoneOrigin != .text { needsZone = true }
        }
        return needsZone
    }
}

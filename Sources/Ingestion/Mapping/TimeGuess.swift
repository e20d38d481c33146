import Feedback

/// In which form the times of a column are written.
enum TimeGuess {
    /// What is proposed for a column of times; no pattern for one that is empty.
    static func guess(_ column: SourceSample.Column) -> ColumnGuess {
        let values = column.values.filter { !AnswerWord.isNone($0) }
        var rule = FieldMapping(columns: [column.name])
        guard !values.isEmpty else { return ColumnGuess(rule: rule, note: "empty in the rows looked at") }
        rule.zone = ZoneName.inHeader(column.name)
        let votes = DateVotes(values + column.further)
        let found = votes.isTie ? [] : fitting(values).filter { votes.allows($0.pattern.flatMap { TimePattern($0) }) }
        var guess = readingAll(values, found, rule) ?? readingMost(values, rule, votes)
        guess.isLong = true
        guess.askForZone(column.name)
        guard votes.isContradiction else { return guess }
        let words = votes.words(taken: guess.isSure ? guess.rule.format.flatMap { TimePattern($0)?.isDayFirst } : nil)
        guess.warnings.append("\(column.name): \(words)")
        guess.note += "; \(guess.isSure ? "" : "\(ColumnGuess.leftOpen): ")\(words)"
        return guess
    }

    /// The form that reads all values, or the first of several; `nil` where none does.
    private static func readingAll(
        _ values: [String],
        _ found: [(pattern: String?, needsZone: Bool)],
        _ rule: FieldMapping
    ) -> ColumnGuess? {
        guard let first = found.first else { return nil }
        var rule = rule
        rule.format = first.pattern
        if !first.needsZone { rule.zone = nil }
        let other = found.dropFirst().first?.pattern.map { "; \"\($0)\" fits as well: make sure" } ?? ""
        var guess = ColumnGuess(rule: rule, note: "\(values.count) times read\(first.pattern == nil ? "" : other)")
        guess.needsZone = first.needsZone && rule.zone == nil
        guess.isSure = first.pattern == nil || other.isEmpty
        return guess
    }

    /// The form that reads the most values, when that is more than half of them.
    private static func readingMost(_ values: [String], _ rule: FieldMapping, _ votes: DateVotes) -> ColumnGuess {
        var rule = rule
        let forms = [nil] + WrittenTime.patterns.map { Optional($0) }
        let counts = forms.map { text in
            let pattern = text.flatMap { TimePattern($0) }
            guard votes.allows(pattern) else { return (pattern: text, read: 0, strict: 0) }
            let read = readCount(values, pattern, pattern == nil ? .none : .yearFirst)
            return (pattern: text, read: read, strict: pattern == nil ? 0 : readCount(values, pattern))
        }
        // Of equal counts the first stays, and the form without a pattern is first.
        let ranked = counts.enumerated().max { ($0.1.read, $0.1.strict, -$0.0) < ($1.1.read, $1.1.strict, -$1.0) }
        guard let best = ranked?.element, best.read * 2 > values.count || votes.isContradiction && votes.areMost else {
            return readingFew(values, rule)
        }
        // Where the rows contradict each other, what is left of either order is as likely.
        let rivals = counts.filter { count in
            votes.isTie ? count.pattern.flatMap { TimePattern($0)?.isDayFirst } != nil : count.read == best.read
        }
        let found = oneOfEachOrder([best.pattern] + rivals.sorted { $0.read > $1.read }.map(\.pattern))
        let left = likeliest(found, values, votes)
        rule.format = left.first ?? best.pattern
        let count = "\(best.read) of \(values.count) times read"
        guard let other = left.dropFirst().first ?? nil else {
            let rest =
                best.read < values.count && !votes.isContradiction ? "; rows with the others go to quarantine" : ""
            return guess(rule, count + rest)
        }
        var guess = guess(rule, votes.isTie ? count : "\(count); \"\(other)\" fits as well: make sure")
        guess.isSure = false
        return guess
    }

    /// The first form of each order of day, month and year; the form without a pattern alone where it is the first.
    private static func oneOfEachOrder(_ forms: [String?]) -> [String?] {
        func order(_ form: String?) -> String? { form.flatMap { TimePattern($0)?.order } }
        guard let first = forms.first, order(first) != nil else { return Array(forms.prefix(1)) }
        var orders: [String] = []
        return forms.filter { form in
            guard let order = order(form), !orders.contains(order) else { return false }
            orders.append(order)
            return true
        }
    }

    /// Of forms of different orders those for which the values speak.
    private static func likeliest(_ forms: [String?], _ values: [String], _ votes: DateVotes) -> [String?] {
        let found = forms.map { (pattern: $0, needsZone: true) }
        let told = votes.isTie ? values.filter(DateVotes.isUntold) : values
        return withVaryingDays(withYearsAtOneEnd(found, told), told).map(\.pattern)
    }

    /// Of forms that have the year of two digits now before and now behind the day those in which the values lie closer
    /// together; which of day and month comes first is no matter of that.
    private static func withYearsAtOneEnd(_ found: [(pattern: String?, needsZone: Bool)], _ values: [String])
        -> [(pattern: String?, needsZone: Bool)]
    {
        let nearest = withFewestYears(found, values)
        guard nearest.count < found.count, let best = nearest.first?.pattern else { return found }
        return found.filter { $0.pattern?.hasPrefix("yy") == best.hasPrefix("yy") }
    }

    private static func guess(_ rule: FieldMapping, _ note: String) -> ColumnGuess {
        var guess = ColumnGuess(rule: rule, note: note)
        guess.needsZone = rule.zone == nil
        return guess
    }

    /// Where no form reads more than half of the values.
    private static func readingFew(_ values: [String], _ rule: FieldMapping) -> ColumnGuess {
        if values.allSatisfy(RelativeTime.isOne) {
            return guess(rule, "\"a month ago\" and the like: kept without a date")
        }
        if let note = partial(values) { return guess(rule, note) }
        var rule = rule
        rule.format = "yyyy/MM/dd HH:mm"
        var guess = guess(rule, "the times are in no form that is known; give their pattern")
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
        // What this form does not read is of no day.
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

extension ColumnGuess {
    /// Says that the zone which a header speaks of is not known, where the times need one.
    mutating func askForZone(_ name: String) {
        guard needsZone, let written = ZoneName.untold(inHeader: name) else { return }
        let zones = ZoneSign.candidates(written)
        let choice =
            zones.isEmpty ? "" : ": it may be \(zones.dropLast().joined(separator: ", ")) or \(zones.last ?? "")"
        let words = "\"\(written)\" does not tell one zone that is known\(choice)"
        note += "; \(Self.leftOpen) zone: \(words)"
        warnings.append(
            "\(name): \(words); its times are read in the zone of the workspace, and `zone:` in a mapping names another"
        )
    }
}

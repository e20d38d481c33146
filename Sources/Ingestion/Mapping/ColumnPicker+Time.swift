import Feedback

/// Times of which parts stand in other columns.
extension ColumnPicker {
    /// A date whose year, month and day stand in columns of their own, where no other column tells when somebody wrote.
    mutating func takeDateParts() {
        guard guesses[.openedAt] == nil, isUntold(.postedAt) else { return }
        let free = columns.filter { column in
            (!taken.contains(column.name) || guesses[.postedAt]?.rule.columns == [column.name])
                && !column.name.hasPrefix(NestedRows.outer)
        }
        func column(_ part: DatePart) -> SourceSample.Column? { free.first { part.isOne($0) } }
        if let month = free.first(where: DatePart.areMonthsOfYears) { return give(month, to: .postedAt) }
        guard let year = column(.year), let month = column(.month) else { return }
        var rule = FieldMapping()
        rule.beside.year = year.name
        rule.beside.month = month.name
        rule.beside.day = column(.day)?.name
        taken.formUnion(rule.beside.names)
        let isDay = rule.beside.day != nil
        var guess = ColumnGuess(rule: rule, note: isDay ? "a date in columns" : "months: kept as the end of each")
        guess.needsZone = true
        guess.isLong = true
        guesses[.postedAt] = guess
    }

    /// Whether no column tells a time, and none tells it vaguely.
    private func isUntold(_ field: Field) -> Bool {
        guard let name = guesses[field]?.rule.columns.first, let column = columns.first(where: { $0.name == name })
        else { return guesses[field] == nil }
        return kind(column) != .empty && !readsTimes(column) && !column.values.contains { PartialDate($0) != nil }
            && !column.values.contains(where: RelativeTime.isOne)
    }

    /// When somebody looked is not when the comment was written, where another column tells how long before that was.
    mutating func takeTimeBefore() {
        guard let look = guesses[.postedAt]?.rule.columns.first, NameHint.isLook(look),
            let before = columns.first(where: { column in
                !taken.contains(column.name) && !column.values.isEmpty && column.values.allSatisfy(RelativeTime.isOne)
            })
        else { return }
        give(before, to: .postedAt)
        guesses[.postedAt]?.rule.asOf = look
        guesses[.postedAt]?.note = "dated from \(look)"
        guesses[.postedAt]?.isLong = true
    }

    /// A column of relative times or of days without a year gives way to one that is read, or is dated from when somebody
    /// looked.
    mutating func replaceUnreadTime() {
        guard let guess = guesses[.postedAt], let name = guess.rule.columns.first,
            let column = columns.first(where: { $0.name == name }), kind(column) != .empty, !readsTimes(column),
            !tellsMonths(column)
        else { return }
        let times = columns.filter { !taken.contains($0.name) && kind($0) == .time }
        if let better = times.first(where: { !NameHint.isLook($0.name) }) { return give(better, to: .postedAt) }
        guard let look = times.first, isVague(column) else { return }
        taken.insert(look.name)
        guesses[.postedAt]?.rule.asOf = look.name
        guesses[.postedAt]?.note = "dated from \(look.name)"
        guesses[.postedAt]?.isLong = true
    }

    /// Gives times the columns in which their clock, its half of the day and their zone stand.
    mutating func takeClocks() {
        for field in Field.allCases where field.isTime {
            guard let rule = guesses[field]?.rule, let name = rule.columns.first ?? rule.beside.month,
                rule.columns.count < 2, let column = columns.first(where: { $0.name == name })
            else { continue }
            let isDate = rule.beside.isDate || ClockColumn.isDateAlone(column, rule.format)
            if isDate { takeClock(field, rule.beside.isDate ? nil : column, name) }
            takeHalf(field, name)
            takeZone(field, name)
        }
    }

    private mutating func takeClock(_ field: Field, _ date: SourceSample.Column?, _ name: String) {
        let rule = guesses[field]?.rule
        let times = free.filter { column in
            guard let date else { return false }
            return kind(column) == .time && ClockColumn.holdsTimes(column, of: date, rule?.format)
        }
        if let whole = ClockColumn.best(of: times.map(\.name), for: name, field),
            let column = times.first(where: { $0.name == whole })
        {
            return give(column, to: field)
        }
        let clocks = free.filter { ClockColumn.holdsClocks($0) || ClockColumn.digits($0) != nil }
        let thing = date == nil ? "date" : name
        guard let clock = ClockColumn.best(of: clocks.map(\.name), for: thing, field) else {
            return takeHours(field)
        }
        taken.insert(clock)
        guesses[field]?.rule.beside.clock = clock
        guesses[field]?.rule.beside.clockFormat = clocks.first { $0.name == clock }.flatMap(ClockColumn.digits)
        guesses[field]?.isLong = true
        guard rule?.zone == nil else { return }
        guard let zone = ZoneName.inHeader(clock) else {
            guesses[field]?.askForZone(clock)
            return
        }
        guesses[field]?.rule.zone = zone
        guesses[field]?.needsZone = false
    }

    /// A clock whose hour and minute stand in columns of their own.
    private mutating func takeHours(_ field: Field) {
        guard field == .postedAt || field == .openedAt, let hour = free.first(where: DatePart.hour.isOne) else {
            return
        }
        let minute = free.first(where: DatePart.minute.isOne)
        guesses[field]?.rule.beside.hour = hour.name
        guesses[field]?.rule.beside.minute = minute?.name
        taken.formUnion([hour.name] + (minute.map { [$0.name] } ?? []))
        guesses[field]?.isLong = true
    }

    private mutating func takeHalf(_ field: Field, _ name: String) {
        let rule = guesses[field]?.rule
        let clock = rule?.beside.clock ?? rule?.beside.hour ?? name
        guard let written = columns.first(where: { $0.name == clock }),
            ClockColumn.fitsHalves(written, clock == name ? rule?.format : nil)
        else { return }
        let halves = free.filter(ClockColumn.holdsHalves)
        guard let half = halves.first(where: { ClockColumn.goes($0.name, with: name, field, ClockColumn.halves) })
        else { return }
        taken.insert(half.name)
        guesses[field]?.rule.beside.half = half.name
        guesses[field]?.isLong = true
    }

    /// One column may name the zone of several times.
    private mutating func takeZone(_ field: Field, _ name: String) {
        guard guesses[field]?.needsZone == true else { return }
        let given = Set(guesses.values.compactMap(\.rule.beside.zone))
        let zones = columns.filter { column in
            (free.contains { $0.name == column.name } || given.contains(column.name)) && ClockColumn.holdsZones(column)
        }
        guard let zone = zones.first(where: { ClockColumn.goes($0.name, with: name, field, ClockColumn.zones) }) else {
            return
        }
        taken.insert(zone.name)
        guesses[field]?.rule.beside.zone = zone.name
        guesses[field]?.isLong = true
    }

    /// Columns with values that no field has.
    private var free: [SourceSample.Column] {
        let used = Set(guesses.values.flatMap(\.rule.read))
        return columns.filter { !used.contains($0.name) && !$0.values.isEmpty }
    }
}

/// A part of a date that has a column of its own.
enum DatePart {
    case year, month, day, hour, minute

    /// Whether a column holds this part, by its name and its values.
    func isOne(_ column: SourceSample.Column) -> Bool {
        let values = column.values.filter { !AnswerWord.isNone($0) }
        guard !values.isEmpty, NameHint.names(column.name).contains(where: { names.contains(WidthFolding.key($0)) })
        else { return false }
        return values.count(where: isOne) * 10 >= values.count * 9
    }

    private func isOne(_ value: String) -> Bool {
        let text = WidthFolding.string(value)
        switch self {
        case .year:
            let digits = text.hasSuffix("年") ? text.dropLast() : text[...]
            if let year = Int(digits) {
                return (1_970...2_100).contains(year) || text.hasSuffix("年") && digits.utf8.count == 2
            }
            return TimeText.folded("\(digits)/1/1").flatMap { CivilReader.read($0) } != nil
        case .month:
            let digits = text.hasSuffix("月") ? text.dropLast() : text[...]
            return Int(digits).map { (1...12).contains($0) } ?? (CalendarName.month(text) != nil)
        case .day:
            let digits = text.hasSuffix("日") ? text.dropLast() : text[...]
            return Int(digits).map { (1...31).contains($0) } ?? false
        case .hour:
            let digits = text.hasSuffix("時") ? text.dropLast() : text[...]
            return Int(digits).map { (0...24).contains($0) } ?? false
        case .minute:
            let digits = text.hasSuffix("分") ? text.dropLast() : text[...]
            return Int(digits).map { (0...59).contains($0) } ?? false
        }
    }

    /// Whether a column that is called after months holds months with their years.
    static func areMonthsOfYears(_ column: SourceSample.Column) -> Bool {
        let values = column.values.filter { !AnswerWord.isNone($0) }
        guard !values.isEmpty,
            NameHint.names(column.name).contains(where: { monthsOfYears.contains(WidthFolding.key($0)) })
        else { return false }
        return values.allSatisfy { if case .month = PartialDate($0) { true } else { false } }
    }

    private static let monthsOfYears: Set<String> = [
        "月", "年月", "対象月", "対象年月", "投稿年月", "回答月", "回答年月", "記入月", "month", "yearmonth", "monthyear", "reviewmonth",
        "period",
    ]

    private var names: Set<String> {
        switch self {
        case .year: ["年", "西暦", "投稿年", "回答年", "記入年", "受付年", "year", "yyyy", "reviewyear"]
        case .month: ["月", "投稿月", "回答月", "記入月", "受付月", "month", "mm", "reviewmonth", "monthname"]
        case .day: ["日", "日にち", "投稿日", "回答日", "記入日", "受付日", "day", "dd", "reviewday", "dayofmonth"]
        case .hour: ["時", "投稿時", "回答時", "記入時", "受付時", "hour", "hh", "reviewhour", "hourofday"]
        case .minute: ["分", "投稿分", "回答分", "記入分", "受付分", "minute", "minutes", "min", "reviewminute"]
        }
    }
}

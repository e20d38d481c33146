import Feedback

/// Reads dates and times of the calendar without being told their pattern.
enum CivilReader {
    /// The time that the whole text tells; `nil` when it tells none.
    static func read(_ bytes: [UInt8]) -> CivilTime? {
        guard let first = bytes.first else { return nil }
        if (0x30...0x39).contains(first) { return compact(bytes) ?? yearFirst(bytes) ?? dayNamedMonth(bytes) }
        return monthNamed(bytes) ?? dayNamedMonth(bytes) ?? halfFirst(bytes)
    }

    /// `20080405`, `20080405082400` or `20080405T082400`.
    private static func compact(_ bytes: [UInt8]) -> CivilTime? {
        var scanner = TimeScanner(bytes)
        guard let date = scanner.number(digits: 8...8) else { return nil }
        var time = CivilTime(year: date / 10_000, month: date / 100 % 100, day: date % 100)
        if scanner.isAtEnd { return time }
        _ = scanner.takeAny(of: "Tt ")
        let start = scanner.position
        guard let clock = scanner.number(digits: 4...6), scanner.position - start != 5 else { return nil }
        let seconds = scanner.position - start == 6 ? clock : clock * 100
        (time.hour, time.minute, time.second, time.hasClock) = (
            seconds / 10_000, seconds / 100 % 100, seconds % 100, true
        )
        return finish(&scanner, time)
    }

    /// `2008-04-05T08:24:00.123+09:00`, `2008/4/5 8:24`, `2008.04.05`, `2024/4/1 PM 3:05`.
    private static func yearFirst(_ bytes: [UInt8]) -> CivilTime? {
        var scanner = TimeScanner(bytes)
        var time = CivilTime()
        guard let year = scanner.number(digits: 4...4), let mark = scanner.takeAny(of: "-/."),
            let month = numberAfterSpace(&scanner), spaceThenTake(&scanner, mark), let day = numberAfterSpace(&scanner)
        else { return nil }
        (time.year, time.month, time.day) = (year, month, day)
        if scanner.isAtEnd { return time }
        _ = scanner.takeAny(of: "Tt,")
        scanner.skipSpace()
        if scanner.isAtEnd { return time }
        guard clock(&scanner, &time) else { return nil }
        return finish(&scanner, time)
    }

    private static func numberAfterSpace(_ scanner: inout TimeScanner) -> Int? {
        scanner.skipSpace()
        return scanner.number(digits: 1...2)
    }

    private static func spaceThenTake(_ scanner: inout TimeScanner, _ mark: UInt8) -> Bool {
        scanner.skipSpace()
        return scanner.take(mark)
    }

    /// `[Tue, ]5 Apr 2008 08:24[:00] [+0900]`, RFC 822 and its relatives.
    private static func dayNamedMonth(_ bytes: [UInt8]) -> CivilTime? {
        var scanner = TimeScanner(bytes)
        skipWeekday(&scanner)
        guard let day = scanner.number(digits: 1...2) else { return nil }
        skipOrdinal(&scanner)
        _ = scanner.takeAny(of: "-/ ")
        scanner.skipSpace()
        guard let month = CalendarName.month(scanner.word()) else { return nil }
        _ = scanner.takeAny(of: ".,")
        _ = scanner.takeAny(of: "-/ ")
        scanner.skipSpace()
        guard let year = year(&scanner) else { return nil }
        return withOptionalClock(&scanner, CivilTime(year: year, month: month, day: day))
    }

    /// `April 5, 2008 at 8:24 am`, `Tue Oct 31 22:10:47 +0000 2017`.
    private static func monthNamed(_ bytes: [UInt8]) -> CivilTime? {
        var scanner = TimeScanner(bytes)
        skipWeekday(&scanner)
        guard let month = CalendarName.month(scanner.word()) else { return nil }
        _ = scanner.takeAny(of: ".,")
        scanner.skipSpace()
        guard let day = scanner.number(digits: 1...2) else { return nil }
        skipOrdinal(&scanner)
        _ = scanner.take(0x2C)
        scanner.skipSpace()
        var time = CivilTime(month: month, day: day)
        let start = scanner.position
        if let year = scanner.number(digits: 4...4) {
            time.year = year
            return withOptionalClock(&scanner, time)
        }
        scanner.position = start
        guard clock(&scanner, &time) else { return nil }
        scanner.skipSpace()
        time.offset = scanner.offset()
        scanner.skipSpace()
        guard let year = scanner.number(digits: 4...4), scanner.isAtEnd else { return nil }
        time.year = year
        return time
    }

    /// A weekday in brackets or a half of the day before the date is not known; a clock alone is no time.
    private static func halfFirst(_ bytes: [UInt8]) -> CivilTime? {
        var scanner = TimeScanner(bytes)
        guard scanner.take(0x28), CalendarName.isWeekday(scanner.word()), scanner.take(0x29) else { return nil }
        scanner.skipSpace()
        return read(Array(bytes[scanner.position...]))
    }

    /// A date of three numbers with its year at the end, `3/4/2024 2:05 PM`, where it is known which of the others is the day.
    static func yearLast(_ bytes: [UInt8], isDayFirst: Bool) -> CivilTime? {
        var scanner = TimeScanner(bytes)
        guard let first = scanner.number(digits: 1...2), let mark = scanner.takeAny(of: "-/."),
            let second = scanner.number(digits: 1...2), scanner.take(mark), let year = scanner.number(digits: 4...4)
        else { return nil }
        let (month, day) = isDayFirst ? (second, first) : (first, second)
        guard Day(year: year, month: month, day: day) != nil else { return nil }
        return withOptionalClock(&scanner, CivilTime(year: year, month: month, day: day))
    }

    /// In which order the numbers of a date can be read whose year stands behind both.
    enum DateOrder {
        case dayFirst, monthFirst, either
    }

    /// `nil` for what is no such date in any order.
    static func order(_ bytes: [UInt8]) -> DateOrder? {
        switch (yearLast(bytes, isDayFirst: true), yearLast(bytes, isDayFirst: false)) {
        case (nil, nil): nil
        case (_?, nil): .dayFirst
        case (nil, _?): .monthFirst
        case (_?, _?): .either
        }
    }

    private static func withOptionalClock(_ scanner: inout TimeScanner, _ date: CivilTime) -> CivilTime? {
        var time = date
        _ = scanner.take(0x2C)
        scanner.skipSpace()
        if scanner.isAtEnd { return time }
        let start = scanner.position
        if scanner.word() == "at" { scanner.skipSpace() } else { scanner.position = start }
        _ = scanner.take(0x40)
        scanner.skipSpace()
        guard clock(&scanner, &time) else { return nil }
        return finish(&scanner, time)
    }

    private static func year(_ scanner: inout TimeScanner) -> Int? {
        let start = scanner.position
        guard let value = scanner.number(digits: 2...4) else { return nil }
        switch scanner.position - start {
        case 4: return value
        // RFC 2822, section 4.3.
        case 2: return value < 50 ? 2_000 + value : 1_900 + value
        default: return nil
        }
    }

    private static func skipWeekday(_ scanner: inout TimeScanner) {
        let start = scanner.position
        guard CalendarName.isWeekday(scanner.word()) else {
            scanner.position = start
            return
        }
        _ = scanner.takeAny(of: ".,")
        _ = scanner.take(0x2C)
        scanner.skipSpace()
    }

    private static func skipOrdinal(_ scanner: inout TimeScanner) {
        let start = scanner.position
        if !["st", "nd", "rd", "th"].contains(scanner.word()) { scanner.position = start }
    }

    /// `[AM|PM] H:mm[:ss[.fff]] [AM|PM]`; the minutes may be left off after an hour with a mark, as in `3:` for 3時.
    static func clock(_ scanner: inout TimeScanner, _ time: inout CivilTime) -> Bool {
        if noonOrMidnight(&scanner, &time) { return true }
        let before = half(&scanner)
        scanner.skipSpace()
        guard let hour = scanner.number(digits: 1...2) else { return false }
        time.hour = hour
        time.hasClock = true
        let hasMark = scanner.take(0x3A)
        if hasMark, let minute = scanner.number(digits: 1...2) {
            time.minute = minute
            if scanner.take(0x3A), let second = scanner.number(digits: 1...2) {
                time.second = second
                if scanner.takeAny(of: ".,") != nil { time.millisecond = scanner.milliseconds() ?? 0 }
            }
        }
        let after = before == nil ? halfAfterSpace(&scanner) : nil
        return (hasMark || before != nil || after != nil) && time.apply(before ?? after)
    }

    /// `noon`, `12 noon` and `midnight`; what tells none is not stepped over.
    private static func noonOrMidnight(_ scanner: inout TimeScanner, _ time: inout CivilTime) -> Bool {
        let start = scanner.position
        if scanner.number(digits: 2...2) == 12 { scanner.skipSpace() } else { scanner.position = start }
        let word = scanner.word()
        guard ["noon", "midday", "midnight"].contains(word) else {
            scanner.position = start
            return false
        }
        (time.hour, time.minute, time.second, time.hasClock) = (word == "midnight" ? 0 : 12, 0, 0, true)
        return true
    }

    private static func halfAfterSpace(_ scanner: inout TimeScanner) -> CivilTime.Half? {
        let start = scanner.position
        scanner.skipSpace()
        let found = half(&scanner)
        if found == nil { scanner.position = start }
        return found
    }

    private static func half(_ scanner: inout TimeScanner) -> CivilTime.Half? {
        let start = scanner.position
        let first = scanner.word()
        if first == "am" { return .morning }
        if first == "pm" { return .afternoon }
        if first == "a" || first == "p", scanner.take(0x2E), scanner.word() == "m", scanner.take(0x2E) {
            return first == "a" ? .morning : .afternoon
        }
        scanner.position = start
        return nil
    }

    /// Takes an offset, if there is one, and the end.
    static func finish(_ scanner: inout TimeScanner, _ time: CivilTime) -> CivilTime? {
        var time = time
        scanner.skipSpace()
        if !scanner.isAtEnd {
            let isBracketed = scanner.take(0x28)
            guard let offset = scanner.offset() else { return nil }
            if isBracketed, !scanner.take(0x29) { return nil }
            time.offset = offset
            skipZoneComment(&scanner)
        }
        return scanner.isAtEnd ? time : nil
    }

    /// ` (JST)` after an offset, as mail programs write, and ` UTC`, as programs in Go do.
    private static func skipZoneComment(_ scanner: inout TimeScanner) {
        scanner.skipSpace()
        _ = scanner.offset()
        guard scanner.take(0x28) else { return }
        _ = scanner.word()
        _ = scanner.take(0x29)
    }
}

import Feedback

/// A date that does not tell one day: a month of a year, a day of no year, or less.
enum PartialDate: Hashable {
    case month(year: Int, month: Int)
    /// A day of a month, at a clock or at its beginning.
    case day(CivilTime)
    /// A year, a month of no year, or a clock of no day; and a day of which the month cannot be told.
    case less

    /// `2024-03`, `2024年3月`, `202403`, `Mar 2024`, `3月15日`, `Mar 15 14:05`, `2024年`, `3月`, `14:05`; `nil` for a whole
    /// date and for what is none.
    init?(_ text: String) {
        guard text.utf8.count <= 40, let bytes = TimeText.folded(Self.withoutPart(text)), !bytes.isEmpty else {
            return nil
        }
        let isMonthFirst = text.contains("月")
        if let found = Self.yearFirst(bytes) ?? Self.numbers(bytes, isMonthFirst: isMonthFirst) ?? Self.named(bytes) {
            self = found
        } else if ClockReader.read(text)?.year == 0 {
            self = .less
        } else {
            return nil
        }
    }

    /// Without the part of a month: `2024年3月上旬`.
    private static func withoutPart(_ text: String) -> String {
        for word in ["上旬", "中旬", "下旬", "初旬", "初め", "末", "ごろ", "中"] where text.hasSuffix("月" + word) {
            return String(text.dropLast(word.count))
        }
        return text
    }

    /// The last time of a month; `nil` where there is none such.
    static func end(ofYear year: Int, month: Int) -> CivilTime? {
        guard (1...12).contains(month), (1_800...2_199).contains(year) else { return nil }
        var time = CivilTime(year: year, month: month, day: Day.length(ofMonth: month, year: year), hour: 23)
        (time.minute, time.second, time.millisecond) = (59, 59, 999)
        return time
    }

    private static func month(_ year: Int, _ month: Int) -> PartialDate? {
        end(ofYear: year, month: month).map { _ in .month(year: year, month: month) }
    }

    /// `2024-03`, `2024/3/` for 2024年3月, `2024/` for 2024年, `202403`, `2024`.
    private static func yearFirst(_ bytes: [UInt8]) -> PartialDate? {
        var scanner = TimeScanner(bytes)
        guard let year = scanner.number(digits: 4...4), (1_800...2_199).contains(year) else { return nil }
        if scanner.isAtEnd { return .less }
        let mark = scanner.takeAny(of: "-/.")
        if mark == 0x2F, scanner.isAtEnd { return .less }
        scanner.skipSpace()
        guard let month = scanner.number(digits: mark == nil ? 2...2 : 1...2) else { return nil }
        if mark == 0x2F { _ = scanner.take(0x2F) }
        scanner.skipSpace()
        return scanner.isAtEnd ? Self.month(year, month) : nil
    }

    /// `3/15`, `3/2024`, and `3/` for 3月; `isMonthFirst`: whether it is known which of two numbers is the month.
    private static func numbers(_ bytes: [UInt8], isMonthFirst: Bool) -> PartialDate? {
        var scanner = TimeScanner(bytes)
        guard let first = scanner.number(digits: 1...2), let mark = scanner.takeAny(of: "-/") else { return nil }
        if mark == 0x2F, isMonthFirst, scanner.isAtEnd { return .less }
        scanner.skipSpace()
        let start = scanner.position
        if let year = scanner.number(digits: 4...4) { return scanner.isAtEnd ? month(year, first) : nil }
        scanner.position = start
        guard let second = scanner.number(digits: 1...2) else { return nil }
        let pairs = isMonthFirst ? [(first, second)] : [(first, second), (second, first)].filter { $0.0 <= 12 }
        guard let pair = pairs.first else { return nil }
        let isTold = pairs.count == 1 || first == second
        return day(isTold ? pair : nil, &scanner)
    }

    /// `Mar 2024`, `March 15`, `15 Mar`, `March`.
    private static func named(_ bytes: [UInt8]) -> PartialDate? {
        var scanner = TimeScanner(bytes)
        let day = scanner.number(digits: 1...2)
        if day != nil { _ = scanner.takeAny(of: "-/ ") }
        scanner.skipSpace()
        guard let month = CalendarName.month(scanner.word()) else { return nil }
        _ = scanner.takeAny(of: ".,-/")
        _ = scanner.take(0x2C)
        scanner.skipSpace()
        if let day { return Self.day((month, day), &scanner) }
        if scanner.isAtEnd { return .less }
        let start = scanner.position
        if let year = scanner.number(digits: 4...4) { return scanner.isAtEnd ? Self.month(year, month) : nil }
        scanner.position = start
        guard let named = scanner.number(digits: 1...2) else { return nil }
        if ["st", "nd", "rd", "th"].contains(where: { bytes[scanner.position...].starts(with: $0.utf8) }) {
            scanner.position += 2
        }
        return Self.day((month, named), &scanner)
    }

    /// A day of a month with the clock behind it, if there is one; `nil` for a day that no year has.
    private static func day(_ told: (month: Int, day: Int)?, _ scanner: inout TimeScanner) -> PartialDate? {
        var time = CivilTime(month: told?.month ?? 1, day: told?.day ?? 1)
        guard Day(year: 2_000, month: time.month, day: time.day) != nil else { return nil }
        _ = scanner.take(0x2C)
        scanner.skipSpace()
        if !scanner.isAtEnd {
            guard CivilReader.clock(&scanner, &time), let whole = CivilReader.finish(&scanner, time) else { return nil }
            time = whole
        }
        return told == nil ? .less : .day(time)
    }
}

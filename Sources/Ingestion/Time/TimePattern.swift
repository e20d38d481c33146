import Feedback

/// A pattern of times in the letters of Unicode TR 35, such as `yyyy/MM/dd HH:mm`.
///
/// Letters: `yyyy yy M MM MMM d dd H HH h hh m mm s ss S… a E… Z X x z`; other characters stand for themselves, quotes
/// guard letters. Whole names: `epoch` (seconds), `epoch_ms`, `excel` (serial days), `auto`.
package struct TimePattern: Hashable, Sendable {
    private enum Part: Hashable {
        case year, shortYear, month, monthName, day, hour, hour12, minute, second, fraction, half, weekday, offset
        case literal(UInt8)
    }

    private enum Kind: Hashable {
        case parts([Part]), epoch, epochMilliseconds, excel, auto
    }

    private let kind: Kind

    /// - Returns: `nil` when the pattern holds a letter that is not known, or lacks year, month or day.
    package init?(_ text: String) {
        switch text {
        case "epoch": kind = .epoch
        case "epoch_ms": kind = .epochMilliseconds
        case "excel": kind = .excel
        case "auto", "iso8601", "rfc822": kind = .auto
        default:
            guard let parts = Self.parts(of: text) else { return nil }
            kind = .parts(parts)
        }
    }

    /// Whether the day stands before the month in a date of numbers with its year behind both; `nil` for any other.
    var isDayFirst: Bool? {
        guard case .parts(let parts) = kind else { return nil }
        let date = parts.filter { [.day, .month, .year].contains($0) }.prefix(3)
        return date == [.day, .month, .year] ? true : date == [.month, .day, .year] ? false : nil
    }

    /// The order in which year, month and day stand, `y`, `M` and `d`; `nil` for a whole name and a named month.
    var order: String? {
        guard case .parts(let parts) = kind else { return nil }
        let letters: [Part: String] = [.year: "y", .shortYear: "y", .month: "M", .day: "d"]
        let order = parts.compactMap { letters[$0] }.joined()
        return order.utf8.count == 3 ? order : nil
    }

    /// Whether the pattern may hold an hour.
    var tellsClock: Bool {
        guard case .parts(let parts) = kind else { return true }
        return parts.contains(.hour) || parts.contains(.hour12)
    }

    func read(_ bytes: [UInt8]) -> TimeReading? {
        switch kind {
        case .auto: TimeReading.epoch(bytes) ?? CivilReader.read(bytes).map { .civil($0) }
        case .excel: TimeReading.serial(bytes)
        case .epoch, .epochMilliseconds: count(bytes)
        case .parts(let parts): Self.read(bytes, parts).map { .civil($0) }
        }
    }

    private func count(_ bytes: [UInt8]) -> TimeReading? {
        guard let value = Int64(String(decoding: bytes, as: UTF8.self)), value.magnitude < 1 << 50 else { return nil }
        return .instant(kind == .epoch ? Instant(seconds: value) : Instant(milliseconds: value))
    }

    private static func parts(of text: String) -> [Part]? {
        guard let folded = foldedPattern(text) else { return nil }
        var parts: [Part] = []
        var index = 0
        while index < folded.count {
            let byte = folded[index]
            if byte == 0x27 {
                let end = folded[(index + 1)...].firstIndex(of: 0x27) ?? folded.count
                parts.append(contentsOf: folded[(index + 1)..<end].map { .literal($0) })
                index = end + 1
                continue
            }
            var run = 1
            while index + run < folded.count, folded[index + run] == byte { run += 1 }
            guard isLetter(byte) else {
                parts.append(.literal(byte))
                index += 1
                continue
            }
            guard let part = part(letter: byte, run: run) else { return nil }
            parts.append(part)
            index += run
        }
        let hasYear = parts.contains(.year) || parts.contains(.shortYear)
        let hasMonth = parts.contains(.month) || parts.contains(.monthName)
        return hasYear && hasMonth && parts.contains(.day) ? parts : nil
    }

    /// The pattern with 年月日 and the like written as `TimeText` writes them in a time.
    private static func foldedPattern(_ text: String) -> [UInt8]? {
        // An era and its year become a year of the common era before the pattern is looked at.
        var plain = text
        for era in ["GGGG", "GGG", "GG", "G"] where plain.hasPrefix(era) {
            plain = "yyyy" + plain.dropFirst(era.utf8.count).drop { $0 == "y" }
            break
        }
        return TimeText.folded(plain)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func part(letter: UInt8, run: Int) -> Part? {
        switch letter {
        case UInt8(ascii: "y"), UInt8(ascii: "u"): run == 2 ? .shortYear : .year
        case UInt8(ascii: "M"), UInt8(ascii: "L"): run >= 3 ? .monthName : .month
        case UInt8(ascii: "d"): .day
        case UInt8(ascii: "H"): .hour
        case UInt8(ascii: "h"): .hour12
        case UInt8(ascii: "m"): .minute
        case UInt8(ascii: "s"): .second
        case UInt8(ascii: "S"): .fraction
        case UInt8(ascii: "a"): .half
        case UInt8(ascii: "E"): .weekday
        case UInt8(ascii: "Z"), UInt8(ascii: "X"), UInt8(ascii: "x"), UInt8(ascii: "z"): .offset
        case UInt8(ascii: "T"): .literal(letter)
        default: nil
        }
    }

    private static func read(_ bytes: [UInt8], _ parts: [Part]) -> CivilTime? {
        var scanner = TimeScanner(bytes)
        var time = CivilTime()
        var half: CivilTime.Half?
        for part in parts {
            if case .literal(let byte) = part {
                if byte == 0x20 { scanner.skipSpace() } else if !takeLiteral(byte, &scanner) { return nil }
            } else {
                guard read(part, &scanner, &time, &half) else { return nil }
            }
        }
        scanner.skipSpace()
        return scanner.isAtEnd && time.apply(half) ? time : nil
    }

    /// A colon at the very end stands for 分 or 時, which a source may leave off.
    private static func takeLiteral(_ byte: UInt8, _ scanner: inout TimeScanner) -> Bool {
        scanner.take(byte) || (byte == 0x3A && scanner.isAtEnd)
    }

    private static func read(
        _ part: Part,
        _ scanner: inout TimeScanner,
        _ time: inout CivilTime,
        _ half: inout CivilTime.Half?
    ) -> Bool {
        switch part {
        case .year: set(&time.year, scanner.number(digits: 4...4))
        case .shortYear: set(&time.year, scanner.number(digits: 2...2).map { $0 < 70 ? 2_000 + $0 : 1_900 + $0 })
        case .month: set(&time.month, scanner.number(digits: 1...2))
        case .monthName: set(&time.month, CalendarName.month(scanner.word()))
        case .day: set(&time.day, scanner.number(digits: 1...2))
        case .hour, .hour12: set(&time.hour, scanner.number(digits: 1...2))
        case .minute: set(&time.minute, scanner.number(digits: 1...2))
        case .second: set(&time.second, scanner.number(digits: 1...2))
        case .fraction: set(&time.millisecond, scanner.milliseconds())
        case .weekday: CalendarName.isWeekday(scanner.word())
        case .offset: setOffset(&time, scanner.offset())
        case .half: readHalf(&scanner, &half)
        case .literal: false
        }
    }

    private static func set(_ place: inout Int, _ value: Int?) -> Bool {
        guard let value else { return false }
        place = value
        return true
    }

    private static func setOffset(_ time: inout CivilTime, _ value: Int?) -> Bool {
        time.offset = value
        return value != nil
    }

    private static func readHalf(_ scanner: inout TimeScanner, _ half: inout CivilTime.Half?) -> Bool {
        scanner.skipSpace()
        switch scanner.word() {
        case "am": half = .morning
        case "pm": half = .afternoon
        default: return false
        }
        scanner.skipSpace()
        return true
    }
}

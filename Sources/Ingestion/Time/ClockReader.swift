import Feedback

/// Reads times of day that stand without a date, as a column of their own beside that of the dates.
enum ClockReader {
    /// `14:05`, `14:05:00.5`, `2:05 PM`, `午後2時5分`, `14時`, `1405`, `140500`, `9.05`, the fraction of a day that spreadsheets
    /// keep, each with an offset or without, and a whole time, of which the day may be one that stands for none.
    ///
    /// - Returns: The time of day, with the date where one was written and year 0 elsewhere; `nil` for anything else.
    static func read(_ text: String) -> CivilTime? {
        if let hour = words[EdgeSpace.trimmed(text)] { return CivilTime(hour: hour, hasClock: true) }
        guard let bytes = TimeText.folded(text), let first = bytes.first else { return nil }
        if let time = fraction(bytes) ?? digits(bytes) ?? pointed(bytes) { return time }
        if let time = clock(bytes) { return time }
        // Spreadsheets and databases put a clock on their first day.
        guard (0x30...0x39).contains(first), let time = CivilReader.read(bytes), time.hasClock else { return nil }
        return time
    }

    private static let words = ["正午": 12, "お昼": 12, "零時": 0, "真夜中": 0]

    private static func clock(_ bytes: [UInt8]) -> CivilTime? {
        var scanner = TimeScanner(bytes)
        var time = CivilTime()
        guard CivilReader.clock(&scanner, &time) else { return nil }
        scanner.skipSpace()
        // `9:00-10:00` is a span, and no offset.
        let isSpan = scanner.peek == 0x2D && bytes.count { $0 == 0x3A } < 3
        guard !isSpan, let whole = CivilReader.finish(&scanner, time) else { return nil }
        return whole.isOfDay ? whole : nil
    }

    /// `0.586805`, of a day, to the nearest second.
    private static func fraction(_ bytes: [UInt8]) -> CivilTime? {
        var scanner = TimeScanner(bytes)
        guard scanner.take(0x30), scanner.take(0x2E) else { return nil }
        let start = scanner.position
        guard let value = scanner.number(digits: 1...12) else { return nil }
        var scale = 1
        for _ in start..<scanner.position { scale *= 10 }
        // Digits beyond the twelfth are less than a second.
        while let byte = scanner.peek, (0x30...0x39).contains(byte) { scanner.position += 1 }
        return scanner.isAtEnd ? time(seconds: value.roundedRatio(times: 86_400, over: scale)) : nil
    }

    private static func time(seconds: Int) -> CivilTime {
        var time = CivilTime(hour: seconds / 3_600, hasClock: true)
        (time.minute, time.second) = (seconds / 60 % 60, seconds % 60)
        return time
    }

    /// `905`, `0905` or `090500`; a spreadsheet drops a nought that leads.
    private static func digits(_ bytes: [UInt8]) -> CivilTime? {
        var scanner = TimeScanner(bytes)
        guard let value = scanner.number(digits: 3...6), scanner.isAtEnd else { return nil }
        let clock = bytes.count > 4 ? value : value * 100
        var time = CivilTime(hour: clock / 10_000, hasClock: true)
        (time.minute, time.second) = (clock / 100 % 100, clock % 100)
        return time.isOfDay ? time : nil
    }

    /// `9.05`.
    private static func pointed(_ bytes: [UInt8]) -> CivilTime? {
        var scanner = TimeScanner(bytes)
        guard let hour = scanner.number(digits: 1...2), scanner.take(0x2E), let minute = scanner.number(digits: 2...2),
            scanner.isAtEnd
        else { return nil }
        var time = CivilTime(hour: hour, hasClock: true)
        time.minute = minute
        return time.isOfDay ? time : nil
    }
}

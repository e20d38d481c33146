package import Feedback

/// Why a time could not be used.
package struct TimeFault: Error, Hashable, Sendable {
    package let reason: RowProblem.Reason
    package let message: String
}

/// Reads times as sources write them.
///
/// Without a pattern: ISO 8601 and its looser forms, `yyyy/MM/dd HH:mm[:ss]`, 年月日 with eras and 午前/午後,
/// RFC 822, `Tue Oct 31 22:10:47 +0000 2017`, English month names, seconds or milliseconds since 1970, and serial
/// days of spreadsheets. `04/05/2008` may be April or May and is read with a pattern only.
package struct TimeReader: Sendable {
    /// Where a zone comes from for times that carry none.
    package enum DefaultZone: Hashable, Sendable {
        case mapping(Zone)
        case workspace(Zone)
        /// There is none: such a time is a fault.
        case none
    }

    private let pattern: TimePattern?
    private let zone: DefaultZone
    private let lenience: Lenience

    /// Which times are read beside those of a pattern.
    enum Lenience {
        case none
        /// Those that are told by which number is the day, whatever their clock.
        case order
        /// And those that begin with their year.
        case yearFirst
    }

    package init(pattern: TimePattern? = nil, zone: DefaultZone) {
        self.init(pattern: pattern, zone: zone, .none)
    }

    init(pattern: TimePattern? = nil, zone: DefaultZone, _ lenience: Lenience) {
        self.pattern = pattern
        self.zone = zone
        self.lenience = lenience
    }

    /// The time a text tells.
    ///
    /// - Parameter text: A day, with a clock or without.
    /// - Returns: The instant with what was written.
    /// - Throws: `badTime` for what is no time or one that never was; `noTime` when it carries no zone and none is known.
    package func read(_ text: String) throws(TimeFault) -> Timestamp { try read(text, TimeParts()) }

    /// `parts`: what columns beside the text say; a clock that is none, or stands beside a whole time, is passed over.
    func read(_ text: String, _ parts: TimeParts) throws(TimeFault) -> Timestamp {
        if pattern == nil, parts.isEmpty, let civil = CivilReader.standard(text) {
            return try bounded(timestamp(civil, original: text))
        }
        switch reading(text) {
        case nil: throw fault(of: text)
        case .instant(let instant):
            return try bounded(Timestamp(instant: instant, original: text, zoneOrigin: .text))
        case .civil(let civil):
            let (whole, original) = try parts.completing(civil, written: text)
            return try bounded(timestamp(whole, original: original, zone: parts.zone?.zone))
        }
    }

    /// The last moment of a month, for a source that tells no day.
    ///
    /// - Throws: `noTime` when no zone is known.
    func end(ofYear year: Int, month: Int, original: String) throws(TimeFault) -> Timestamp? {
        guard let civil = PartialDate.end(ofYear: year, month: month) else { return nil }
        return Self.notAfter(try timestamp(civil, original: original))
    }

    /// The latest day of a month and its clock that is not after a moment, within the eight years in which there is one.
    ///
    /// - Throws: `noTime` when no zone is known.
    func latest(
        _ day: CivilTime,
        _ parts: TimeParts,
        notAfter moment: Instant,
        original: String
    ) throws(TimeFault) -> Timestamp? {
        let (day, original) = try parts.completing(day, written: original)
        let last = Day(number: Int(moment.milliseconds / 86_400_000)).civil.year + 1
        for year in stride(from: last, through: last - 9, by: -1) {
            var civil = day
            civil.year = year
            guard Day(year: year, month: day.month, day: day.day) != nil else { continue }
            let time = try timestamp(civil, original: original, zone: parts.zone?.zone)
            if time.instant <= moment { return Self.notAfter(time) }
        }
        return nil
    }

    private static func notAfter(_ time: Timestamp) -> Timestamp {
        Timestamp(
            instant: time.instant,
            original: time.original,
            zoneOrigin: time.zoneOrigin,
            certainty: .notAfter
        )
    }

    /// Whether a text is a time.
    func tells(_ text: String) -> Bool { reading(text) != nil }

    /// The same reader without a pattern, for a time that is written by hand beside it.
    var withoutPattern: TimeReader { TimeReader(zone: zone, lenience) }

    /// Whether a text tells the time of day as well.
    func tellsClock(_ text: String) -> Bool {
        switch reading(text) {
        case nil: false
        case .instant: true
        case .civil(let civil): !civil.isMidnight
        }
    }

    /// Whether bytes, as `TimeText` writes them, are a time, where one without a zone is in UTC.
    func reads(folded bytes: [UInt8]) -> Bool {
        switch bytes.isEmpty ? nil : reading(folded: bytes) {
        case nil: false
        case .instant(let instant): Self.instants.contains(instant)
        case .civil(let civil): civil.instant(in: .utc).map(Self.instants.contains) ?? false
        }
    }

    private func reading(_ text: String) -> TimeReading? {
        guard let bytes = TimeText.folded(text, expandsYears: pattern == nil), !bytes.isEmpty else { return nil }
        return reading(folded: bytes)
    }

    private func reading(folded bytes: [UInt8]) -> TimeReading? {
        if let pattern {
            guard let read = pattern.read(bytes) else { return Self.told(bytes) ?? alike(bytes, pattern) }
            return Self.isOfOtherOrder(read, pattern) ? nil : read
        }
        return TimeReading.epoch(bytes) ?? CivilReader.read(bytes).map { .civil($0) } ?? TimeReading.serial(bytes)
            ?? ofOneOrder(bytes)
    }

    /// Whether a date of numbers is one of the calendar only when its day and its month change places.
    private static func isOfOtherOrder(_ reading: TimeReading, _ pattern: TimePattern) -> Bool {
        guard case .civil(let civil) = reading, civil.month > 12, pattern.isDayFirst != nil else { return false }
        return Day(year: civil.year, month: civil.day, day: civil.month) != nil
    }

    /// A date that can be read in one order only, where a mapping says none.
    ///
    /// Where rows tell the order, such a date tells it too, unless as many tell the other.
    private func ofOneOrder(_ bytes: [UInt8]) -> TimeReading? {
        guard lenience == .order, let order = CivilReader.order(bytes), order != .either else { return nil }
        return CivilReader.yearLast(bytes, isDayFirst: order == .dayFirst).map { .civil($0) }
    }

    /// A time that needs no pattern, since it says its zone: some columns hold both.
    private static func told(_ bytes: [UInt8]) -> TimeReading? {
        guard let civil = CivilReader.read(bytes), civil.offset != nil, civil.hasClock else { return nil }
        return .civil(civil)
    }

    /// A date whose numbers stand in the order of the pattern, or that begins with its year and needs none.
    private func alike(_ bytes: [UInt8], _ pattern: TimePattern) -> TimeReading? {
        guard lenience != .none, let isDayFirst = pattern.isDayFirst else { return nil }
        if let civil = CivilReader.yearLast(bytes, isDayFirst: isDayFirst) { return .civil(civil) }
        let isYearFirst = bytes.count >= 8 && bytes.prefix(4).allSatisfy { (0x30...0x39).contains($0) }
        return lenience == .yearFirst && isYearFirst ? CivilReader.read(bytes).map { .civil($0) } : nil
    }

    /// Refuses times that nobody wrote at: seconds read as milliseconds, and dates that stand for "never".
    private func bounded(_ time: Timestamp) throws(TimeFault) -> Timestamp {
        if Self.instants.contains(time.instant) { return time }
        throw TimeFault(
            reason: .badTime,
            message: "the time lies outside the years 1800 to 2199; correct it, or its `format:` in the mapping"
        )
    }

    /// 1800-01-01 to 2199-12-31, UTC.
    private static let instants = Instant(seconds: -5_364_662_400)...Instant(seconds: 7_258_118_399)

    /// `told`: the zone that the source names beside the time.
    private func timestamp(
        _ civil: CivilTime,
        original: String,
        zone told: Zone? = nil
    ) throws(TimeFault) -> Timestamp {
        let found: (zone: Zone, origin: Timestamp.ZoneOrigin)? =
            switch zone {
            case _ where told != nil: told.map { ($0, .text) }
            case .mapping(let zone): (zone, .mapping)
            case .workspace(let zone): (zone, .workspace)
            case .none: nil
            }
        guard let instant = civil.instant(in: found?.zone ?? .utc) else {
            throw TimeFault(reason: .badTime, message: "the time is not one of the calendar; correct it in the source")
        }
        if civil.offset != nil { return Timestamp(instant: instant, original: original, zoneOrigin: .text) }
        guard let found else {
            throw TimeFault(reason: .noTime, message: "the time has no zone; name one with `zone:` in the mapping")
        }
        return Timestamp(instant: instant, original: original, zoneOrigin: found.origin)
    }

    /// Why a text is no time.
    private func fault(of text: String) -> TimeFault {
        let order = TimeText.folded(text).flatMap { CivilReader.order($0) }
        switch order {
        case .dayFirst?, .monthFirst?:
            let isOther = pattern?.isDayFirst.map { $0 != (order == .dayFirst) } ?? false
            if isOther || pattern == nil && lenience == .yearFirst {
                return contradicting(isDayFirst: order == .dayFirst)
            }
            if pattern == nil { return Self.untoldOrder }
        case .either? where pattern == nil: return Self.untoldOrder
        case nil where pattern == nil && Self.isDayOrMonthFirst(text): return Self.untoldOrder
        default: break
        }
        return Self.unreadable
    }

    /// A date in another order than the others of its column.
    private func contradicting(isDayFirst: Bool) -> TimeFault {
        let (own, other) = isDayFirst ? ("day", "month") : ("month", "day")
        let others =
            switch (pattern, lenience) {
            case (nil, _): "in as many others of its column the \(other), so that none of them is read; "
            case (_, .yearFirst): "in most others of its column the \(other); "
            default: "by the `format:` of its column the \(other); "
            }
        let advice = "correct it in the source, or say with `format:` in the mapping which stands first"
        return TimeFault(reason: .badTime, message: "in this date the \(own) stands first, and \(others)\(advice)")
    }

    private static let unreadable = TimeFault(
        reason: .badTime,
        message: "the time is in no form that is known; give its pattern with `format:` in the mapping"
    )

    private static let untoldOrder = TimeFault(
        reason: .badTime,
        message: """
            whether the day or the month stands first is not told by the other rows, or as many tell the one as the other; \
            say it with `format: "dd/MM/yyyy"` or `format: "MM/dd/yyyy"` in the mapping
            """
    )

    /// Whether a text begins with two numbers that may be a day and a month, and a year of two digits: `03/04/24`.
    private static func isDayOrMonthFirst(_ text: String) -> Bool {
        let date = WidthFolding.string(text).prefix { !" t,".contains($0) }
        let numbers = date.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 3, let first = numbers[0], let second = numbers[1], numbers[2] != nil else {
            return false
        }
        return (1...31).contains(first) && (1...31).contains(second) && min(first, second) <= 12
    }
}

/// What a text was read as, before a zone is applied.
package enum TimeReading: Hashable, Sendable {
    case instant(Instant)
    case civil(CivilTime)

    /// Digits alone: 10 are seconds, 13 milliseconds, 16 microseconds, 19 nanoseconds since 1970.
    ///
    /// 12 are milliseconds before 2001: as seconds they would lie beyond the year 5000, and those that begin like a year
    /// of today are `yyyyMMddHHmm`.
    static func epoch(_ bytes: [UInt8]) -> TimeReading? {
        var scanner = TimeScanner(bytes)
        guard let value = scanner.number(digits: 9...19) else { return nil }
        let digits = scanner.position
        switch digits {
        case 9, 10:
            var milliseconds = 0
            if scanner.take(0x2E) { milliseconds = scanner.milliseconds() ?? 0 }
            return scanner.isAtEnd ? .instant(Instant(milliseconds: Int64(value) * 1_000 + Int64(milliseconds))) : nil
        case 12 where value < 210_000_000_000: return nil
        case 12, 13: return scanner.isAtEnd ? .instant(Instant(milliseconds: Int64(value))) : nil
        case 16: return scanner.isAtEnd ? .instant(Instant(milliseconds: Int64(value / 1_000))) : nil
        case 19: return scanner.isAtEnd ? .instant(Instant(milliseconds: Int64(value / 1_000_000))) : nil
        default: return nil
        }
    }

    /// Days since 1899-12-30 with a fraction, as spreadsheets keep times; 20,000 (1954) to 79,999 (2119).
    static func serial(_ bytes: [UInt8]) -> TimeReading? {
        var scanner = TimeScanner(bytes)
        guard let days = scanner.number(digits: 5...5), (20_000...79_999).contains(days) else { return nil }
        var seconds = 0
        var hasClock = false
        if scanner.take(0x2E) {
            let start = scanner.position
            guard let fraction = scanner.number(digits: 1...12) else { return nil }
            hasClock = true
            var scale = 1
            for _ in start..<scanner.position { scale *= 10 }
            seconds = fraction.roundedRatio(times: 86_400, over: scale)
        }
        guard scanner.isAtEnd else { return nil }
        let date = Day(number: days - 25_569 + seconds / 86_400).civil
        let clock = seconds % 86_400
        return .civil(
            CivilTime(
                year: date.year,
                month: date.month,
                day: date.day,
                hour: clock / 3_600,
                minute: clock / 60 % 60,
                second: clock % 60,
                hasClock: hasClock
            )
        )
    }
}

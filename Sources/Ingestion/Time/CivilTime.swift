import Feedback

/// The parts of a time as they were read.
package struct CivilTime: Hashable, Sendable {
    var year = 0
    var month = 0
    var day = 0
    var hour = 0
    var minute = 0
    var second = 0
    var millisecond = 0
    /// Seconds east of UTC, where the text says so.
    var offset: Int?
    /// Whether a clock time was written, not only a date.
    var hasClock = false

    /// Whether hour 12 means noon or midnight: `nil` on a 24-hour clock.
    enum Half {
        case morning, afternoon
    }

    /// Turns an hour of a 12-hour clock into one of 24.
    mutating func apply(_ half: Half?) -> Bool {
        guard let half else { return true }
        guard hour <= 12 else { return false }
        hour = hour % 12 + (half == .afternoon ? 12 : 0)
        return true
    }

    /// Whether the clock is one of a day.
    var isOfDay: Bool {
        (0...59).contains(minute) && (0...60).contains(second)
            && ((0...23).contains(hour) || hour == 24 && minute == 0 && second == 0)
    }

    /// Whether the day begins at this time, as it does where none was written.
    var isMidnight: Bool { hour == 0 && minute == 0 && second == 0 && millisecond == 0 }

    /// Whether there is no day, or one that stands for none: the first of spreadsheets and of databases.
    var isOfNoDay: Bool { year <= 1904 || (year, month, day) == (1970, 1, 1) }

    /// The day at the time that a clock beside it tells; the same where it tells that of another day.
    func at(_ clock: CivilTime) -> CivilTime {
        guard clock.isOfNoDay || (clock.year, clock.month, clock.day) == (year, month, day) else { return self }
        var time = self
        (time.hour, time.minute, time.second, time.millisecond, time.hasClock) = (
            clock.hour, clock.minute, clock.second, clock.millisecond, true
        )
        time.offset = clock.offset ?? offset
        return time
    }

    /// The instant; `nil` when the date or the time of day does not exist.
    ///
    /// 24:00 is the end of the day; a leap second is read as the second after it.
    func instant(in zone: Zone?) -> Instant? {
        guard let date = Day(year: year, month: month, day: day), isOfDay else { return nil }
        let secondOfDay = hour * 3_600 + minute * 60 + second
        let whole: Instant
        if let offset {
            whole = Instant(seconds: Int64(date.number) * 86_400 + Int64(secondOfDay - offset))
        } else if let zone {
            let dayShift = secondOfDay / 86_400
            whole = zone.instant(day: Day(number: date.number + dayShift), secondOfDay: secondOfDay % 86_400)
        } else {
            return nil
        }
        return Instant(milliseconds: whole.milliseconds + Int64(millisecond))
    }
}

import Feedback
import Measures

/// When an office is open, for the many cases of a report: what the law makes a holiday, and how long a day is open, is
/// worked out once a day of the calendar, and not once a day of every wait.
struct OfficeCalendar {
    /// Days that cases fall on; others are worked out as they come.
    private static let years = 1990...2059

    private let lawful: BusinessCalendar
    private let listed: BusinessCalendar
    private let days: Range<Instant>

    init(_ calendar: BusinessCalendar) {
        lawful = calendar
        let (first, end) = (Self.newYear(Self.years.lowerBound), Self.newYear(Self.years.upperBound + 1))
        days = calendar.zone.instant(day: first, secondOfDay: 0)..<calendar.zone.instant(day: end, secondOfDay: 0)
        let holidays = (first.number..<end.number).map(Day.init(number:)).filter(JapaneseHolidays.contains)
        listed = BusinessCalendar(
            zone: calendar.zone,
            hours: calendar.hours,
            closesOnJapaneseHolidays: false,
            closedDays: calendar.closedDays.union(calendar.closesOnJapaneseHolidays ? holidays : []),
            yearlyClosedDays: calendar.yearlyClosedDays
        )
        .knowing(first.number..<end.number)
    }

    /// How long a case waited; `nil` when its start is not known.
    func handlingTime(of supportCase: SupportCase) -> HandlingTime? {
        let times = [supportCase.openedAt, supportCase.closedAt] + supportCase.events.map(\.at)
        let isListed = times.allSatisfy { time in time.map { days.contains($0.instant) } ?? true }
        return HandlingTime(of: supportCase, calendar: isListed ? listed : lawful)
    }

    private static func newYear(_ year: Int) -> Day { Day(year: year, month: 1, day: 1) ?? Day(number: 0) }
}

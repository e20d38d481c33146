package import Feedback

/// When an office is open.
package struct BusinessCalendar: Hashable, Sendable {
    /// A stretch of an open day, in seconds after midnight.
    package struct Hours: Hashable, Sendable {
        package let opens: Int
        package let closes: Int

        /// - Returns: `nil` unless 0 ≤ opens < closes ≤ 86,400.
        package init?(opens: Int, closes: Int) {
            guard 0 <= opens, opens < closes, closes <= 86_400 else { return nil }
            self.opens = opens
            self.closes = closes
        }

        private init(hours: Range<Int>) {
            opens = hours.lowerBound * 3_600
            closes = hours.upperBound * 3_600
        }

        /// 09:00 to 18:00.
        package static let nineToSix = Hours(hours: 9..<18)
    }

    /// A day of every year.
    package struct MonthDay: Hashable, Sendable {
        package let month: Int
        package let day: Int

        package init(_ day: Day) {
            (month, self.day) = (day.civil.month, day.civil.day)
        }
    }

    package let zone: Zone
    /// Hours by day of the week, 1 Monday to 7 Sunday; a day without an entry is closed.
    package let hours: [Int: [Hours]]
    /// Whether the public holidays of Japan are closed.
    package let closesOnJapaneseHolidays: Bool
    /// Further closed days, such as a company's own.
    package let closedDays: Set<Day>
    /// Days that are closed every year, such as 年末年始.
    package let yearlyClosedDays: Set<MonthDay>
    /// What is known of whole days, where many waits are asked for.
    private var known: OpenDays?

    package init(
        zone: Zone,
        hours: [Int: [Hours]] = BusinessCalendar.mondayToFriday,
        closesOnJapaneseHolidays: Bool = true,
        closedDays: Set<Day> = [],
        yearlyClosedDays: Set<MonthDay> = []
    ) {
        self.zone = zone
        self.hours = hours
        self.closesOnJapaneseHolidays = closesOnJapaneseHolidays
        self.closedDays = closedDays
        self.yearlyClosedDays = yearlyClosedDays
    }

    /// Monday to Friday, 09:00 to 18:00.
    package static let mondayToFriday: [Int: [Hours]] = [
        1: [.nineToSix], 2: [.nineToSix], 3: [.nineToSix], 4: [.nineToSix], 5: [.nineToSix],
    ]

    /// Whether the office opens at all on a day.
    package func isOpen(_ day: Day) -> Bool {
        guard hours[day.weekday] != nil, !closedDays.contains(day), !yearlyClosedDays.contains(MonthDay(day)) else {
            return false
        }
        return !(closesOnJapaneseHolidays && JapaneseHolidays.contains(day))
    }

    /// Open seconds between two instants; 0 when the second is not later.
    ///
    /// Opening and closing are local times, so a change of the clock lengthens or shortens the day as it does for the
    /// people who work it. O(days), but for those that are ``knowing(_:)``.
    package func openSeconds(from start: Instant, to end: Instant) -> Int {
        guard start < end else { return 0 }
        let first = zone.local(start).day.number
        let last = zone.local(end).day.number
        if first < last, let between = known?.seconds(of: first + 1..<last) {
            return openSeconds(on: Day(number: first), from: start, to: end) + between
                + openSeconds(on: Day(number: last), from: start, to: end)
        }
        return (first...last).reduce(0) { $0 + openSeconds(on: Day(number: $1), from: start, to: end) }
    }

    /// The same calendar, which counts the open seconds of some days once, and not once a wait.
    ///
    /// `days`: by their numbers.
    package func knowing(_ days: Range<Int>) -> BusinessCalendar {
        var calendar = self
        calendar.known = OpenDays(first: days.lowerBound, days.map(openSeconds(ofDay:)))
        return calendar
    }

    private func openSeconds(ofDay number: Int) -> Int {
        let day = Day(number: number)
        let (start, end) = (zone.instant(day: day, secondOfDay: 0), zone.instant(day: day.after, secondOfDay: 0))
        return openSeconds(on: day, from: start, to: end)
    }

    private func openSeconds(on day: Day, from start: Instant, to end: Instant) -> Int {
        guard isOpen(day) else { return 0 }
        return (hours[day.weekday] ?? []).reduce(0) { sum, hours in
            let opens = max(zone.instant(day: day, secondOfDay: hours.opens), start)
            let closing =
                hours.closes == 86_400
                ? zone.instant(day: day.after, secondOfDay: 0) : zone.instant(day: day, secondOfDay: hours.closes)
            let closes = min(closing, end)
            return sum + max(0, Int(closes.seconds - opens.seconds))
        }
    }
}

/// The open seconds of neighbouring days, summed from the first on.
private struct OpenDays: Hashable {
    private let first: Int
    /// The seconds before each day, and those of all.
    private let sums: [Int]

    /// `seconds`: of each day, from the first on.
    init(first: Int, _ seconds: [Int]) {
        self.first = first
        sums = seconds.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    }

    /// Those of a range of days; `nil` where one of them is not known.
    func seconds(of days: Range<Int>) -> Int? {
        guard days.lowerBound >= first, days.upperBound - first < sums.count else { return nil }
        return sums[days.upperBound - first] - sums[days.lowerBound - first]
    }
}

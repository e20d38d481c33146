package import Feedback

/// The public holidays of Japan, from the law and not from a list.
///
/// Source: 国民の祝日に関する法律 (Act No. 178 of 1948) with its amendments up to 2018, the acts for single holidays of
/// the imperial house, and the special measures acts that moved holidays in 2020 and 2021. The equinoxes, which the
/// law leaves to the almanac of the year before, follow the formula of the Hydrographic Department's 新こよみ便利帳,
/// good for 1900–2099.
package enum JapaneseHolidays {
    /// Whether offices rest: a national holiday, its substitute, or a day between two of them.
    package static func contains(_ day: Day) -> Bool {
        isNational(day) || isSubstitute(day) || isBetween(day)
    }

    /// A day the law names (国民の祝日), including the single holidays of the imperial house.
    static func isNational(_ day: Day) -> Bool {
        let (year, month, date) = day.civil
        guard day >= lawBegins else { return false }
        return rulesByMonth[month - 1].contains {
            $0.years.contains(year) && $0.day.matches(day, year: year, date: date)
        }
            || singleDays.contains(day)
    }

    /// 振替休日 (article 3, paragraph 2): for a holiday on a Sunday since 12 April 1973.
    ///
    /// Until 2006 the day after, if it is no holiday itself; since 2007 the next day that is none.
    private static func isSubstitute(_ day: Day) -> Bool {
        guard day > substitutesBegin, !isNational(day) else { return false }
        if day.civil.year < 2007 { return day.weekday == 1 && isNational(day.before) }
        var earlier = day.before
        while isNational(earlier) {
            if earlier.weekday == 7 { return true }
            earlier = earlier.before
        }
        return false
    }

    /// 国民の休日 (article 3, paragraph 3): since 27 December 1985 a day with a national holiday on both sides.
    ///
    /// Until 2006 neither a Sunday nor a substitute becomes one; both rest anyway.
    private static func isBetween(_ day: Day) -> Bool {
        guard day >= betweenBegins, !isNational(day) else { return false }
        return isNational(day.before) && isNational(day.after) && (day.civil.year >= 2007 || day.weekday != 7)
    }

    private static let lawBegins = date(1948, 7, 20)
    private static let substitutesBegin = date(1973, 4, 12)
    private static let betweenBegins = date(1985, 12, 27)

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> Day {
        Day(year: year, month: month, day: day) ?? Day(number: 0)
    }

    /// Weddings, a funeral and enthronements, each made a holiday by an act of its own; and the days to which
    /// 2020 and 2021 moved 海の日, スポーツの日 and 山の日.
    private static let singleDays: Set<Day> = [
        date(1959, 4, 10), date(1989, 2, 24), date(1990, 11, 12), date(1993, 6, 9), date(2019, 5, 1),
        date(2019, 10, 22), date(2020, 7, 23), date(2020, 7, 24), date(2020, 8, 10), date(2021, 7, 22),
        date(2021, 7, 23), date(2021, 8, 8),
    ]
}

extension JapaneseHolidays {
    /// A holiday of every year in some years.
    private struct Rule: Sendable {
        let month: Int
        let day: RuleDay
        let years: YearSet

        init(_ month: Int, _ day: RuleDay, _ years: YearSet) {
            self.month = month
            self.day = day
            self.years = years
        }
    }

    private enum RuleDay: Sendable {
        case date(Int)
        /// The n-th Monday of the month.
        case monday(Int)
        case vernalEquinox, autumnalEquinox

        func matches(_ day: Day, year: Int, date: Int) -> Bool {
            switch self {
            case .date(let wanted): date == wanted
            case .monday(let ordinal): day.weekday == 1 && (date + 6) / 7 == ordinal
            case .vernalEquinox: date == Equinox.vernal(year)
            case .autumnalEquinox: date == Equinox.autumnal(year)
            }
        }
    }

    private struct YearSet: Sendable {
        let first: Int
        let last: Int
        let without: [Int]

        init(_ first: Int, _ last: Int = Int.max, without: [Int] = []) {
            self.first = first
            self.last = last
            self.without = without
        }

        func contains(_ year: Int) -> Bool { (first...last).contains(year) && !without.contains(year) }
    }

    private static let rules: [Rule] = [
        // 元日, 成人の日, 建国記念の日
        Rule(1, .date(1), YearSet(1949)), Rule(1, .date(15), YearSet(1949, 1999)), Rule(1, .monday(2), YearSet(2000)),
        Rule(2, .date(11), YearSet(1967)),
        // 天皇誕生日
        Rule(4, .date(29), YearSet(1949, 1988)), Rule(12, .date(23), YearSet(1989, 2018)),
        Rule(2, .date(23), YearSet(2020)),
        // 春分の日, 秋分の日
        Rule(3, .vernalEquinox, YearSet(1949)), Rule(9, .autumnalEquinox, YearSet(1948)),
        // みどりの日, 昭和の日, 憲法記念日, こどもの日
        Rule(4, .date(29), YearSet(1989)), Rule(5, .date(4), YearSet(2007)), Rule(5, .date(3), YearSet(1949)),
        Rule(5, .date(5), YearSet(1949)),
        // 海の日, 山の日
        Rule(7, .date(20), YearSet(1996, 2002)), Rule(7, .monday(3), YearSet(2003, without: [2020, 2021])),
        Rule(8, .date(11), YearSet(2016, without: [2020, 2021])),
        // 敬老の日, 体育の日 and スポーツの日
        Rule(9, .date(15), YearSet(1966, 2002)), Rule(9, .monday(3), YearSet(2003)),
        Rule(10, .date(10), YearSet(1966, 1999)), Rule(10, .monday(2), YearSet(2000, without: [2020, 2021])),
        // 文化の日, 勤労感謝の日
        Rule(11, .date(3), YearSet(1948)), Rule(11, .date(23), YearSet(1948)),
    ]

    private static let rulesByMonth: [[Rule]] = (1...12).map { month in rules.filter { $0.month == month } }

    /// Days of the equinoxes in Japan.
    private enum Equinox {
        static func vernal(_ year: Int) -> Int {
            year < 1980
                ? day(208_357, year, leapsFrom: 1983)
                : day(208_431, year, leapsFrom: 1980)
        }

        static func autumnal(_ year: Int) -> Int {
            year < 1980
                ? day(232_588, year, leapsFrom: 1983)
                : day(232_488, year, leapsFrom: 1980)
        }

        /// ⌊start + 0.242194·(year − 1980) − ⌊(year − leapsFrom)/4⌋⌋, the inner quotient cut towards zero.
        private static func day(_ tenThousandths: Int, _ year: Int, leapsFrom: Int) -> Int {
            let millionths = tenThousandths * 100 + 242_194 * (year - 1980)
            return (millionths - (year - leapsFrom) / 4 * 1_000_000) / 1_000_000
        }
    }
}

extension Day {
    var before: Day { Day(number: number - 1) }
    var after: Day { Day(number: number + 1) }
}

import Feedback
import Measures
import Testing

struct JapaneseHolidaysTests {
    /// Cabinet Office, 国民の祝日について (syukujitsu.csv), and the law's own examples.
    @Test(arguments: [
        (2019, 4, 30), (2019, 5, 1), (2019, 5, 2), (2019, 5, 6), (2019, 10, 22), (2020, 7, 23), (2020, 7, 24),
        (2020, 8, 10),
        (2021, 7, 22), (2021, 7, 23), (2021, 8, 9), (2009, 9, 22), (2008, 5, 6), (1973, 4, 30), (1988, 5, 4),
        (2026, 9, 22),
        (2024, 2, 23), (2024, 3, 20), (2000, 1, 10), (1989, 2, 24),
    ])
    func isClosed(year: Int, month: Int, day: Int) {
        #expect(JapaneseHolidays.contains(MeasureSamples.day(year, month, day)))
    }

    @Test(arguments: [
        (2019, 12, 23), (2020, 7, 20), (2020, 8, 11), (2020, 10, 12), (2021, 7, 19), (2021, 10, 11), (1973, 2, 12),
        (1985, 5, 4), (2024, 12, 31), (1948, 1, 1), (2002, 7, 15),
    ])
    func isOpen(year: Int, month: Int, day: Int) {
        #expect(!JapaneseHolidays.contains(MeasureSamples.day(year, month, day)))
    }

    /// Every day of 151 years against an independent program.
    @Test func agreesWithThePackageHolidays() throws {
        let expected = try ReferenceNumbers("japanese_holidays").list("days").map { Int($0) }
        let first = MeasureSamples.day(1949, 1, 1).number
        let last = MeasureSamples.day(2099, 12, 31).number
        let found = (first...last).filter { JapaneseHolidays.contains(Day(number: $0)) }
        let surplus = Set(found).subtracting(expected).sorted().map { Day(number: $0).description }
        let missing = Set(expected).subtracting(found).sorted().map { Day(number: $0).description }
        #expect(surplus.isEmpty, "surplus \(surplus)")
        #expect(missing.isEmpty, "missing \(missing)")
    }
}

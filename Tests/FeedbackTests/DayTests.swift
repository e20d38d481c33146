import Feedback
import Testing

struct DayTests {
    /// Day numbers from `date -u -d DATE +%s` divided by 86,400.
    @Test(arguments: [
        (1970, 1, 1, 0), (2000, 2, 29, 11_016), (2008, 4, 5, 13_974), (2014, 12, 31, 16_435), (1969, 12, 31, -1),
        (1900, 3, 1, -25_508),
    ])
    func civilDateHasItsDayNumber(year: Int, month: Int, day: Int, number: Int) throws {
        let found = try #require(Day(year: year, month: month, day: day))
        #expect(found.number == number)
        #expect(found.civil == (year, month, day))
    }

    @Test(arguments: [(2001, 2, 29), (2024, 13, 1), (2024, 0, 1), (2024, 4, 31), (2024, 1, 0)])
    func impossibleDateIsNil(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test func weekdayFollowsISO8601() throws {
        #expect(try #require(Day(year: 2008, month: 4, day: 5)).weekday == 6)
        #expect(Day(number: 0).weekday == 4)
        #expect(Day(number: -1).weekday == 3)
    }

    @Test func writesISO8601() throws {
        #expect(try #require(Day(year: 2008, month: 4, day: 5)).description == "2008-04-05")
    }
}

import Feedback
import Testing

struct PeriodTests {
    /// ISO weeks from `date -d DATE +%G-W%V`.
    @Test(arguments: [
        ("2008-04-05", PeriodLength.month, "2008-04"), ("2008-04-05", .quarter, "2008-Q2"),
        ("2008-04-05", .year, "2008"), ("2008-04-05", .week, "2008-W14"), ("2008-04-05", .all, "all"),
        ("2014-12-31", .week, "2015-W01"), ("2016-01-03", .week, "2015-W53"), ("1969-12-31", .month, "1969-12"),
        ("1969-12-31", .quarter, "1969-Q4"), ("1969-12-31", .year, "1969"),
    ])
    func dayFallsIntoItsPeriod(day: String, length: PeriodLength, name: String) throws {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        let found = try #require(Day(year: parts[0], month: parts[1], day: parts[2]))
        #expect(Period(length, containing: found).description == name)
    }

    @Test(arguments: [
        (PeriodLength.month, "2014-12"), (.quarter, "2014-Q4"), (.year, "2014"), (.all, "all"), (.week, "2014-W01"),
        (.week, "2015-W53"), (.week, "1969-W52"),
    ])
    func nameLeadsBackToThePeriod(length: PeriodLength, name: String) throws {
        #expect(try #require(Period(length, named: name)).description == name)
    }

    /// 2014 had 52 weeks.
    @Test(arguments: [
        (PeriodLength.month, "2014-13"), (.quarter, "2014-Q5"), (.year, "2014-01"), (.week, "2014-W53"),
        (.week, "2014-W1"), (.week, "2014-W00"), (.week, "2014-01"),
    ])
    func wrongNameIsNil(length: PeriodLength, name: String) {
        #expect(Period(length, named: name) == nil)
    }
}

import Feedback
import Measures
import Testing

struct HandlingTests {
    private let office = BusinessCalendar(zone: .tokyo)

    private func time(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
        Zone.tokyo.instant(day: MeasureSamples.day(year, month, day), secondOfDay: hour * 3_600 + minute * 60)
    }

    private func stamp(_ instant: Instant, _ certainty: Timestamp.Certainty = .exact) -> Timestamp {
        Timestamp(instant: instant, original: "", zoneOrigin: .workspace, certainty: certainty)
    }

    @Test func nightsWeekendsAndHolidaysDoNotCount() {
        // Friday 2019-04-26 17:00 to Tuesday 2019-05-07 10:00: one hour on Friday, ten closed days of Golden Week, one hour.
        #expect(office.openSeconds(from: time(2019, 4, 26, 17), to: time(2019, 5, 7, 10)) == 2 * 3_600)
        // Within one day, from before opening to lunch.
        #expect(office.openSeconds(from: time(2024, 6, 3, 7), to: time(2024, 6, 3, 12, 30)) == 3 * 3_600 + 1_800)
        // Backwards and empty.
        #expect(office.openSeconds(from: time(2024, 6, 4, 12), to: time(2024, 6, 3, 12)) == 0)
        #expect(office.openSeconds(from: time(2024, 6, 3, 12), to: time(2024, 6, 3, 12)) == 0)
    }

    @Test func givenDaysAreClosedToo() {
        let closed = BusinessCalendar(zone: .tokyo, closedDays: [MeasureSamples.day(2024, 8, 15)])
        let interval = (time(2024, 8, 15, 0), time(2024, 8, 16, 18))
        #expect(closed.openSeconds(from: interval.0, to: interval.1) == 9 * 3_600)
        #expect(office.openSeconds(from: interval.0, to: interval.1) == 18 * 3_600)
    }

    @Test func yearlyClosedDaysAreClosedInEveryYear() {
        let closed = BusinessCalendar(
            zone: .tokyo,
            yearlyClosedDays: [BusinessCalendar.MonthDay(MeasureSamples.day(2000, 12, 30))]
        )
        // Wednesday 30 December 2020 and Monday 30 December 2024.
        #expect(!closed.isOpen(MeasureSamples.day(2020, 12, 30)) && !closed.isOpen(MeasureSamples.day(2024, 12, 30)))
        #expect(closed.isOpen(MeasureSamples.day(2020, 12, 29)) && office.isOpen(MeasureSamples.day(2020, 12, 30)))
    }

    @Test func aRoundTheClockDayFollowsTheChangeOfTheClock() throws {
        // Clocks go forward one hour within this day, so it has 23 hours.
        let change = Instant(seconds: Int64(MeasureSamples.day(2024, 3, 31).number) * 86_400 + 3_600)
        let zone = Zone(identifier: "Test", initialOffset: 0, transitions: [.init(instant: change, offset: 3_600)])
        let all = try #require(BusinessCalendar.Hours(opens: 0, closes: 86_400))
        let calendar = BusinessCalendar(zone: zone, hours: [7: [all]], closesOnJapaneseHolidays: false)
        let start = Instant(seconds: change.seconds - 86_400)
        #expect(calendar.openSeconds(from: start, to: Instant(seconds: change.seconds + 3 * 86_400)) == 23 * 3_600)
        #expect(BusinessCalendar.Hours(opens: 10, closes: 10) == nil)
    }

    @Test func botsAndInternalStepsDoNotAnswer() throws {
        var supportCase = SupportCase(
            caseID: "1",
            events: [
                CaseEvent(kind: "reply", at: stamp(time(2024, 6, 3, 9, 1)), actor: .bot),
                CaseEvent(kind: "note", at: stamp(time(2024, 6, 3, 9, 5)), actor: .agent),
                CaseEvent(kind: "reply", at: stamp(time(2024, 6, 3, 11)), actor: .agent),
                CaseEvent(kind: "reply", at: stamp(time(2024, 6, 3, 12)), actor: .agent),
                CaseEvent(kind: "closed", at: stamp(time(2024, 6, 4, 10)), actor: .agent),
            ]
        )
        supportCase.openedAt = stamp(time(2024, 6, 3, 8))
        let found = try #require(HandlingTime(of: supportCase, calendar: office))
        #expect(found.firstResponse == HandlingTime.Wait(calendar: 3 * 3_600, business: 2 * 3_600))
        #expect(found.resolution == HandlingTime.Wait(calendar: 26 * 3_600, business: 10 * 3_600))
        supportCase.events.append(CaseEvent(kind: "reopened", at: stamp(time(2024, 6, 5, 9)), actor: .customer))
        #expect(try #require(HandlingTime(of: supportCase, calendar: office)).resolution == nil)
        supportCase.closedAt = stamp(time(2024, 6, 6, 9))
        #expect(try #require(HandlingTime(of: supportCase, calendar: office)).resolution?.calendar == 73 * 3_600)
    }

    @Test func unknownAndInexactTimesStartNoClock() {
        var supportCase = SupportCase(caseID: "1")
        #expect(HandlingTime(of: supportCase, calendar: office) == nil)
        supportCase.openedAt = stamp(time(2024, 6, 3, 8), .notAfter)
        #expect(HandlingTime(of: supportCase, calendar: office) == nil)
        supportCase.events = [
            CaseEvent(kind: "reply", at: stamp(time(2024, 6, 2, 8)), actor: .agent),
            CaseEvent(kind: "call", at: stamp(time(2024, 6, 3, 8)), actor: .customer),
        ]
        // The answer stands before the customer's first event and answers nothing.
        let found = HandlingTime(of: supportCase, calendar: office)
        #expect(found?.day == MeasureSamples.day(2024, 6, 3) && found?.firstResponse == nil && found?.resolution == nil)
    }

    @Test func summaryCountsWhatNoMedianHolds() {
        var supportCase = SupportCase(caseID: "1")
        supportCase.openedAt = stamp(time(2024, 6, 3, 9))
        var answered = supportCase
        answered.events = [CaseEvent(kind: "reply", at: stamp(time(2024, 6, 3, 12)), actor: .agent)]
        let times = [supportCase, answered].compactMap { HandlingTime(of: $0, calendar: office) }
        let summary = HandlingSummary(of: times)
        #expect(summary.cases == 2 && summary.unanswered == 1 && summary.open == 2)
        #expect(summary.firstResponse?.median == 3 && summary.firstResponse?.interval == nil)
        #expect(summary.resolution == nil)
    }
}

import Feedback
import Measures
import Testing

@testable import Reporting

struct OfficeCalendarTests {
    private func time(_ seconds: Int) -> Timestamp {
        Timestamp(instant: Instant(seconds: Int64(seconds)), original: "", zoneOrigin: .text)
    }

    /// Cases from before the holidays that are worked out beforehand, from among them, and from after them.
    @Test(arguments: [
        BusinessCalendar(zone: .tokyo),
        BusinessCalendar(zone: .utc, closesOnJapaneseHolidays: false),
        BusinessCalendar(
            zone: .tokyo,
            closedDays: [Day(number: 16_100)],
            yearlyClosedDays: [BusinessCalendar.MonthDay(Day(number: 16_000))]
        ),
    ])
    func casesWaitAsByTheLaw(calendar: BusinessCalendar) {
        let office = OfficeCalendar(calendar)
        var generator = SeededGenerator(seed: 5)
        for number in 0..<400 {
            let opened = (generator.index(below: 60_000) - 10_000) * 86_400 + generator.index(below: 86_400)
            let answered = opened + generator.index(below: 40 * 86_400)
            var supportCase = SupportCase(
                caseID: "\(number)",
                events: [CaseEvent(kind: "reply", at: time(answered), actor: .agent)]
            )
            supportCase.openedAt = time(opened)
            supportCase.closedAt = time(answered + generator.index(below: 20 * 86_400))
            #expect(office.handlingTime(of: supportCase) == HandlingTime(of: supportCase, calendar: calendar))
        }
    }
}

import Feedback
import Testing

struct ZoneTests {
    /// Europe/London in 2014: summer time from 30 March 01:00 UTC to 26 October 01:00 UTC.
    private let london = Zone(
        identifier: "Europe/London",
        initialOffset: 0,
        transitions: [
            Zone.Transition(instant: Instant(seconds: 1_396_141_200), offset: 3_600),
            Zone.Transition(instant: Instant(seconds: 1_414_285_200), offset: 0),
        ]
    )

    @Test func tokyoIsNineHoursAhead() throws {
        let day = try #require(Day(year: 2008, month: 4, day: 5))
        let instant = Zone.tokyo.instant(day: day, secondOfDay: 8 * 3_600 + 24 * 60)
        #expect(instant.seconds == 1_207_351_440)
        #expect(Zone.tokyo.format(instant) == "2008-04-05T08:24:00+09:00")
        #expect(Zone.utc.format(instant) == "2008-04-04T23:24:00Z")
    }

    @Test func monthEdgeFallsOnTheLocalDay() throws {
        let midnight = london.instant(day: try #require(Day(year: 2014, month: 7, day: 1)), secondOfDay: 0)
        #expect(midnight.seconds == 1_404_169_200)
        #expect(london.local(midnight).day.description == "2014-07-01")
        #expect(london.local(Instant(seconds: midnight.seconds - 1)).day.description == "2014-06-30")
    }

    @Test func skippedTimeIsReadWithTheOffsetBefore() throws {
        let day = try #require(Day(year: 2014, month: 3, day: 30))
        #expect(london.instant(day: day, secondOfDay: 5_400).seconds == 1_396_143_000)
    }

    @Test func doubledTimeMeansTheFirst() throws {
        let day = try #require(Day(year: 2014, month: 10, day: 26))
        #expect(london.instant(day: day, secondOfDay: 5_400).seconds == 1_414_283_400)
    }
}

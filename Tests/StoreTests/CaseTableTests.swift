import Feedback
import Store
import Testing

struct CaseTableTests {
    private func story(events: Int) -> SupportCase {
        var story = SupportCase(caseID: "story:1", origin: .story)
        story.brand = "Lotte"
        story.events = (0..<events).map { place in
            CaseEvent(
                kind: "letter",
                actor: .agent,
                note: "step \(place)",
                amount: Money(thousandths: 44_490, currency: "USD")
            )
        }
        return story
    }

    @Test func caseIsReadBackWithItsTimeline() throws {
        let database = try KoeDatabase.inMemory()
        try database.write { db in
            _ = try CaseTable.store([story(events: 3)], in: db)
            #expect(try CaseTable.supportCase("story:1", in: db) == story(events: 3))
            #expect(try CaseTable.supportCase("story:2", in: db) == nil)
        }
    }

    @Test func fullerTimelineWinsInEitherOrder() throws {
        for order in [[1, 3], [3, 1]] {
            let database = try KoeDatabase.inMemory()
            try database.write { db in
                for events in order { _ = try CaseTable.store([story(events: events)], in: db) }
                #expect(try CaseTable.supportCase("story:1", in: db)?.events.count == 3)
            }
        }
    }
}

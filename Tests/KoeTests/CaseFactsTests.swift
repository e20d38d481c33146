import Feedback
import Measures
import Store
import Testing

@testable import Reporting

struct CaseFactsTests {
    private func time(_ day: Int) -> Timestamp {
        Timestamp(instant: Instant(seconds: Int64(day) * 86_400), original: "\(day)", zoneOrigin: .text)
    }

    private func supportCase(_ id: String, of brand: String?, opened: Int, answered: Int, closed: Int?) -> SupportCase {
        var result = SupportCase(
            caseID: id,
            events: [
                CaseEvent(kind: "call", at: time(opened), actor: .customer),
                CaseEvent(kind: "reply", at: time(answered), actor: .agent),
                CaseEvent(kind: "note", note: "no time is known"),
            ]
        )
        result.brand = brand
        result.openedAt = time(opened)
        result.closedAt = closed.map(time)
        return result
    }

    /// Of two cases that people put together one is counted, with what both tell; other brands' are others'.
    @Test func casesOfABrandAreToldOnce() throws {
        let database = try KoeDatabase.inMemory()
        let calendar = BusinessCalendar(zone: .utc)
        let cases = [
            supportCase("a", of: "Inn", opened: 16_000, answered: 16_004, closed: 16_009),
            supportCase("b", of: "Inn", opened: 15_998, answered: 16_002, closed: nil),
            supportCase("c", of: "Inn", opened: 16_100, answered: 16_101, closed: nil),
            supportCase("d", of: "Lotte", opened: 16_000, answered: 16_001, closed: 16_002),
            supportCase("e", of: nil, opened: 16_000, answered: 16_001, closed: 16_002),
        ]
        try database.write { db in
            _ = try CaseTable.store(cases, in: db)
            try CaseAliasTable.store(["b": "a"], in: db)
            let facts = try CaseFacts(
                of: "Inn",
                office: OfficeCalendar(calendar),
                merged: MergedCases(in: db),
                in: db
            )
            let days = 86_400
            let told = facts.times.sorted { $0.caseID < $1.caseID }
            #expect(told.map(\.caseID) == ["a", "c"])
            #expect(told.map { $0.firstResponse?.calendar } == [4 * days, days])
            #expect(told.map { $0.resolution?.calendar } == [11 * days, nil])
            #expect(facts.recoveries.isEmpty)
        }
    }
}

import Feedback
import GRDB
import Testing

@testable import Store

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

    // MARK: - Counted by hand

    private func imported(_ id: String, events: Int = 0, brand: String? = "Inn", isDated: Bool = true) -> SupportCase {
        var supportCase = SupportCase(caseID: id, origin: .imported)
        supportCase.brand = brand
        supportCase.customer = "山田\u{0}太郎"
        if isDated {
            supportCase.openedAt = Timestamp(instant: Instant(seconds: 5), original: "5", zoneOrigin: .text)
        }
        supportCase.events = (0..<events).map { CaseEvent(kind: "reply", note: "\(id) \($0)") }
        return supportCase
    }

    /// In one batch: new ones, one twice, one that grows in it, and one that grows and was there.
    private var night: [SupportCase] {
        [
            imported("C-2"), imported("C-3", events: 2, brand: nil), imported("C-2"), imported("C-3", events: 4),
            imported("C-1", events: 1), imported("C-4", events: 3, isDated: false), imported("C-3", events: 2),
        ]
    }

    @Test func anyBatchesHaveTheSumOfTheirRows() throws {
        var sums: Set<String> = []
        for batches in [[night], night.map { [$0] }, [Array(night[..<3]), Array(night[3...])], [night.reversed()]] {
            try KoeDatabase.inMemory().write { db in
                _ = try CaseTable.store([imported("C-1")], in: db)
                for batch in batches { _ = try CaseTable.store(batch, in: db) }
                #expect(try ContentSums.differences(in: db) == [])
                #expect(try ContentSums.count(of: "supportCase", in: db) == 4)
                #expect(try ContentSums.count(of: "caseEvent", in: db) == 8)
                sums.insert(try ContentSums.text(in: db))
            }
        }
        #expect(sums.count == 1)
    }

    @Test func whatHappensToCasesIsCounted() throws {
        try KoeDatabase.inMemory().write { db in
            let first = try CaseTable.store([imported("C-1")], in: db)
            #expect((first.stored, first.updated, first.duplicate) == (1, 0, 0))
            let second = try CaseTable.store(night, in: db)
            #expect((second.stored, second.updated, second.duplicate) == (3, 2, 2))
        }
    }

    /// What an earlier reading made gives way to the first of a new one, and that to the fuller one of the same reading.
    @Test func aNewReadingOfOneCaseTwiceEndsAsTheFirst() throws {
        let (poorer, fuller) = (imported("C-1"), imported("C-1", events: 2))
        for rows in [[poorer, fuller], [fuller, poorer]] {
            try KoeDatabase.inMemory().write { db in
                _ = try CaseTable.store([imported("C-1", events: 5, brand: "before")], input: 1, in: db)
                for _ in 0..<2 {
                    try NewReading.begin(1, in: db)
                    for row in rows { _ = try CaseTable.store([row], input: 1, isReread: true, in: db) }
                    #expect(try NewReading.end(1, in: db) == (0, 0))
                    #expect(try CaseTable.supportCase("C-1", in: db)?.events.count == 2)
                }
                #expect(try ContentSums.differences(in: db) == [])
            }
        }
    }

    /// The journals hold what the triggers would have written; those of linking and of the report only once there are any.
    @Test func everyCaseIsJournalled() throws {
        try KoeDatabase.inMemory().write { db in
            func noted(_ table: String) throws -> [String] {
                try String.fetchAll(db, sql: "SELECT caseID FROM \(table) ORDER BY caseID")
            }
            _ = try CaseTable.store([imported("C-1", events: 1)], in: db)
            #expect(try noted("touchedCase") == ["C-1"] && noted("unlinkedCase") == [] && noted("untoldCase") == [])
            try db.execute(
                sql: """
                    INSERT INTO fact VALUES ('link worked on', 'x');
                    INSERT INTO keptBrand VALUES ('Inn', '');
                    DELETE FROM touchedCase
                    """
            )
            _ = try CaseTable.store([imported("C-2"), imported("C-3", events: 1), imported("C-1", events: 2)], in: db)
            #expect(try noted("touchedCase") == ["C-1", "C-2", "C-3"])
            #expect(try noted("unlinkedCase") == ["C-1", "C-2", "C-3"])
            #expect(try noted("untoldCase") == ["C-1", "C-3"])
            let old = try Int64.fetchOne(db, sql: "SELECT oldID FROM unlinkedCase WHERE caseID = 'C-1'")
            #expect(old == 1)
        }
    }

    /// Every trigger on a new case or event is one whose work the writer of a batch does itself.
    @Test func theTriggersOnANewCaseAreThoseCountedByHand() throws {
        let names = try KoeDatabase.inMemory().read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('supportCase', 'caseEvent')
                        AND sql LIKE '% INSERT ON %' ORDER BY name
                    """
            )
        }
        #expect(
            names == [
                "keptSumInsert_caseEvent", "keptSumInsert_supportCase", "keptTouchInsert_supportCase",
                "keptUnlinkInsert_supportCase", "keptUntoldInsert_caseEvent",
            ]
        )
    }
}

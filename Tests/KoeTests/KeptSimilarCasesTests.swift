import Feedback
import GRDB
import Store
import Testing

@testable import Nightly
@testable import Reporting

/// What the report before found of cases that are alike is used as long as it holds, and no longer.
struct KeptSimilarCasesTests {
    /// Ids of all cases with those that are shown beside them.
    private func shown(_ kept: KeptSimilarCases?, in db: Database) throws -> [String: [String]] {
        var shown: [String: [String]] = [:]
        try CaseTable.forEach(withEvents: false, in: db) { told in
            let holders = IncidentHolders()
            shown[told.caseID] = try SimilarCases.ids(to: told, holders: holders, kept: kept, in: db)
        }
        return shown
    }

    /// Whether anything is asked anew of a case.
    private func holds(in db: Database) throws -> Bool {
        let kept = try KeptSimilarCases(in: db)
        var asked = false
        try CaseTable.forEach(withEvents: false, in: db) { told in
            _ = kept.ids(alike: told.caseID) {
                asked = true
                return []
            }
        }
        return !asked
    }

    private func report(in db: Database) throws -> [String: [String]] {
        let kept = try KeptSimilarCases(in: db)
        let found = try shown(kept, in: db)
        try kept.remember(in: db)
        return found
    }

    @Test func everyNightShowsWhatIsFoundFromNothing() async throws {
        let database = try KoeDatabase.inMemory()
        let tools = try LinkedDatabase.tools()
        var (held, fell, alike) = (0, 0, 0)
        for seed in 0..<12 {
            var sequence = try LinkSequence(seed: UInt64(seed + 1), in: database)
            let linked = LinkedDatabase(database, tools)
            try await linked.rebuild()
            for _ in 0..<4 {
                try database.write { db in
                    if try holds(in: db) { held += 1 } else { fell += 1 }
                    let found = try report(in: db)
                    let fresh = try shown(nil, in: db)
                    #expect(found == fresh, "sequence \(seed)")
                    alike += found.values.count { !$0.isEmpty }
                }
                try sequence.change()
                // A report before the linking finds by the index of before, and keeps nothing of it.
                try database.write { db in
                    let (found, fresh) = (try report(in: db), try shown(nil, in: db))
                    #expect(found == fresh, "before the night of sequence \(seed)")
                }
                _ = try await linked.night()
            }
        }
        #expect(held > 1 && fell > 5 && alike > 40, "held \(held), fell \(fell), alike \(alike)")
    }

    @Test func whatCannotBeReadIsFoundAnew() async throws {
        let database = try KoeDatabase.inMemory()
        _ = try LinkSequence(seed: 3, in: database)
        try await LinkedDatabase(database, LinkedDatabase.tools()).rebuild()
        try database.write { db in
            let found = try report(in: db)
            #expect(try holds(in: db))
            for broken in ["", "{}", "{\"input\":\"x\",\"cases\":{\"K-1\":[\"K-99\"]}}"] {
                try db.execute(sql: "UPDATE fact SET value = ? WHERE name = 'likest cases'", arguments: [broken])
                #expect(try holds(in: db) == false)
                #expect(try report(in: db) == found)
            }
        }
    }

    @Test func idsOfErasedCasesAreForgotten() async throws {
        let database = try KoeDatabase.inMemory()
        _ = try LinkSequence(seed: 3, in: database)
        try await LinkedDatabase(database, LinkedDatabase.tools()).rebuild()
        try database.write { db in
            _ = try report(in: db)
            #expect(try LikestCaseFact.value(in: db)?.contains("K-1") == true)
            let id = try #require(try CaseTable.keyed("K-1", in: db)).id
            _ = try Erasure.remove(comments: [], cases: [id], marks: ErasedMarks(), in: db)
            #expect(try LikestCaseFact.value(in: db) == nil)
        }
    }
}

import Feedback
import GRDB

/// Stores cases one after the other: those that come are counted by hand, those that change by the triggers.
struct CaseStoring {
    private let input: Int64
    private let isReread: Bool
    private let db: Database
    private var inserted: InsertedCases
    private var triggersFire = false
    private(set) var counts = StoreCounts()

    /// Within ``HandCount/runWithoutTriggers(in:_:)``.
    init(input: Int64, isReread: Bool, db: Database) throws {
        (self.input, self.isReread, self.db) = (input, isReread, db)
        inserted = try InsertedCases(in: db)
    }

    /// Of two states of one case the one with more events stays, then the greater content hash; but what an earlier
    /// reading of the input made gives way to the first that its new reading meets.
    mutating func store(_ supportCase: SupportCase) throws {
        let isFirst = try isReread && NewReading.meet(caseID: supportCase.caseID, of: input, in: db)
        if try inserted.add(supportCase, input: input, in: db) {
            counts.stored += 1
        } else if let stored = try stored(supportCase.caseID) {
            try meet(supportCase, stored, isFirst: isFirst)
        }
    }

    /// Counts what was inserted.
    mutating func finish() throws { try inserted.settle(in: db) }

    private struct Stored {
        let contentHash: Int64
        let input: Int64
        let events: Int
    }

    /// `isFirst`: whether a new reading of the input meets the case for the first time.
    private mutating func meet(_ supportCase: SupportCase, _ stored: Stored, isFirst: Bool) throws {
        let isNewReading = isFirst && stored.input == input && supportCase.contentHash != stored.contentHash
        let isGreater = (supportCase.events.count, supportCase.contentHash) > (stored.events, stored.contentHash)
        guard isNewReading || isGreater else {
            counts.duplicate += 1
            return
        }
        if !isGreater { try SoughtRows.noteCases(in: db) }
        try inserted.settle(in: db)
        fireTriggers()
        try CaseTable.delete(caseID: supportCase.caseID, in: db)
        _ = try inserted.add(supportCase, input: isNewReading ? stored.input : input, in: db)
        counts.updated += 1
    }

    private mutating func fireTriggers() {
        if triggersFire { return }
        triggersFire = true
        HandCount.fireTriggers(of: db)
    }

    private func stored(_ caseID: String) throws -> Stored? {
        let sql = """
            SELECT contentHash, coalesce(inputID, 0), (SELECT count(*) FROM caseEvent WHERE supportCaseID = supportCase.id)
            FROM supportCase WHERE caseID = ?
            """
        var stored: Stored?
        try NumberQuery.forEach(sql, texts: [caseID], in: db) { row in
            let columns = StatementColumns(row)
            stored = Stored(
                contentHash: Int64(columns.integer(0)),
                input: Int64(columns.integer(1)),
                events: columns.integer(2)
            )
            return false
        }
        return stored
    }
}

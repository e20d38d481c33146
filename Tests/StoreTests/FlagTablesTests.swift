import Feedback
import GRDB
import Testing

@testable import Store

struct FlagTablesTests {
    private static let before = "ways from a comment to its voice and to a customer's cases"

    private static let ledger = """
        {"entries":[
        {"id":"Shop/support/2014-03","ledgerID":"a","series":"Shop/support","kind":"step","direction":-1,"month":530,\
        "low":529,"high":532,"difference":-1234.5,"state":"acknowledged","firstReported":2,\
        "firstReportedAt":"2014-05-01T00:00:00+09:00","lastSeen":4,"toldIn":2,"acknowledgedAt":"2014-05-02","note":"known"},
        {"id":"Shop/facet.speed/2013-01","ledgerID":"b","series":"Shop/facet.speed","kind":"ramp","direction":1,\
        "month":516,"low":510,"high":520,"difference":800,"state":"new","firstReported":4,\
        "firstReportedAt":"2014-07-01T00:00:00+09:00","lastSeen":4}]}
        """

    private static let notes = """
        {"seriesTested":7,"sights":[{"brand":"Shop","isTested":true,"voices":90,"smallestFall":6.25},
        {"brand":"Inn","isTested":false,"voices":3}],
        "explained":[{"brand":"Shop","measure":"support","cause":"mix","from":"2014-01","to":"2014-02","raw":-4.5,
        "remaining":0.5,"low":-1,"high":2,"voices":40}],
        "watches":[{"brand":"Shop","month":"2014-06","direction":-1,"z":-2.5}]}
        """

    private func migrated(_ facts: [String: String]) throws -> DatabaseQueue {
        let queue = try DatabaseQueue()
        try Schema.migrator.migrate(queue, upTo: Self.before)
        try queue.write { (db: Database) throws -> Void in
            for (name, value) in facts { try FactTable.set(name, to: value, in: db) }
        }
        try Schema.migrator.migrate(queue)
        return queue
    }

    @Test func ledgerInAFactBecomesRows() throws {
        let records = try migrated(["flag ledger": Self.ledger]).read { try FlagLedgerTable.all(in: $0) }
        #expect(records.map(\.id) == ["Shop/support/2014-03", "Shop/facet.speed/2013-01"])
        #expect(records.map(\.state) == [.acknowledged, .new])
        #expect(records.map(\.difference) == [-1_234.5, 800])
        #expect(records.map(\.toldIn) == [2, nil] && records.map(\.note) == ["known", nil])
        #expect(records.map(\.low) == [529, 510] && records.map(\.month) == [530, 516])
    }

    @Test func notesInAFactBecomeRows() throws {
        try migrated(["trend notes": Self.notes]).read { (db: Database) throws -> Void in
            #expect(try SearchNoteTables.sights(in: db).map(\.smallestFall) == [6.25, nil])
            #expect(try SearchNoteTables.explained(in: db).map(\.remaining) == [0.5])
            #expect(try SearchNoteTables.watches(in: db).map(\.z) == [-2.5])
            #expect(try FactTable.value("series tested", in: db) == "7")
            #expect(try FactTable.value("trend notes", in: db) == nil)
        }
    }

    @Test func filesThatWereReadStayRead() throws {
        let queue = try migrated(["imported abc": "model 1", "linked": "x", "measured": "y"])
        try queue.read { (db: Database) throws -> Void in
            #expect(try FactTable.value("file abc read by", in: db) == "plan model 1")
            #expect(try FactTable.value("linked", in: db) == nil)
        }
    }

    @Test func ledgerComesBackAsItWasWritten() throws {
        let queue = try migrated(["flag ledger": Self.ledger])
        try queue.write { (db: Database) throws -> Void in
            var records = try FlagLedgerTable.all(in: db).reversed() as [FlagRecord]
            records[0].state = .superseded
            records[0].note = "later"
            try FlagLedgerTable.replace(records, in: db)
            let read = try FlagLedgerTable.all(in: db)
            #expect(read.map(\.ledgerID) == ["b", "a"])
            #expect(read[0].state == .superseded && read[0].note == "later")
        }
    }

    @Test func noStateButTheKnownOnesIsStored() throws {
        let queue = try migrated(["flag ledger": Self.ledger])
        #expect(throws: DatabaseError.self) {
            try queue.write { try $0.execute(sql: "UPDATE flagRecord SET state = 'odd'") }
        }
    }
}

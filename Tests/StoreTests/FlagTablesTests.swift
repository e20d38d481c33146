import Feedback
import Foundation
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

    private static let detail = """
        {"after":{"from":"2014-03","high":61.5,"low":50.5,"to":"2014-12","value":56,"voices":80},"alsoIn":["facet.speed",\
        "support@chat"],"before":{"from":"2012-01","to":"2014-02","voices":4},"brand":"Shop","channels":[\
        {"change":-9.5,"channel":"chat","mix":0.5,"voices":30,"within":-6},{"channel":"","mix":0,"voices":50,"within":-4}],\
        "completePeriod":"2014-04","difference":-12.5,"direction":-1,"entry":{"id":"Shop/support/2014-03"},\
        "facets":[{"change":-20,"facet":"speed","voices":12}],"firstDetectable":"2014-06","firstPeriod":"2014-03",\
        "firstPeriodHigh":"2014-04","firstPeriodLow":"2014-02","id":"f1","instrument":-2,"kind":"step",\
        "lastGoodPeriod":"2014-02","lowStars":{"after":40,"before":10.5},"margin":4.5,"measure":"support","mix":0.5,\
        "p":0.002,"periods":"quarter","q":0.01,"seriesTested":7,"within":-10,"world":-10.5}
        """

    private static let beforeColumns = "inputs as they came, and earlier versions of comments"

    /// A database of the schema before, with flags of these details.
    private func migrated(flags: [String: String]) throws -> DatabaseQueue {
        let queue = try DatabaseQueue()
        try Schema.migrator.migrate(queue, upTo: Self.before)
        try queue.write { try FactTable.set("flag ledger", to: Self.ledger, in: $0) }
        try Schema.migrator.migrate(queue, upTo: Self.beforeColumns)
        try queue.write { (db: Database) throws -> Void in
            for (id, detail) in flags {
                let sql = "INSERT INTO flag VALUES (?, 'Shop', 'support', '*', 'step', 'ongoing', '2014-03', ?)"
                try db.execute(sql: sql, arguments: [id, detail])
            }
        }
        try Schema.migrator.migrate(queue)
        return queue
    }

    @Test func detailOfAFlagBecomesColumns() throws {
        let flags = try migrated(flags: ["f1": Self.detail]).read { try FindingTable.flags(in: $0) }
        let flag = try #require(flags.first)
        #expect([flag.id, flag.firstPeriod, flag.firstPeriodLow] == ["f1", "2014-03", "2014-02"])
        #expect([flag.periods, flag.completePeriod, flag.firstDetectable] == ["quarter", "2014-04", "2014-06"])
        #expect(flag.channel == nil && flag.direction == -1 && flag.seriesTested == 7)
        let few = FlagDetail.Level(voices: 4, value: nil, low: nil, high: nil, from: "2012-01", to: "2014-02")
        #expect(flag.before == few)
        #expect(flag.after.value == 56 && flag.after.low == 50.5 && flag.after.high == 61.5 && flag.after.voices == 80)
        #expect([flag.difference, flag.margin, flag.within, flag.mix] == [-12.5, 4.5, -10, 0.5])
        #expect([flag.p, flag.q, flag.resolution, flag.world, flag.instrument] == [0.002, 0.01, nil, -10.5, -2])
        #expect(flag.alsoIn == ["facet.speed", "support@chat"])
        #expect(flag.channels.map(\.channel) == ["chat", ""] && flag.channels.map(\.change) == [-9.5, nil])
        #expect(flag.facets == [FlagFacet(facet: "speed", change: -20, voices: 12)])
        #expect(flag.lowStars == FlagLowStars(before: 10.5, after: 40))
        #expect(flag.entry?.state == .acknowledged && flag.entry?.note == "known")
    }

    @Test func flagOfAnEarlyProgramIsKept() throws {
        let flags = try migrated(flags: ["f1": #"{"difference":12.5}"#]).read { try FindingTable.flags(in: $0) }
        #expect(flags.map(\.difference) == [12.5] && flags.map(\.direction) == [1])
        #expect(flags.map(\.periods) == ["month"] && flags.map(\.lastGoodPeriod) == ["2014-03"])
        #expect(flags.allSatisfy { $0.entry == nil && $0.lowStars == nil && $0.channels.isEmpty })
    }

    @Test func flagsComeBackAsTheyWereWritten() throws {
        let queue = try migrated(flags: ["f1": Self.detail])
        let first = try queue.read { try JSONEncoder.sorted.encode(FindingTable.flags(in: $0)) }
        try queue.write { db in try FindingTable.replaceFlags(FindingTable.flags(in: db), in: db) }
        #expect(try queue.read { try JSONEncoder.sorted.encode(FindingTable.flags(in: $0)) } == first)
        try queue.write { try FindingTable.replaceFlags([], in: $0) }
        for table in ["flag", "flagSeries", "flagChannel", "flagFacet"] {
            #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") } == 0)
        }
    }

    @Test func exportTellsTheStateOfTheLedger() throws {
        let queue = try migrated(flags: ["f1": Self.detail])
        var rows: [[String: ExportValue]] = []
        try queue.read { db in
            try ExportQuery.flags.forEachRow(in: db) { row in
                rows.append(Dictionary(uniqueKeysWithValues: row.map { ($0.name, $0.value) }))
            }
        }
        #expect(rows.map { $0["state"] } == [.text("acknowledged")])
        #expect(rows.map { $0["alsoIn"] } == [.json(#"["facet.speed","support@chat"]"#)])
        #expect(rows.map { $0["facets"] } == [.json(#"[{"facet":"speed","change":-20.0,"voices":12}]"#)])
    }

    @Test func noStateButTheKnownOnesIsStored() throws {
        let queue = try migrated(["flag ledger": Self.ledger])
        #expect(throws: DatabaseError.self) {
            try queue.write { try $0.execute(sql: "UPDATE flagRecord SET state = 'odd'") }
        }
    }
}

extension JSONEncoder {
    fileprivate static var sorted: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return encoder
    }
}

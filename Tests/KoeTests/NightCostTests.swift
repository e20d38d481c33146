import Feedback
import Foundation
import GRDB
import GRDBSQLite
import Store
import Testing
import Workspace

@testable import Nightly
@testable import Reporting

/// What a night costs beside what it brought, in counts that are the same on every machine.
struct NightCostTests {
    /// What SQLite was asked for.
    private final class Asked {
        var statements = 0
        var rows = 0

        /// Counts what a body asks for; statements of triggers are among them.
        func count<Value>(_ db: Database, _ body: (Database) throws -> Value) rethrows -> Value {
            let events = UInt32(SQLITE_TRACE_STMT | SQLITE_TRACE_ROW)
            sqlite3_trace_v2(
                db.sqliteConnection,
                events,
                { event, context, _, _ in
                    guard let context else { return 0 }
                    let asked = Unmanaged<Asked>.fromOpaque(context).takeUnretainedValue()
                    if event == UInt32(SQLITE_TRACE_ROW) { asked.rows += 1 } else { asked.statements += 1 }
                    return 0
                },
                Unmanaged.passUnretained(self).toOpaque()
            )
            defer { sqlite3_trace_v2(db.sqliteConnection, 0, nil, nil) }
            return try body(db)
        }
    }

    private static let brands = ["Lotte", "Zappos", "Inn", "Kettle House"]
    private static let families = [
        "Mori", "Yamada", "Sato", "Smith", "Jones", "Okafor", "Garcia", "Lee", "Kim", "Patel",
    ]
    private static let given = ["Ken", "Taro", "Hana", "Anna", "John", "Mary", "Wei", "Olga", "Priya", "Linda", "Paul"]

    private static func time(_ day: Int) -> Timestamp {
        Timestamp(instant: Instant(seconds: Int64(day) * 86_400), original: "\(day)", zoneOrigin: .text)
    }

    private static func name(_ number: Int) -> String {
        "\(given[number % given.count]) \(families[number / given.count % families.count])son\(number / 110)"
    }

    private static func supportCase(_ number: Int) -> SupportCase {
        var result = SupportCase(caseID: "K-\(number)", origin: .imported, events: [])
        result.number = "CS-\(100_000 + 37 * number)"
        result.brand = brands[number % brands.count]
        result.customer = name(number)
        // Every case between those of the first and the last day.
        result.openedAt = time(number == 0 ? 16_000 : 16_000 + number * 7 % 1_000)
        result.subject = "Parcel \(number) never arrived"
        return result
    }

    /// Of three comments one quotes its case, one is signed by its customer, and one belongs to none.
    private static func comment(_ number: Int) -> Feedback.Comment {
        let caseNumber = number / 3
        var result = Feedback.Comment(source: "shop", externalID: "\(number)", text: "Nothing happened for weeks.")
        result.brand = brands[caseNumber % brands.count]
        result.postedAt = time(16_003 + caseNumber * 7 % 1_000)
        switch number % 3 {
        case 0: result.text = "Still waiting for CS-\(100_000 + 37 * caseNumber)."
        case 1: result.author = name(caseNumber)
        default: result.author = "Reader \(number)"
        }
        return result
    }

    private func store(_ comments: Range<Int>, _ cases: Range<Int>, in db: Database) throws {
        _ = try CaseTable.store(cases.map(Self.supportCase), in: db)
        _ = try CommentTable.store(comments.map(Self.comment), in: db)
        let ids = try Int64.fetchAll(db, sql: "SELECT id FROM comment WHERE id NOT IN (SELECT commentID FROM score)")
        let scores = ids.map { (commentID: $0, score: Score(language: .english, valence: Int($0 % 7) * 100 - 300)) }
        try ScoreTable.store(scores, scorerID: ScoreTable.scorerID(version: "1", in: db), in: db)
    }

    /// A night of 60 comments and 10 cases on some thousands: 40 rows a comment, 6 pairs, and the hash of a rebuild.
    @Test(arguments: [1_200, 3_600])
    func aNightReadsWhatItBrought(before: Int) async throws {
        let database = try KoeDatabase.inMemory()
        let linked = LinkedDatabase(database, try LinkedDatabase.tools(hotKey: 60))
        let kinds = CellKinds(minimumVoices: 3, hasWeeks: false)
        try database.write { try store(0..<before, 0..<before / 3, in: $0) }
        try await linked.rebuild()
        try database.write { db in
            try WholeMeasuring(zone: .utc, kinds: kinds, person: { $0 }).run(comments: 0, in: db, progress: { _ in })
            try TouchedTables.clear(in: db)
            try store(before..<before + 60, before / 3..<before / 3 + 10, in: db)
        }
        let tools = try linked.tools
        let asked = Asked()
        let pairs = try database.write { db in
            try asked.count(db) { db in
                let pairs = try NightLinking(tools: tools).run(in: db) { _ in }
                _ = try ChangedVoices(zone: .utc, kinds: kinds, person: { $0 }).update(in: db)
                try TouchedTables.clear(in: db)
                return pairs
            }
        }
        #expect(pairs > 0 && pairs <= 6 * 60, "\(pairs) pairs")
        #expect(asked.rows > 60 && asked.rows <= 40 * 60, "\(asked.rows) rows read")
        #expect(asked.statements <= 400 * 60, "\(asked.statements) statements")
        #expect(try await linked.differences() == [])
    }

    /// A case that is looked up counts as two rows read in order: so of 1,000 cases, asked for ten at a time, the fiftieth
    /// question reads all, after 49 that looked ten up, and no later one reads any.
    @Test func aTokenThatManyAskForIsReadOnce() throws {
        try KoeDatabase.inMemory().write { db in
            for id in 1...1_000 { try CaseIncidentTable.add([7], of: Int64(id), in: db) }
            let (holders, asked) = (IncidentHolders(), Asked())
            for start in stride(from: Int64(1), to: 1_000, by: 10) {
                let cases = (start..<start + 10).map(\.self)
                let found = try asked.count(db) { try holders.holders(of: 7, count: 1_000, among: cases, in: $0) }
                #expect(found == cases)
            }
            #expect(asked.rows == 49 * 10 + 1_000)
        }
    }
}

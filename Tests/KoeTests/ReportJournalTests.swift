import Feedback
import GRDB
import Store
import Testing

@testable import Nightly

/// Which brands have to be told anew after a change.
///
/// Lotte has the comment `l` and the case K-1, which `l` tells and Inn's comment `i` is about. Inn has the case K-2 too,
/// which nobody tells. Zappos has `z`, and `r`, which answers `l`.
struct ReportJournalTests {
    struct Change: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let brands: [String]
        let make: @Sendable (Database) throws -> Void

        init(_ name: String, _ brands: [String], _ make: @escaping @Sendable (Database) throws -> Void) {
            (testDescription, self.brands, self.make) = (name, brands, make)
        }
    }

    private static let changes = [
        Change("nothing", []) { _ in },
        Change("a text that others' case tells", ["Inn", "Lotte"]) { try edit("l", in: $0) { $0.text = "other" } },
        Change("an answer", ["Lotte", "Zappos"]) { try edit("r", in: $0) { $0.title = "other" } },
        Change("an answer that goes", ["Lotte", "Zappos"]) { try remove("r", in: $0) },
        Change("what is answered instead", ["Inn", "Lotte", "Zappos"]) { try edit("r", in: $0) { $0.inReplyTo = "i" } },
        Change("an answer that comes", ["Inn", "Zappos"]) { try store(comment("n", "Inn", answers: "z"), in: $0) },
        Change("a text that nobody else tells", ["Zappos"]) { try edit("z", in: $0) { $0.author = "other" } },
        Change("a score", ["Zappos"]) { try score("z", -500, in: $0) },
        Change("a brand", ["Inn", "Zappos"]) { try edit("z", in: $0) { $0.brand = "Inn" } },
        Change("a comment that comes", ["Lotte"]) { try store(comment("n", "Lotte"), in: $0) },
        Change("a comment that goes", ["Inn", "Lotte"]) { try remove("i", in: $0) },
        Change("a link that comes", ["Inn", "Zappos"]) { try link("z", "K-2", .about, in: $0) },
        Change("a link that goes", ["Inn", "Lotte"]) { try link("i", nil, .about, in: $0) },
        Change("a link to another case", ["Inn", "Lotte"]) { try link("i", "K-2", .about, in: $0) },
        Change("a step of a case", ["Inn", "Lotte"]) { db in
            let sql = "UPDATE caseEvent SET note = 'other' WHERE supportCaseID = ?"
            try db.execute(sql: sql, arguments: [id("K-1", in: db)])
        },
        Change("a step of a case that nobody tells", ["Inn"]) { db in
            try db.execute(
                sql: "INSERT INTO caseEvent (supportCaseID, position, kind) VALUES (?, 9, 'reply')",
                arguments: [id("K-2", in: db)]
            )
        },
        Change("the brand of a case", ["Inn", "Zappos"]) { try $0.execute(sql: brandOfCase) },
        Change("a case that goes", ["Inn"]) { try CaseTable.delete(caseID: "K-2", in: $0) },
        Change("a case that comes", ["Zappos"]) { _ = try CaseTable.store([supportCase("K-3", "Zappos")], in: $0) },
        Change("cases that are put together", ["Inn", "Lotte"]) { try CaseAliasTable.store(["K-2": "K-1"], in: $0) },
        Change("a step of a case that another tells", ["Inn", "Lotte"]) { db in
            try CaseAliasTable.store(["K-2": "K-1"], in: db)
            try KeptReportTable.replace(try KeptReportTable.records(in: db), files: [], in: db)
            let sql = "DELETE FROM caseEvent WHERE supportCaseID = ?"
            try db.execute(sql: sql, arguments: [id("K-2", in: db)])
        },
    ]

    private static let brandOfCase = "UPDATE supportCase SET brand = 'Zappos' WHERE caseID = 'K-2'"

    private static let kinds = CellKinds(minimumVoices: 3, hasWeeks: false)

    /// Measured, and told by a report.
    private func told() throws -> KoeDatabase {
        let database = try KoeDatabase.inMemory()
        try database.write { db in
            _ = try CaseTable.store([Self.supportCase("K-1", "Lotte"), Self.supportCase("K-2", "Inn")], in: db)
            let comments = [("l", "Lotte", nil), ("i", "Inn", nil), ("z", "Zappos", nil), ("r", "Zappos", "l")]
            for (name, brand, answered) in comments as [(String, String, String?)] {
                try Self.store(Self.comment(name, brand, answers: answered), in: db)
            }
            try Self.link("l", "K-1", .sameCase, in: db)
            try Self.link("i", "K-1", .about, in: db)
            try WholeMeasuring(zone: .utc, kinds: Self.kinds, person: { $0 })
                .run(comments: 0, in: db, progress: { _ in })
            try TouchedTables.clear(in: db)
            let records = ["Lotte": "l", "Inn": "i", "Zappos": "z"]
            try KeptReportTable.replace(records, files: [], in: db)
        }
        return database
    }

    private func measure(_ db: Database) throws {
        _ = try ChangedVoices(zone: .utc, kinds: Self.kinds, person: { $0 }).update(in: db)
        try TouchedTables.clear(in: db)
    }

    @Test(arguments: changes)
    func aChangeIsToldByTheBrandsThatItIsOf(change: Change) throws {
        try told().write { db in
            #expect(try ReportJournal.brands(in: db) == [])
            try change.make(db)
            try measure(db)
            #expect(try ReportJournal.brands(in: db) == change.brands)
            try KeptReportTable.replace([:], files: [], in: db)
            #expect(try ReportJournal.brands(in: db) == [])
        }
    }

    /// A report before the next measuring tells what is there as well.
    @Test(arguments: changes)
    func nothingIsMissedBeforeItIsMeasured(change: Change) throws {
        try told().write { db in
            try change.make(db)
            // Voices are those of before: a brand that a comment goes to has no voice of it yet.
            let isNew = ["a brand", "a comment that comes", "an answer that comes"].contains(change.testDescription)
            let found = Set(try ReportJournal.brands(in: db))
            #expect(isNew || found.isSuperset(of: change.brands), "\(found)")
            try measure(db)
            #expect(try ReportJournal.brands(in: db) == change.brands)
        }
    }

    /// Without a report nothing is noted, and a measuring of everything makes every brand anew.
    @Test func whatAllIsMadeAnewIsForgotten() throws {
        try told().write { db in
            try WholeMeasuring(zone: .utc, kinds: Self.kinds, person: { $0 })
                .run(comments: 0, in: db, progress: { _ in })
            #expect(try KeptReportTable.records(in: db).isEmpty)
            try TouchedTables.clear(in: db)
            try Self.edit("l", in: db) { $0.text = "other" }
            try measure(db)
            #expect(try ReportJournal.brands(in: db) == [])
        }
    }

    // MARK: - Changes

    private static func comment(_ name: String, _ brand: String, answers: String? = nil) -> Feedback.Comment {
        var comment = Feedback.Comment(source: "s", externalID: name, text: "text")
        (comment.brand, comment.author, comment.inReplyTo) = (brand, "author \(name)", answers)
        comment.postedAt = Timestamp(instant: Instant(seconds: 1_400_000_000), original: "", zoneOrigin: .text)
        return comment
    }

    private static func supportCase(_ caseID: String, _ brand: String) -> SupportCase {
        var result = SupportCase(caseID: caseID, origin: .imported, events: [CaseEvent(kind: "contact", note: "note")])
        result.brand = brand
        return result
    }

    private static func id(_ caseID: String, in db: Database) throws -> Int64? {
        try CaseTable.keyed(caseID, in: db)?.id
    }

    private static func row(_ name: String, in db: Database) throws -> Int64 {
        try #require(try CommentTable.find("s:\(name)", in: db).first).id
    }

    private static func store(_ comment: Feedback.Comment, in db: Database) throws {
        _ = try CommentTable.store([comment], in: db)
        try score(comment.externalID, 500, in: db)
    }

    private static func edit(
        _ name: String,
        in db: Database,
        _ change: (inout Feedback.Comment) -> Void
    ) throws {
        var comment = try #require(try CommentTable.find("s:\(name)", in: db).first).comment
        change(&comment)
        comment.updatedAt = Timestamp(instant: Instant(seconds: 1_500_000_000), original: "", zoneOrigin: .text)
        _ = try CommentTable.store([comment], in: db)
        // What lost its score by the change is scored once more.
        try score(name, 500, in: db)
    }

    private static func remove(_ name: String, in db: Database) throws {
        try db.execute(sql: "DELETE FROM comment WHERE id = ?", arguments: [row(name, in: db)])
    }

    private static func score(_ name: String, _ valence: Int, in db: Database) throws {
        let score = Score(language: .english, valence: valence, handlingValence: valence)
        try ScoreTable.store([(row(name, in: db), score)], scorerID: ScoreTable.scorerID(version: "1", in: db), in: db)
    }

    private static func link(_ name: String, _ caseID: String?, _ relation: LinkRelation, in db: Database) throws {
        let link = caseID.map { caseID in
            CaseLink(
                relation: relation,
                caseID: caseID,
                status: .auto,
                milliBits: 1,
                marginMilliBits: nil,
                method: "m",
                evidence: []
            )
        }
        try LinkTable.store([(row(name, in: db), link)], in: db)
    }
}

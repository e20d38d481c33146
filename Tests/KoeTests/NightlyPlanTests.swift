import Feedback
import Foundation
import GRDB
import Reporting
import Store
import Testing
import Workspace

@testable import Nightly

/// No statement of a night that brought little reads a whole table that grows with the comments.
struct NightlyPlanTests {
    private static let growing: Set<String> = [
        "comment", "score", "link", "supportCase", "caseEvent", "voice", "voiceMember", "periodCell", "ratingMismatch",
        "other", "told", "listedComment", "searchState", "caseKeyPart", "caseCount", "lentHandle", "threadNode",
        "linkNotePart", "linkNotes",
    ]

    /// The parts of the plans of all statements of a body that read a growing table from end to end.
    private func scans(_ db: Database, _ body: (Database) throws -> Void) throws -> [String] {
        var statements: Set<String> = []
        db.trace { event in
            if case .statement(let statement) = event { statements.insert(statement.sql) }
        }
        try body(db)
        db.trace(nil)
        let read = statements.filter { sql in
            ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].contains { sql.hasPrefix($0) }
        }
        #expect(!read.isEmpty)
        return try read.sorted().flatMap { sql -> [String] in
            let explain = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
            explain.setUncheckedArguments(StatementArguments())
            let plan = try Row.fetchAll(explain)
            return plan.map { $0["detail"] as String }.filter(Self.isScan).map { "\($0): \(sql)" }
        }
    }

    private static func isScan(_ detail: String) -> Bool {
        let words = detail.split(separator: " ").map(String.init)
        return words.count > 1 && words[0] == "SCAN" && growing.contains(words[1])
    }

    private func filled() throws -> KoeDatabase {
        var sequence = try NightSequence(seed: 3)
        for _ in 0..<5 { try sequence.change() }
        try sequence.database.write { db in
            try WholeMeasuring(zone: .utc, kinds: CellKinds(minimumVoices: 3, hasWeeks: true), person: { $0 })
                .run(comments: 0, in: db, progress: { _ in })
            try TouchedTables.clear(in: db)
        }
        try sequence.change()
        return sequence.database
    }

    @Test func measuringReadsWhatWasTouched() throws {
        try filled().write { db in
            let kinds = CellKinds(minimumVoices: 3, hasWeeks: true)
            let found = try scans(db) { db in
                _ = try ChangedVoices(zone: .utc, kinds: kinds, person: { $0 }).update(in: db)
                try TouchedTables.clear(in: db)
            }
            #expect(found == [])
        }
    }

    @Test func linkingReadsWhatChangedAndWhatHangsOnIt() async throws {
        var sequence = try LinkSequence(seed: 11, in: .inMemory())
        let linked = LinkedDatabase(sequence.database, try LinkedDatabase.tools())
        try await linked.rebuild()
        for _ in 0..<4 { try sequence.change() }
        let tools = try linked.tools
        try sequence.database.write { db in
            let found = try scans(db) { db in
                _ = try tools.input(try tools.steps(in: db)).isUnchanged(in: db)
                _ = try LinkJournal.isEmpty(in: db)
                _ = try LinkJournal.counts(in: db)
                try NightLinking(tools: tools).run(in: db) { _ in }
                _ = try LinkTable.counts(in: db)
            }
            #expect(found == [])
        }
    }

    @Test func hashAndStagesThatAreCurrentReadSums() throws {
        try filled().write { db in
            let found = try scans(db) { db in
                _ = try ContentSums.text(in: db)
                _ = try StageFingerprint.ofInput(in: db)
                _ = try TouchedTables.areEmpty(in: db)
                _ = try VoiceTable.count(in: db)
                _ = try ScoreTable.versions(in: db)
                _ = try ScoreTable.unscored(by: 1, among: .touched, after: 0, limit: 10, in: db)
                _ = try ScoreTable.unscoredCount(by: 1, among: .touched, in: db)
            }
            #expect(found == [])
        }
    }

    @Test func reportsReadCountsAndIndexes() throws {
        try filled().write { db in
            let found = try scans(db) { db in
                _ = try ReportQueries.mentionCounts(in: db)
                _ = try ReportQueries.sourceSpans(of: "Inn", in: db)
                _ = try ReportQueries.basisCounts(of: "Inn", in: db)
                _ = try ReportQueries.caseIDs(of: "Inn", limit: 5, in: db)
                try ReportCases.forEachComment(ofCases: ["C-1"], in: db) { _ in }
                try ReportCases.forEachTimed(of: "Inn", in: db) { _ in }
                _ = try ReportCells.cells(of: "Inn", [.init(.month, whole: ["support"], byChannel: [])], in: db)
                try ReportVoices.forEach(of: "Inn", in: db) { _ in }
                _ = try ReportVoices.quoted(1, in: db)
                _ = try ReportVoices.comments(ofVoice: 1, limit: 20, in: db)
                _ = try ScoreTable.facets(of: 1, in: db)
                _ = try LikestCaseFact.input(in: db)
                _ = try ReportJournal.brands(in: db)
                _ = try ReportQueries.sourceStates(in: db)
                _ = try ReportQueries.withoutBrand(in: db)
                _ = try ReportVoices.heaviest(of: "Inn", isPraise: true, limit: 3, in: db)
                _ = try ReportVoices.heaviest(of: "Inn", isPraise: false, limit: 3, in: db)
                _ = try ReportVoices.drawn(of: "Inn", limit: 3, in: db)
                _ = try PersonQueries.names(with: ["mori"], in: db)
                _ = try KnownNames.bearers(of: ["mori", "森田"], in: db)
                _ = try ReportQueries.countedVoices(of: ["Inn", "Lotte"], in: db)
                _ = try CellTable.wholes(of: ["support"], brands: ["Inn", "Lotte"], in: db)
                try RatingQueries.forEachCount(in: db) { _ in }
            }
            #expect(found == [])
        }
    }

    @Test func theSearchIndexReadsWhatCameOrChanged() throws {
        let database = try filled()
        _ = try database.write { try SearchIndex.update(in: $0) }
        try database.write { db in
            _ = try CommentTable.store([Feedback.Comment(source: "late", externalID: "0", text: "refund")], in: db)
            var fed: Int?
            let found = try scans(db) { fed = try SearchIndex.catchUp(in: $0) }
            #expect(found == [] && fed == 1)
        }
    }

    /// What the dashboard asks while people wait.
    @Test(arguments: CommentFilterCase.all)
    func listsOfCommentsReadIndexes(filter: CommentFilterCase) throws {
        try filled().write { db in
            try SearchIndex.update(in: db)
            let found = try scans(db) { db in
                let list = try CommentList(of: filter.filter, in: db)
                _ = try list.size(in: db)
                _ = try list.ids(limit: 50, offset: 50, in: db)
                _ = try list.ids(limit: 50, offset: 50, total: 99, in: db)
            }
            #expect(found == [])
        }
    }

    /// Lists know the times of what is found: a search reads no comment but those that it shows.
    @Test(arguments: [nil, "Inn"])
    func searchesReadIndexes(brand: String?) throws {
        try filled().write { db in
            try SearchIndex.update(in: db)
            let found = try scans(db) { db in
                _ = try SearchIndex.search("text 1", brand: brand, limit: 5, in: db)
            }
            #expect(found == [])
        }
    }

    @Test func pagesOfBrandsAndCommentsReadIndexes() throws {
        try filled().write { db in
            let found = try scans(db) { db in
                let brand = try VoiceTable.brands(in: db).first ?? ""
                _ = try CommentList.mentions(of: brand, in: db)
                _ = try CellTable.latest(.month, of: brand, channel: "*", in: db)
                _ = try CommentTable.find("late:0", in: db)
            }
            #expect(found == [])
        }
    }
}

/// A filter with a name for the list of tests.
struct CommentFilterCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let filter: CommentFilter

    private init(_ name: String, _ change: (inout CommentFilter) -> Void) {
        testDescription = name
        var filter = CommentFilter()
        change(&filter)
        self.filter = filter
    }

    static let all = [
        CommentFilterCase("everything") { _ in },
        CommentFilterCase("a brand in a year") { filter in
            filter.brand = "Inn"
            filter.from = Instant(seconds: 1_400_000_000)
            filter.until = Instant(seconds: 1_430_000_000)
        },
        CommentFilterCase("blame of a facet with few stars in a channel") { filter in
            (filter.facet, filter.tone) = (.speed, .blame)
            filter.stars = 1_000...2_000
            filter.channel = "web"
        },
        CommentFilterCase("the voices of a cell") { filter in
            (filter.brand, filter.measure) = ("Lotte", .support)
            (filter.firstMonth, filter.lastMonth) = ("2014-01", "2014-12")
        },
        CommentFilterCase("a case") { $0.caseID = "C-1" },
        CommentFilterCase("words") { $0.words = ["text", "12"] },
        CommentFilterCase("words of a brand and a case") { filter in
            (filter.words, filter.brand, filter.caseID) = (["text"], "Inn", "C-1")
        },
        CommentFilterCase("the rest") { filter in
            (filter.signal, filter.language, filter.linking) = (.fan, .japanese, .linked)
        },
    ]
}

import Feedback
import GRDB
import Measures
import Store
import Testing

@testable import Nightly
@testable import Review

/// By how much a proposed link would move what is reported.
struct DecisionMoveTests {
    private let database: KoeDatabase

    /// Support polarity +1 from the case's own comment, −1 from the doubtful one, +1 from a third voice.
    init() throws {
        database = try KoeDatabase.inMemory()
        try database.write { db in
            var supportCase = SupportCase(caseID: "K", origin: .imported, events: [])
            supportCase.brand = "Inn"
            _ = try CaseTable.store([supportCase], in: db)
            let scorer = try ScoreTable.scorerID(version: "1", in: db)
            for (id, author, polarity) in [
                ("1", "a", Polarity.positive), ("2", "a", .negative), ("3", "b", .positive),
            ] {
                var comment = Feedback.Comment(source: "s", externalID: id, text: "text \(id)")
                comment.brand = "Inn"
                comment.authorID = author
                comment.postedAt = Timestamp(instant: Instant(seconds: 1_400_000_000), original: "", zoneOrigin: .text)
                _ = try CommentTable.store([comment], in: db)
                let row = try #require(try CommentTable.find("s:\(id)", in: db).first).id
                let mention = FacetMention(
                    facet: .speed,
                    polarity: polarity,
                    range: ByteRange(start: 0, length: 1),
                    entry: "e"
                )
                let score = Score(language: .english, valence: nil, facets: [mention])
                try ScoreTable.store([(row, score)], scorerID: scorer, in: db)
            }
            try LinkTable.store([(1, Self.link(.auto)), (2, Self.link(.review))], in: db)
            try WholeMeasuring(zone: .utc, kinds: CellKinds(minimumVoices: 1, hasWeeks: false), person: { $0 })
                .run(comments: 3, in: db, progress: { _ in })
        }
    }

    private static func link(_ status: LinkStatus, _ relation: LinkRelation = .sameCase) -> CaseLink {
        CaseLink(
            relation: relation,
            caseID: "K",
            status: status,
            milliBits: 1_000,
            marginMilliBits: nil,
            method: "m",
            evidence: []
        )
    }

    private func move(_ relation: LinkRelation) throws -> Int {
        try database.read { db in
            let link = Self.link(.review, relation)
            let move = try DecisionMove(of: [(2, link)], zone: .utc, person: { $0 }, in: db)
            return try move.thousandths(of: 2, link, in: db)
        }
    }

    /// Now three voices +1, −1, +1: S = 50 + 50 · 1/3 = 66.667.
    ///
    /// In one case the first two are a voice of 0, beside +1: S = 75. The change is 8.333 points.
    @Test func joiningACaseMovesSupportByWhatTheVoicesAddUpTo() throws {
        #expect(try move(.sameCase) == 8_333)
    }

    /// Who merely speaks about a case is not counted: +1, +1 are left, and S = 100.
    @Test func speakingAboutACaseTakesTheVoiceOut() throws {
        #expect(try move(.about) == 33_333)
    }

    /// Links that are read together move the numbers as each alone, the one without a proposed link by nothing.
    @Test func linksReadTogetherAreAsEachAlone() throws {
        try database.read { db in
            let link = Self.link(.review)
            let together = try DecisionMove(of: [(2, link), (3, link)], zone: .utc, person: { $0 }, in: db)
            for id in [2, 3] as [Int64] {
                let alone = try DecisionMove(of: [(id, link)], zone: .utc, person: { $0 }, in: db)
                #expect(try together.thousandths(of: id, link, in: db) == alone.thousandths(of: id, link, in: db))
            }
            // +1 of the case with +1: two voices +1 and −1, S = 50 instead of 66.667.
            #expect(try together.thousandths(of: 3, link, in: db) == 16_667)
            #expect(try together.thousandths(of: 1, link, in: db) == 0)
        }
    }

    /// What is kept is what would be worked out, also after the content has changed.
    @Test func keptMovesFollowTheContent() throws {
        let kept = KeptMoves()
        let link = Self.link(.review)
        func moves(_ links: [Int64]) throws -> [Int64: Int] {
            try database.read { db in
                try kept.moves(of: links.map { ($0, link) }, zone: .utc, person: { $0 }, in: db)
            }
        }
        #expect(try moves([2]) == [2: 8_333])
        // The same content is not looked at again.
        #expect(try moves([2, 3]) == [2: 8_333])
        try database.write { try LinkTable.store([(3, link)], in: $0) }
        #expect(try moves([2, 3]) == [2: 8_333, 3: 16_667])
    }

    /// The move that was foretold is the one that a measuring finds.
    @Test func theMoveComesTrue() throws {
        let cells = { (db: Database) in
            try CellTable.cells(of: "Inn", in: db).first {
                $0.period.length == .all && $0.channel == "*" && $0.measure == MeasureID.support.rawValue
            }.map { 50 + Double($0.sums.sum) / Double($0.n) / 200 }
        }
        let before = try #require(try database.read(cells))
        let after = try database.write { db in
            try LinkTable.store([(2, Self.link(.confirmed))], in: db)
            try WholeMeasuring(zone: .utc, kinds: CellKinds(minimumVoices: 1, hasWeeks: false), person: { $0 })
                .run(comments: 3, in: db, progress: { _ in })
            return try cells(db)
        }
        #expect(abs(before - 66.667) < 0.001)
        #expect(abs((after ?? 0) - 75) < 0.001)
    }
}

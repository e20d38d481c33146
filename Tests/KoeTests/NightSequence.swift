import Feedback
import GRDB
import Measures
import Store

@testable import Nightly

/// Random nights over few comments, persons and cases, so that what changes meets what is there.
struct NightSequence {
    private static let brands = ["Lotte", "Inn"]
    private static let people = ["u1", "u2", "山田", "Mori"]
    private static let caseIDs = ["C-1", "C-2", "C-3"]
    private static let firstDay = 16_000

    let database: KoeDatabase
    private var generator: SeededGenerator
    private var newest = 0
    private var edits: Int64 = 0

    /// `database`: an empty one; `nil` makes one in memory.
    init(seed: UInt64, in database: KoeDatabase? = nil) throws {
        self.database = try database ?? KoeDatabase.inMemory()
        generator = SeededGenerator(seed: seed)
    }

    /// Comments come, are edited and withdrawn; cases come, change and go; scores and links are made.
    mutating func change() throws {
        for _ in 0...generator.index(below: 5) {
            switch generator.index(below: 8) {
            case 0, 1: try come()
            case 2: try edit()
            case 3: try withdraw()
            case 4: try changeCase()
            case 5: try store(score(), of: anyComment())
            default: try store(link(), of: anyComment())
            }
        }
        try scoreAndLink()
    }

    // MARK: - Changes

    private mutating func come() throws {
        for _ in 0...generator.index(below: 4) {
            newest += 1
            try store(comment("\(newest)"))
        }
    }

    private mutating func edit() throws {
        guard newest > 0 else { return }
        try store(comment("\(1 + generator.index(below: newest))"))
    }

    private mutating func withdraw() throws {
        guard let id = try anyComment() else { return }
        try database.write { try $0.execute(sql: "DELETE FROM comment WHERE id = ?", arguments: [id]) }
    }

    private mutating func changeCase() throws {
        let id = choose(Self.caseIDs)
        var supportCase = SupportCase(caseID: id, origin: .imported, events: [])
        supportCase.brand = maybe(choose(Self.brands))
        let isGone = generator.index(below: 3) == 0
        try database.write { db in
            try CaseTable.delete(caseID: id, in: db)
            if !isGone { _ = try CaseTable.store([supportCase], in: db) }
        }
    }

    /// What the stages before measuring do: no comment without a score, and some with a link.
    private mutating func scoreAndLink() throws {
        let ids = try database.read { db in
            try Int64.fetchAll(
                db,
                sql: "SELECT id FROM comment WHERE id NOT IN (SELECT commentID FROM score) ORDER BY id"
            )
        }
        for id in ids {
            if generator.index(below: 12) > 0 { try store(score(), of: id) }
            if generator.index(below: 2) == 0 { try store(link(), of: id) }
        }
    }

    private func store(_ comment: Feedback.Comment) throws {
        _ = try database.write { try CommentTable.store([comment], in: $0) }
    }

    private func store(_ score: Score, of id: Int64?) throws {
        guard let id else { return }
        try database.write { db in
            try ScoreTable.store([(id, score)], scorerID: ScoreTable.scorerID(version: "1", in: db), in: db)
        }
    }

    private func store(_ link: CaseLink?, of id: Int64?) throws {
        guard let id else { return }
        try database.write { try LinkTable.store([(id, link)], in: $0) }
    }

    private mutating func anyComment() throws -> Int64? {
        let ids = try database.read { try Int64.fetchAll($0, sql: "SELECT id FROM comment ORDER BY id") }
        return ids.isEmpty ? nil : choose(ids)
    }

    // MARK: - Values

    private mutating func choose<Value>(_ values: [Value]) -> Value { values[generator.index(below: values.count)] }

    private mutating func maybe<Value>(_ value: Value) -> Value? { generator.index(below: 4) > 0 ? value : nil }

    private mutating func comment(_ id: String) -> Feedback.Comment {
        edits += 1
        var comment = Feedback.Comment(source: "s", externalID: id, text: "text \(edits)")
        comment.brand = maybe(choose(Self.brands))
        comment.author = maybe(choose(Self.people))
        comment.authorRole = generator.index(below: 8) == 0 ? .agent : .customer
        comment.channel = maybe(choose(["web", "call"]))
        comment.product = maybe(choose(["Alarm", "Timer"]))
        comment.appVersion = maybe(choose(["1.0", "1.1", "2.0"]))
        comment.rating = maybe(1_000 * (1 + generator.index(below: 5)))
            .flatMap { Rating(thousandths: $0, scale: .fiveStars) }
        comment.postedAt = maybe(time(Self.firstDay + generator.index(below: 900)))
        comment.updatedAt = time(20_000 + Int(edits))
        if generator.index(below: 5) == 0 { comment.answers = answer(generator.index(below: 11)).map { [$0] } ?? [] }
        return comment
    }

    private func time(_ day: Int) -> Timestamp {
        Timestamp(instant: Instant(seconds: Int64(day) * 86_400), original: "\(day)", zoneOrigin: .text)
    }

    private func answer(_ points: Int) -> SurveyAnswer? {
        Rating(thousandths: points * 1_000, scale: .zeroToTen)
            .flatMap { SurveyAnswer(instrument: .netPromoter, rating: $0) }
    }

    /// Praise more often than blame, so that records become good and early signs stand out.
    private mutating func score() -> Score {
        let place = ByteRange(start: 0, length: 1)
        let facets = (0..<generator.index(below: 3)).map { _ in
            FacetMention(
                facet: choose(Array(Facet.allCases.prefix(3))),
                polarity: choose([.positive, .positive, .positive, .positive, .positive, .positive, .negative, .bare]),
                range: place,
                entry: "e"
            )
        }
        let signals =
            generator.index(below: 4) == 0
            ? [
                SignalMention(
                    signal: choose(LoyaltySignal.allCases.sorted { $0.rawValue < $1.rawValue }),
                    range: place,
                    entry: "e"
                )
            ]
            : []
        return Score(
            language: .english,
            valence: maybe(generator.index(below: 2_001) - 1_000),
            handlingValence: maybe(1_000 - generator.index(below: 1_201)),
            facets: facets,
            signals: signals
        )
    }

    private mutating func link() -> CaseLink? {
        maybe(
            CaseLink(
                relation: choose(LinkRelation.allCases.sorted { $0.rawValue < $1.rawValue }),
                caseID: choose(Self.caseIDs),
                status: choose([.auto, .auto, .confirmed, .review]),
                milliBits: generator.index(below: 1_000),
                marginMilliBits: nil,
                method: "m",
                evidence: []
            )
        )
    }
}

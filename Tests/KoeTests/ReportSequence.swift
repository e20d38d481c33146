import Feedback
import Flags
import Foundation
import GRDB
import Measures
import Store
import Workspace

@testable import Nightly

/// Random days of a workspace whose reports are read: everything that a page of a brand may tell comes, changes and
/// goes, beside what only the pages of the whole tell.
struct ReportSequence {
    private static let brands = ["Lotte", "Inn", "Zappos", "Kolibri"]
    private static let people = ["Mori", "Sato Hana", "山田太郎", "Jane Smith", "Ken Okafor"]
    private static let handles = ["moriken", "jane_d"]
    static let caseIDs = ["K-1", "K-2", "K-3", "K-4", "K-5", "K-6"]
    private static let texts = [
        "The support was quick and polite.", "The support was slow and rude.", "Dear Mori, thank you for the refund.",
        "山田さん、返金が早くて助かりました。", "Hi Jane, nobody called me back.", "The kettle exploded after two days.",
        "Same thing happened to me and nobody called back.", "My number is CS-2021-10001, please help.",
    ]
    private static let firstDay = 16_000

    let folder: TemporaryFolder
    private(set) var day = 0
    private var generator: SeededGenerator
    private var newest = 0
    private var title = "Koe"

    init(seed: UInt64) throws {
        folder = try TemporaryFolder()
        generator = SeededGenerator(seed: seed)
    }

    var latest: URL { folder.url.appending(path: "ws/reports/latest") }

    func context() throws -> WorkspaceContext {
        let workspace = WorkspaceFolder(directory: folder.url.appending(path: "ws"))
        _ = try workspace.create(settings: "timeZone: UTC\n")
        let settings = """
            timeZone: UTC
            language: en
            title: \(title)
            minimumVoices: 3
            flagVoices: 20
            brands:
            \(Self.brands.map { "  - name: \($0)" }.joined(separator: "\n"))
            """
        try Data((settings + "\n").utf8).write(to: workspace.settingsFile)
        return try WorkspaceContext(
            workspace: workspace,
            for: .writing,
            resources: Resources(flag: KoeProcess.checkout.path, environment: [:], executable: nil),
            flags: [:],
            environment: [:],
            now: Instant(seconds: 1_700_000_000 + Int64(day) * 86_400)
        )
    }

    /// Years of comments, so that records are good, one brand falls and another rises, and voices stand out.
    mutating func begin(in context: WorkspaceContext) throws {
        var comments: [Feedback.Comment] = []
        for month in 0..<24 {
            for number in 0..<6 {
                for (place, brand) in Self.brands.prefix(3).enumerated() {
                    newest += 1
                    var comment = Feedback.Comment(source: "a", externalID: "\(newest)", text: Self.texts[0])
                    let isHappy = place == 0 ? month < 12 || number < 2 : place == 1 ? month > 11 || number < 2 : true
                    if !isHappy { comment.text = Self.texts[1] }
                    comment.brand = brand
                    comment.author = "\(brand) \(month) \(number)"
                    comment.postedAt = time(Self.firstDay + 30 * month + number)
                    comments.append(comment)
                }
            }
        }
        comments += [
            sign("sign", "Zappos", Self.texts[1], answers: nil),
            sign("answer", "Inn", Self.texts[2], answers: "sign"),
        ]
        try context.database.write { [comments] in _ = try CommentTable.store(comments, in: $0) }
        for id in Self.caseIDs { try store(supportCase(id), in: context) }
        try score(in: context)
    }

    /// What happens until the next night; on some days nothing does.
    mutating func pass(in context: WorkspaceContext) throws {
        for _ in 0..<generator.index(below: 4) {
            switch generator.index(below: 20) {
            case 0, 1, 2: try come(in: context)
            case 3, 4: try edit(in: context)
            case 5: try withdraw(in: context)
            case 6, 7, 8: try store(supportCase(choose(Self.caseIDs)), in: context)
            case 9: try forgetCase(in: context)
            case 10, 11: try rescore(in: context)
            case 12, 13: try relink(in: context)
            case 14: try decide(in: context)
            case 15: try acknowledge(in: context)
            case 16: try read(in: context)
            case 17: try damage()
            case 18: title = choose(["Koe", "Ours", "Theirs"])
            default: try erase(in: context)
            }
        }
        try score(in: context)
    }

    /// The next day, and whether a run begins with it, with another scorer now and then.
    mutating func goOn(in context: WorkspaceContext) throws {
        day += 1
        let lexicon = generator.index(below: 8) == 0 ? "lexicon 2" : "lexicon 1"
        let begins = generator.index(below: 5) > 0
        try context.database.write { db in
            if !begins { return }
            let versions = VersionRecord.json(scorer: lexicon)
            let run = try RunTable.begin(command: "run", at: context.now, versions: versions, in: db)
            try RunTable.finish(run, status: .good, at: context.now, in: db)
        }
    }

    // MARK: - Changes

    private mutating func come(in context: WorkspaceContext) throws {
        for _ in 0...generator.index(below: 3) {
            newest += 1
            var comment = comment("\(newest)")
            if generator.index(below: 3) == 0 { comment.inReplyTo = try answered(in: context) }
            try store(comment, in: context)
        }
    }

    /// The comment of an early sign, whose answers are told with it, or else any.
    private mutating func answered(in context: WorkspaceContext) throws -> String? {
        let signs = try context.database.read { db in
            let sql = "SELECT externalID FROM earlySign JOIN comment ON comment.id = commentID ORDER BY source, 1"
            return try String.fetchAll(db, sql: sql)
        }
        return signs.isEmpty ? try anyName(in: context) : choose(signs)
    }

    private mutating func edit(in context: WorkspaceContext) throws {
        guard let id = try anyComment(in: context) else { return }
        guard var comment = try context.database.read({ try CommentTable.comments(ids: [id], in: $0).first?.comment })
        else { return }
        switch generator.index(below: 8) {
        case 0: comment.text = choose(Self.texts)
        case 1: comment.title = maybe(choose(Self.texts))
        case 2: comment.author = maybe(choose(Self.people))
        case 3: comment.brand = maybe(choose(Self.brands))
        case 4: comment.rating = Rating(thousandths: 1_000 * (1 + generator.index(below: 5)), scale: .fiveStars)
        case 5: comment.inReplyTo = try answered(in: context)
        case 6: comment.appVersion = maybe(choose(["1.0", "2.0"]))
        default: comment.postedAt = maybe(time(Self.firstDay + generator.index(below: 1_200)))
        }
        comment.updatedAt = time(20_000 + day)
        try store(comment, in: context)
    }

    private mutating func withdraw(in context: WorkspaceContext) throws {
        guard let id = try anyComment(in: context) else { return }
        try context.database.write { try $0.execute(sql: "DELETE FROM comment WHERE id = ?", arguments: [id]) }
    }

    private mutating func erase(in context: WorkspaceContext) throws {
        guard let id = try anyComment(in: context) else { return }
        try context.database.write {
            _ = try Erasure.remove(comments: [id], cases: [], marks: ErasedMarks(), in: $0)
        }
    }

    private mutating func forgetCase(in context: WorkspaceContext) throws {
        let id = choose(Self.caseIDs)
        try context.database.write { try CaseTable.delete(caseID: id, in: $0) }
    }

    private mutating func relink(in context: WorkspaceContext) throws {
        guard let id = try anyComment(in: context) else { return }
        let link = CaseLink(
            relation: choose(LinkRelation.allCases.sorted { $0.rawValue < $1.rawValue }),
            caseID: choose(Self.caseIDs),
            status: choose([.auto, .confirmed, .review, .rejected]),
            milliBits: 1,
            marginMilliBits: nil,
            method: "another",
            evidence: []
        )
        let kept = maybe(link)
        try context.database.write { try LinkTable.store([(id, kept)], in: $0) }
    }

    /// Merges two cases, takes them apart, or decides about a comment.
    private mutating func decide(in context: WorkspaceContext) throws {
        let kind = choose([ReviewDecision.Kind.merge, .merge, .split, .confirm, .link])
        var decision = ReviewDecision(kind, by: "Misato", at: context.now, id: "d\(day)-\(generator.index(below: 999))")
        decision.caseID = choose(Self.caseIDs)
        if kind == .merge { decision.into = choose(Self.caseIDs) }
        if !kind.isAboutCases {
            guard let name = try anyName(in: context) else { return }
            decision.comment = ReviewDecision.Subject(source: "a", externalID: name)
        }
        let taken = decision
        try context.database.write { _ = try DecisionTable.add(taken, in: $0) }
    }

    private mutating func acknowledge(in context: WorkspaceContext) throws {
        let isSeen = generator.index(below: 3) > 0
        let note = choose([nil, "told Jane Smith", "Dear Mori, we know"])
        let places = [generator.index(below: 9), generator.index(below: 9)]
        try context.database.write { db in
            var flags = try StoredFlags.load(in: db)
            let ids = flags.entries.map(\.id)
            guard let id = places.compactMap({ ids.indices.contains($0) ? ids[$0] : nil }).first ?? ids.first else {
                return
            }
            if isSeen {
                _ = flags.acknowledge(id, at: "2030-01-01T00:00:00Z", note: note)
            } else {
                _ = flags.takeBackAcknowledgement(of: id)
            }
            try flags.save(in: db)
        }
    }

    /// A file that brought nothing: only the pages of the whole tell of it.
    private func read(in context: WorkspaceContext) throws {
        try context.database.write { db in
            guard let run = try RunTable.latest(in: db) else { return }
            let sql = "INSERT INTO ledger VALUES (NULL, ?, 'a', 'a.csv', 'h', 'csv', 'utf-8', 1, 0, 1, 0, 0, 0)"
            try db.execute(sql: sql, arguments: [run])
        }
    }

    /// Somebody writes into a file of the report.
    private mutating func damage() throws {
        let paths = try? FileManager.default.subpathsOfDirectory(atPath: latest.path)
        let files = (paths ?? []).filter { $0.contains(".") }.sorted()
        if files.isEmpty { return }
        try Data("damaged".utf8).write(to: latest.appending(path: choose(files)))
    }

    private mutating func score(in context: WorkspaceContext) throws {
        let waiting = try context.database.read { db in
            let ids = try Int64.fetchAll(
                db,
                sql: "SELECT id FROM comment WHERE id NOT IN (SELECT commentID FROM score) ORDER BY id"
            )
            return try CommentTable.comments(ids: ids, in: db)
        }
        for stored in waiting { try store(score(of: stored.comment), of: stored.id, in: context) }
    }

    private mutating func rescore(in context: WorkspaceContext) throws {
        guard let id = try anyComment(in: context) else { return }
        try store(score(isHappy: generator.index(below: 2) == 0), of: id, in: context)
    }

    private func store(_ comment: Feedback.Comment, in context: WorkspaceContext) throws {
        _ = try context.database.write { try CommentTable.store([comment], in: $0) }
    }

    private func store(_ supportCase: SupportCase, in context: WorkspaceContext) throws {
        try context.database.write { db in
            try CaseTable.delete(caseID: supportCase.caseID, in: db)
            _ = try CaseTable.store([supportCase], in: db)
        }
    }

    private func store(_ score: Score, of id: Int64, in context: WorkspaceContext) throws {
        try context.database.write { db in
            try ScoreTable.store([(id, score)], scorerID: ScoreTable.scorerID(version: "rules 1", in: db), in: db)
        }
    }

    private mutating func anyComment(in context: WorkspaceContext) throws -> Int64? {
        // The latest as often as all others: they are the ones that are told.
        let ids = try context.database.read { try Int64.fetchAll($0, sql: "SELECT id FROM comment ORDER BY id") }
        if ids.isEmpty { return nil }
        return generator.index(below: 2) == 0 ? choose(Array(ids.suffix(20))) : choose(ids)
    }

    private mutating func anyName(in context: WorkspaceContext) throws -> String? {
        guard let id = try anyComment(in: context) else { return nil }
        return try context.database.read {
            try String.fetchOne($0, sql: "SELECT externalID FROM comment WHERE id = ?", arguments: [id])
        }
    }

    // MARK: - Values

    private mutating func choose<Value>(_ values: [Value]) -> Value { values[generator.index(below: values.count)] }

    private mutating func maybe<Value>(_ value: Value) -> Value? { generator.index(below: 4) > 0 ? value : nil }

    private mutating func comment(_ id: String) -> Feedback.Comment {
        var comment = Feedback.Comment(source: choose(["a", "a", "b"]), externalID: id, text: choose(Self.texts))
        comment.brand = maybe(choose(Self.brands))
        comment.author = maybe(choose(Self.people))
        comment.authorID = generator.index(below: 3) == 0 ? choose(Self.handles) : nil
        comment.caseNumber = generator.index(below: 3) == 0 ? "CS-2021-1000\(1 + generator.index(below: 6))" : nil
        comment.channel = maybe(choose(["web", "call"]))
        comment.product = maybe("Kettle")
        comment.appVersion = maybe(choose(["1.0", "2.0"]))
        comment.rating = maybe(1_000 * (1 + generator.index(below: 5)))
            .flatMap { Rating(thousandths: $0, scale: .fiveStars) }
        comment.postedAt = maybe(time(Self.firstDay + generator.index(below: 1_200)))
        return comment
    }

    /// A voice that contradicts a good record, or one that answers it.
    private func sign(_ id: String, _ brand: String, _ text: String, answers name: String?) -> Feedback.Comment {
        var comment = Feedback.Comment(source: "a", externalID: id, text: text)
        (comment.brand, comment.author, comment.inReplyTo) = (brand, "Jane Smith", name)
        comment.postedAt = time(Self.firstDay + 700)
        return comment
    }

    private mutating func supportCase(_ id: String) -> SupportCase {
        let opened = Self.firstDay + 100 + generator.index(below: 900)
        var result = SupportCase(caseID: id, origin: generator.index(below: 4) == 0 ? .story : .imported, events: [])
        result.number = "CS-2021-1000\(id.suffix(1))"
        result.brand = maybe(choose(Self.brands))
        result.customer = maybe(choose(Self.people))
        result.customerHandle = generator.index(below: 3) == 0 ? choose(Self.handles) : nil
        result.openedAt = time(opened)
        let subjects = ["The kettle exploded after two days", "Refund never arrived", "Dear Jane, help"]
        result.subject = maybe(choose(subjects))
        result.events = (0..<generator.index(below: 4)).map { number in
            CaseEvent(
                kind: choose(["contact", "reply", "refund"]),
                at: time(opened + number),
                actor: choose([.customer, .agent]),
                note: maybe(choose(Self.texts))
            )
        }
        return result
    }

    private func time(_ day: Int) -> Timestamp {
        Timestamp(instant: Instant(seconds: Int64(day) * 86_400), original: "\(day)", zoneOrigin: .text)
    }

    private mutating func score(of comment: Feedback.Comment) -> Score {
        let isKnown = comment.text == Self.texts[0] || comment.text == Self.texts[1]
        return score(isHappy: isKnown ? comment.text == Self.texts[0] : generator.index(below: 2) == 0)
    }

    private mutating func score(isHappy: Bool) -> Score {
        let place = ByteRange(start: 0, length: 3)
        let polarity: Polarity = isHappy ? .positive : .negative
        let mention = FacetMention(facet: choose([.speed, .courtesy]), polarity: polarity, range: place, entry: "e")
        let facets = generator.index(below: 12) == 0 ? [] : [mention]
        let signal: LoyaltySignal = isHappy ? choose([.fan, .recovered]) : .churn
        return Score(
            language: .english,
            valence: isHappy ? 600 : -600,
            handlingValence: isHappy ? 500 : -500,
            facets: facets,
            signals: generator.index(below: 3) == 0 ? [SignalMention(signal: signal, range: place, entry: "e")] : []
        )
    }
}

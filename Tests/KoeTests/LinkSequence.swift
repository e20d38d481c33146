import Feedback
import Foundation
import GRDB
import Linkage
import Measures
import Store
import Workspace

@testable import Nightly

/// Random nights over few comments, persons and cases, so that what changes meets what is there: two sources with the
/// same ids, threads, copies, a brand in two scripts, keys that are soon too common to find anything, and people who
/// decide about all of it.
struct LinkSequence {
    private static let brands = ["Lotte", "ロッテ", "Inn", "Zappos", "Lotto", "Lotte Official", "Kolibri"]
    private static let people = [
        "山田太郎", "Yamada Taro", "山田", "T. Yamada", "Mori Ken", "Ken Morita", "user_77", "佐藤花子", "サトウハナコ", "nobody",
    ]
    private static let handles = ["moriken", "yam01", "user_77"]
    private static let numbers = ["CS-2021-10001", "10002345", "CS-2021-10011", "A-77120"]
    private static let products = ["掃除機V8", "Green Tea", "緑茶", "Kettle RX-5"]
    private static let subjects = ["The kettle exploded after two days", "掃除機が発火して修理を断られた", "Refund never arrived"]
    private static let texts = [
        "The kettle exploded after two days, nobody called me back.", "その後いかがでしょうか。", "私も同じことがありました。修理も断られました。",
        "My number is CS-2021-10001, please help.", "受付番号10002345です。まだ返事がありません。", "参考になりました。",
        "Same thing happened to me and nobody called back.", "Number 10002346 is still open!",
        "Again the same trouble with it.", "母の山田太郎が買ったものです。返事がありません。",
        "Writing for my mother, Mori Ken: no refund yet.",
        "友人の番号はCS-2021-10001だそうです。", "今度は別の件です。緑茶が届きません。", "The kettle, a second one, exploded again.",
    ]
    private static let sources = ["a", "b"]
    private static let firstDay = 18_000

    let database: KoeDatabase
    private var generator: SeededGenerator
    private var edits: Int64 = 0

    /// `database`: loses what it holds; making one takes longer than a sequence.
    init(seed: UInt64, in database: KoeDatabase) throws {
        self.database = database
        generator = SeededGenerator(seed: seed)
        var (cases, comments): ([SupportCase], [Feedback.Comment]) = ([], [])
        for number in 0..<14 { cases.append(supportCase("K-\(number)")) }
        for number in 0..<12 { comments.append(comment("\(number)")) }
        try database.write { db in
            try db.execute(
                sql: "DELETE FROM comment; DELETE FROM supportCase; DELETE FROM reviewDecision; DELETE FROM caseAlias"
            )
            _ = try CaseTable.store(cases, in: db)
            _ = try CommentTable.store(comments, in: db)
        }
    }

    /// Comments come, late parents among them, are edited, renamed and withdrawn; cases come, change and go.
    mutating func change() throws {
        for _ in 0...generator.index(below: 4) {
            switch generator.index(below: 14) {
            case 0, 1: try store(comment("\(generator.index(below: 30))"))
            case 2: try store(comment("\(generator.index(below: 12))"))
            case 3: try withdraw()
            case 4: try rename()
            case 5: try store(supportCase("K-\(generator.index(below: 18))"))
            case 6: try forgetCase()
            case 7: try tellStory()
            case 8, 9, 10, 11: try decide()
            case 12: try repeatText()
            default: try forgetLink()
            }
        }
    }

    // MARK: - Changes

    /// Decisions about comments and cases, some of which are not there, and undoing.
    private mutating func decide() throws {
        edits += 1
        let all = try database.read { try DecisionTable.all(in: $0) }
        let target = generator.index(below: 4) == 0 && !all.isEmpty ? choose(all) : nil
        let kind = choose([ReviewDecision.Kind.confirm, .reject, .link, .unlink, .merge, .merge, .split])
        var decision = ReviewDecision(
            target == nil ? kind : .undo,
            by: "Misato",
            at: Instant(seconds: 1_700_000_000 + edits),
            id: "d\(edits)"
        )
        if let target {
            decision.undoes = target.id
            (decision.comment, decision.caseID, decision.into) = (target.comment, target.caseID, target.into)
        } else {
            decision.caseID = "K-\(generator.index(below: 18))"
            if kind == .merge { decision.into = "K-\(generator.index(below: 18))" }
            if !kind.isAboutCases {
                let id = "\(generator.index(below: 12))"
                decision.comment = ReviewDecision.Subject(source: choose(Self.sources), externalID: id)
            }
        }
        let taken = decision
        try database.write { _ = try DecisionTable.add(taken, in: $0) }
    }

    /// Some of six comments have one text, in one month: now few enough to be copies, now so many that it is a phrase.
    private mutating func repeatText() throws {
        for _ in 0...generator.index(below: 5) {
            var copy = comment("copy-\(generator.index(below: 6))")
            copy.text = Self.texts[0]
            copy.postedAt = time(Self.firstDay)
            try store(copy)
        }
    }

    private func store(_ comment: Feedback.Comment) throws {
        _ = try database.write { try CommentTable.store([comment], in: $0) }
    }

    private func store(_ supportCase: SupportCase) throws {
        try database.write { db in
            try CaseTable.delete(caseID: supportCase.caseID, in: db)
            _ = try CaseTable.store([supportCase], in: db)
        }
    }

    private mutating func withdraw() throws {
        guard let id = try anyComment() else { return }
        try database.write { try $0.execute(sql: "DELETE FROM comment WHERE id = ?", arguments: [id]) }
    }

    private mutating func rename() throws {
        guard let id = try anyComment() else { return }
        let name = "\(generator.index(below: 30))"
        try database.write { db in
            try db.execute(sql: "UPDATE OR IGNORE comment SET externalID = ? WHERE id = ?", arguments: [name, id])
        }
    }

    private mutating func forgetCase() throws {
        let id = "K-\(generator.index(below: 18))"
        try database.write { try CaseTable.delete(caseID: id, in: $0) }
    }

    private mutating func tellStory() throws {
        var told = supportCase("story:\(choose(Self.sources)):\(generator.index(below: 30))")
        told.number = nil
        if generator.index(below: 3) == 0 {
            try database.write { try CaseTable.delete(caseID: told.caseID, in: $0) }
        } else {
            try store(told)
        }
    }

    private mutating func forgetLink() throws {
        guard let id = try anyComment() else { return }
        try database.write { try LinkTable.store([(id, nil)], in: $0) }
    }

    private mutating func anyComment() throws -> Int64? {
        let ids = try database.read { try Int64.fetchAll($0, sql: "SELECT id FROM comment ORDER BY id") }
        return ids.isEmpty ? nil : choose(ids)
    }

    // MARK: - Values

    private mutating func choose<Value>(_ values: [Value]) -> Value { values[generator.index(below: values.count)] }

    private mutating func maybe<Value>(_ value: Value, of share: Int = 4) -> Value? {
        generator.index(below: share) > 0 ? value : nil
    }

    private mutating func seldom<Value>(_ value: Value) -> Value? { generator.index(below: 3) == 0 ? value : nil }

    private mutating func comment(_ id: String) -> Feedback.Comment {
        edits += 1
        var comment = Feedback.Comment(source: choose(Self.sources), externalID: id, text: choose(Self.texts))
        comment.brand = maybe(choose(Self.brands))
        comment.author = maybe(choose(Self.people))
        comment.authorID = seldom(choose(Self.handles))
        comment.authorRole = generator.index(below: 10) == 0 ? .agent : .customer
        comment.product = maybe(choose(Self.products), of: 2)
        comment.postedAt = maybe(time(Self.firstDay + generator.index(below: 90)), of: 10)
        comment.inReplyTo = seldom("\(generator.index(below: 30))")
        comment.threadID = generator.index(below: 8) == 0 ? choose(["t", "u"]) : nil
        comment.rating = seldom(2_000).flatMap { Rating(thousandths: $0, scale: .fiveStars) }
        comment.updatedAt = time(20_000 + Int(edits))
        return comment
    }

    private mutating func supportCase(_ id: String) -> SupportCase {
        var result = SupportCase(caseID: id, origin: id.hasPrefix("story") ? .story : .imported, events: [])
        result.number = seldom(choose(Self.numbers))
        result.orderNumber = generator.index(below: 6) == 0 ? choose(["B00012345", "B00012346"]) : nil
        result.brand = maybe(choose(Self.brands), of: 8)
        result.product = maybe(choose(Self.products), of: 2)
        result.customer = maybe(choose(Self.people), of: 8)
        result.customerHandle = seldom(choose(Self.handles))
        // The first and the last stay, so that the span of all seldom changes.
        let day = id == "K-0" ? 0 : id == "K-1" ? 120 : 20 + generator.index(below: 70)
        result.openedAt = time(Self.firstDay + day)
        result.subject = maybe(choose(Self.subjects))
        return result
    }

    private func time(_ day: Int) -> Timestamp {
        Timestamp(instant: Instant(seconds: Int64(day) * 86_400), original: "\(day)", zoneOrigin: .text)
    }
}

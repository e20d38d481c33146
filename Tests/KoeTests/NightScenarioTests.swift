import Feedback
import GRDB
import Store
import Testing

@testable import Nightly

/// What one night must bring about, told one by one; each ends where a rebuild does.
struct NightScenarioTests {
    private let linked: LinkedDatabase

    /// Cases of other people, so that a name means something.
    init() throws {
        let database = try KoeDatabase.inMemory()
        linked = LinkedDatabase(database, try LinkedDatabase.tools(hotKey: 60))
        let families = ["佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "中村", "小林"]
        for (place, family) in families.enumerated() {
            try store(
                supportCase("crowd-\(place)", number: "7000\(place)111", customer: family + "恵子", day: 400 * place)
            )
        }
    }

    private func comment(_ id: String, _ text: String, by author: String?, day: Int = 1_010) -> Feedback.Comment {
        var comment = Feedback.Comment(source: "blog", externalID: id, text: text)
        comment.author = author
        comment.brand = "Sakuraya"
        comment.postedAt = time(day)
        return comment
    }

    private func supportCase(
        _ id: String,
        number: String? = nil,
        customer: String? = nil,
        day: Int = 1_000
    ) -> SupportCase {
        var result = SupportCase(caseID: id, origin: .imported, events: [])
        result.number = number
        result.customer = customer
        result.brand = "Sakuraya"
        result.openedAt = time(day)
        return result
    }

    private func time(_ day: Int) -> Timestamp {
        Timestamp(instant: Instant(seconds: Int64(15_000 + day) * 86_400), original: "\(day)", zoneOrigin: .text)
    }

    private func store(_ comment: Feedback.Comment) throws {
        _ = try linked.database.write { try CommentTable.store([comment], in: $0) }
    }

    private func store(_ supportCase: SupportCase) throws {
        _ = try linked.database.write { try CaseTable.store([supportCase], in: $0) }
    }

    private func remove(_ id: String) throws {
        try linked.database.write { try $0.execute(sql: "DELETE FROM comment WHERE externalID = ?", arguments: [id]) }
    }

    /// The link of a comment once the night has passed.
    private func link(_ id: String) throws -> CaseLink? {
        try linked.database.read { db in
            guard let row = try ThreadTable.id(source: "blog", externalID: id, in: db) else { return nil }
            return try LinkTable.link(of: row, in: db)
        }
    }

    private func night() async throws {
        #expect(try await linked.night(), "a rebuild shows nothing of nights")
    }

    @Test func aLateCasePullsAnOldCommentIn() async throws {
        try store(comment("1", "受付番号98765432です。まだ返事がありません。", by: "五十嵐達也"))
        try await linked.rebuild()
        #expect(try link("1") == nil)
        try store(supportCase("late", number: "98765432", customer: "五十嵐達也"))
        try await night()
        let found = try #require(try link("1"))
        #expect(found.caseID == "late" && found.method == "case-number")
        #expect(try await linked.differences() == [])
    }

    @Test func aLateParentBringsItsAnswersToItsCase() async throws {
        try store(supportCase("K", number: "98765432", customer: "五十嵐達也"))
        var answer = comment("2", "参考になりました。", by: "Olga Novak", day: 1_012)
        answer.inReplyTo = "1"
        try store(answer)
        try await linked.rebuild()
        #expect(try link("2") == nil)
        try store(comment("1", "受付番号98765432 動きません。", by: "五十嵐達也"))
        try await night()
        let found = try #require(try link("2"))
        #expect(found.caseID == "K" && found.relation == .about)
        #expect(try await linked.differences() == [])
    }

    @Test func anEditedOrWithdrawnCommentTakesItsThreadWithIt() async throws {
        try store(supportCase("K", number: "98765432", customer: "五十嵐達也"))
        try store(comment("1", "受付番号98765432 動きません。", by: "五十嵐達也"))
        var answer = comment("2", "参考になりました。", by: "Olga Novak", day: 1_012)
        answer.inReplyTo = "1"
        try store(answer)
        try await linked.rebuild()
        #expect(try link("2")?.relation == .about)
        var edited = comment("1", "動きません。", by: "Ann Bell")
        edited.updatedAt = time(1_020)
        try store(edited)
        try await night()
        #expect(try link("1") == nil)
        #expect(try link("2") == nil)
        edited.text = "受付番号98765432 動きません。"
        edited.author = "五十嵐達也"
        edited.updatedAt = time(1_021)
        try store(edited)
        try await night()
        #expect(try link("2")?.relation == .about)
        try remove("1")
        try await night()
        #expect(try link("2") == nil)
        #expect(try await linked.differences() == [])
    }

    /// A story told in four places is its customer's in all of them; what a fifth repeats is a set phrase.
    @Test func aTextThatTooManyHaveTiesNobodyTogether() async throws {
        try store(supportCase("K", customer: "五十嵐達也"))
        let text = "荷物が三週間も届かないまま、どの窓口に電話してもつながりませんでした。"
        try store(comment("1", text, by: "五十嵐達也"))
        for place in 2...4 { try store(comment("\(place)", text, by: nil)) }
        try await linked.rebuild()
        #expect(try ["1", "2", "3", "4"].map { try link($0)?.caseID } == ["K", "K", "K", "K"])
        try store(comment("5", text, by: nil))
        try await night()
        #expect(try ["1", "2", "3", "4", "5"].map { try link($0)?.caseID } == ["K", nil, nil, nil, nil])
        try remove("3")
        try await night()
        #expect(try ["1", "2", "4", "5"].map { try link($0)?.caseID } == ["K", "K", "K", "K"])
        #expect(try await linked.differences() == [])
    }

    @Test func aCaseTakesACommentFromAnother() async throws {
        try store(supportCase("first", customer: "五十嵐達也"))
        try store(comment("1", "受付番号98765432、まだ返事がありません。", by: "五十嵐達也"))
        try await linked.rebuild()
        #expect(try link("1")?.caseID == "first")
        try store(supportCase("second", number: "98765432", customer: "五十嵐達也", day: 1_001))
        try await night()
        #expect(try link("1")?.caseID == "second")
        #expect(try await linked.differences() == [])
    }

    /// The brand in the other script sounds alike; a comment of it looks again once the cases write it so.
    @Test func aNewSpellingOfABrandReachesItsComments() async throws {
        var other = comment("1", "まだ返事がありません。", by: "五十嵐達也")
        other.brand = "星銀行"
        try store(other)
        try await linked.rebuild()
        var late = supportCase("K", customer: "五十嵐達也")
        late.brand = "星銀行"
        try store(late)
        try await night()
        #expect(try link("1")?.caseID == "K")
        #expect(try await linked.differences() == [])
    }
}

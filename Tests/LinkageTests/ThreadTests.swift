import Feedback
import Testing

@testable import Linkage

struct ThreadTests {
    private let cases = [
        Sample.makeCase("K1", number: "98765432", product: "掃除機V8", customer: "五十嵐達也"),
        Sample.makeCase("E1", number: "55554444", product: "Gift Card", customer: "Ingrid Larsen"),
    ]

    private func links(_ thread: [LinkComment], _ cases: [LinkCase]) -> [String: CaseLink] {
        var links: [String: CaseLink] = [:]
        for item in Sample.run(cases).link(thread: thread) { links[item.comment.externalID] = item.link }
        return links
    }

    private func opening(_ id: String = "top") -> LinkComment {
        Sample.comment(id, "受付番号98765432 動きません。", author: "五十嵐達也", thread: "t1")
    }

    @Test(arguments: ["イガラシタツヤ", "五十嵐", "T. Igarashi", "五十嵐達也様"])
    func theCustomersOwnAnswerJoinsTheCase(author: String) {
        let answer = Sample.comment(
            "a",
            "その後いかがでしょうか。",
            author: author,
            posted: Sample.noon(2020, 5, 25),
            answers: "top"
        )
        #expect(links([opening(), answer], cases)["a"]?.relation == .sameCase)
    }

    @Test(arguments: [
        ("その後どうなったか気になります。", LinkRelation.about), ("Great write-up of how they handled it.", .about),
        ("丁寧な会社ですね。", .about),
        ("私も同じことがありました。返事すらありません。", .similarCase), ("Same thing happened to me and nobody called back.", .similarCase),
        ("うちの場合は8時間待たされ、修理も断られました。", .similarCase),
        ("Mine was cancelled twice, I waited 9 days for a refund.", .similarCase),
    ])
    func anotherPersonsAnswerNeverJoinsTheCase(text: String, relation: LinkRelation) {
        let answer = Sample.comment("a", text, author: "Olga Novak", posted: Sample.noon(2020, 5, 25), answers: "top")
        let link = links([opening(), answer], cases)["a"]
        #expect(link?.relation == relation)
        #expect(link?.caseID == "K1")
        #expect(link?.relation.joinsCase == false)
    }

    @Test func theCompanySpeaksAboutTheCase() {
        let byRole = Sample.comment("a", "お詫びします。", author: "田中", answers: "top", role: .agent)
        let byName = Sample.comment("b", "We are sorry.", author: "Sakuraya Support", answers: "top")
        let found = links([opening(), byRole, byName], cases)
        #expect(found["a"]?.relation == .about)
        #expect(found["b"]?.relation == .about)
    }

    @Test func anAnswerAYearLaterIsAFollowUp() {
        let late = Sample.comment("a", "その後、手紙が来ました。", author: "五十嵐達也", posted: Sample.noon(2021, 8, 1), answers: "top")
        #expect(links([opening(), late], cases)["a"]?.relation == .followUp)
    }

    @Test func anAnswererWithACaseOfTheirOwnKeepsIt() {
        let other = Sample.comment(
            "a",
            "My case 55554444 is no better.",
            author: "Ingrid Larsen",
            posted: Sample.noon(2020, 5, 22),
            answers: "top"
        )
        let link = links([opening(), other], cases)["a"]
        #expect(link?.caseID == "E1" && link?.relation == .sameCase)
    }

    @Test(arguments: [">五十嵐達也さん お気の毒に。", "＞五十嵐達也さん、お気の毒に。", "@五十嵐達也 お気の毒に。", "五十嵐達也さん、お気の毒に。"])
    func aTextThatAddressesAWriterAnswersThatWriter(text: String) {
        let other = Sample.comment("a", text, author: "Olga Novak", posted: Sample.noon(2020, 5, 22), thread: "t1")
        #expect(links([opening(), other], cases)["a"]?.relation == .about)
    }

    @Test func answersToAMissingParentBelongTogether() {
        let first = Sample.comment("a", "受付番号98765432です。", author: "五十嵐達也", answers: "gone")
        let tree = ThreadTree(
            comments: [first, Sample.comment("b", "x", answers: "gone")],
            features: [first, first].map { Sample.run(cases).linker.features(of: $0) }
        )
        #expect(tree.parents[0] != nil && tree.parents[0] == tree.parents[1])
    }

    @Test func circlesOfAnswersEnd() {
        let left = Sample.comment("a", "受付番号98765432です。", author: "五十嵐達也", answers: "b")
        let right = Sample.comment("b", "その後どうなりましたか。", author: "Olga Novak", answers: "a")
        let selfish = Sample.comment("c", "hm", author: "Olga Novak", answers: "c")
        let found = links([left, right, selfish], cases)
        #expect(found["a"]?.relation == .sameCase)
        #expect(found["c"] == nil)
    }

    @Test func aCopyUnderAShorterNameFollowsItsOriginal() {
        let text = "A grinding noise after 9 minutes, and nobody at the shop could tell me why."
        let original = Sample.comment("a", "Case 55554444. " + text, author: "Ingrid Larsen")
        var copy = Sample.comment(
            "b",
            "RE: Case 55554444. " + text.uppercased() + " !!",
            author: "Ingrid L.",
            brand: nil
        )
        copy.postedAt = Sample.noon(2020, 5, 21)
        #expect(links([original, copy], cases)["b"]?.caseID == "E1")
    }

    /// A conversation that comes in by mail and by blog is one where its id says so; number 12 of the mails is not
    /// number 12 of the blog.
    @Test(arguments: [("conv-12", true), ("12", false), ("999999", false), ("1000000", true), ("general", false)])
    func aThreadRunsThroughSources(threadID: String, isShared: Bool) {
        var mail = LinkComment(source: "mail", externalID: "top", text: "動きません。")
        var blog = LinkComment(source: "blog", externalID: "answer", text: "その後いかがでしょうか。")
        mail.threadID = threadID
        blog.threadID = threadID
        #expect((ThreadNodes(mail).thread == ThreadNodes(blog).thread) == isShared)
    }
}

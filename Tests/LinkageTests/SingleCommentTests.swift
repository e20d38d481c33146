import Feedback
import Testing

@testable import Linkage

/// Comments that stand alone, against one case each beside a crowd of others.
struct SingleCommentTests {
    private let numbered = Sample.makeCase(
        "K1",
        number: "98765432",
        order: "A55512345",
        product: "掃除機V8",
        customer: "五十嵐達也",
        handle: "igarashi_77",
        subject: "3日で動かなくなりました"
    )

    @Test(arguments: [
        ("受付番号９８７６５４３２の件です。その後いかがですか。", "case-number"), ("Case 9876-5432: any news?", "case-number"),
        ("注文番号A55512345が届きません", "order-number"),
    ])
    func aNumberAloneLinks(text: String, method: String) throws {
        let link = try #require(Sample.link(Sample.comment("c", text), among: [numbered]))
        #expect(link.caseID == "K1")
        #expect(link.status == .auto)
        #expect(link.relation == .sameCase)
        #expect(link.method == method)
        #expect(link.evidence.reduce(0) { $0 + $1.milliBits } == link.milliBits)
    }

    @Test func aNumberWithOneSlipNeedsTheRightPerson() {
        let text = "受付番号98765342の件です。"
        let owner = Sample.link(Sample.comment("c", text, author: "五十嵐達也"), among: [numbered])
        let stranger = Sample.link(Sample.comment("c", text, author: "小林花子"), among: [numbered])
        #expect(owner?.caseID == "K1" && owner?.status == .auto)
        #expect(stranger?.status != .auto)
    }

    @Test func someoneElsesNumberIsAtMostProposed() {
        let quoting = Sample.comment("c", "I read about 98765432 here, what a mess.", author: "Olga Novak")
        #expect(Sample.link(quoting, among: [numbered])?.status != .auto)
    }

    @Test(arguments: ["母の代理でご連絡します。番号は98765432です。", "I write on behalf of my husband, reference 98765432."])
    func aRelativeMaySpeakForACase(text: String) {
        #expect(Sample.link(Sample.comment("c", text, author: "五十嵐由美"), among: [numbered])?.caseID == "K1")
        let other = Sample.link(Sample.comment("c", text, author: "Olga Novak"), among: [numbered])
        #expect(other?.caseID == "K1" && other?.status == .auto)
    }

    @Test func anotherBrandsNumberIsVetoed() throws {
        let comment = Sample.comment("c", "Case 98765432", author: "Olga Novak", brand: "Vantel")
        let decision = try #require(Sample.decision(on: comment, of: Sample.run([numbered])))
        #expect(decision.link?.status != .auto)
        #expect(decision.bestVeto == .otherBrandNumber)
    }

    @Test(arguments: ["五十嵐達也", "イガラシ タツヤ", "Tatsuya Igarashi", "T. Igarashi", "IGARASHI Tatsuya"])
    func nameBrandProductAndTimeLinkWithoutANumber(author: String) {
        let comment = Sample.comment("c", "まだ返事がありません。", author: author, product: "掃除機V8")
        let link = Sample.link(comment, among: [numbered])
        #expect(link?.caseID == "K1" && link?.status == .auto)
    }

    @Test func aNamesakeWithAnotherProductIsNotLinked() throws {
        let comment = Sample.comment("c", "味が変です。", author: "五十嵐達也", product: "緑茶")
        let decision = try #require(Sample.decision(on: comment, of: Sample.run([numbered])))
        #expect(decision.link == nil)
        #expect(decision.bestVeto == .otherProduct)
    }

    @Test func yearsLaterNeedsASignOfLookingBack() {
        let late = Sample.noon(2023, 6, 1)
        let silent = Sample.comment("c", "すぐに壊れました。", author: "五十嵐達也", product: "掃除機V8", posted: late)
        let looking = Sample.comment("c", "3年前に書いた件のその後です。", author: "五十嵐達也", product: "掃除機V8", posted: late)
        #expect(Sample.link(silent, among: [numbered])?.status != .auto)
        let link = Sample.link(looking, among: [numbered])
        #expect(link?.caseID == "K1" && link?.relation == .followUp)
    }

    @Test func aNameWithoutBrandTimeOrProductIsNotEnough() {
        let comment = Sample.comment("c", "よろしく", author: "佐藤太郎", brand: nil, posted: nil)
        #expect(Sample.link(comment, among: [])?.status != .auto)
    }

    @Test func aHandleLinksAndTheMarginKeepsTwoCasesOfOnePersonApart() {
        let second = Sample.makeCase(
            "K2",
            number: "98760000",
            product: "ギフトカード",
            customer: "五十嵐達也",
            handle: "igarashi_77",
            opened: Sample.noon(2020, 5, 14)
        )
        let clear = Sample.comment("c", "残高がありません", author: "五十嵐達也", account: "@Igarashi_77", product: "ギフトカード")
        let unclear = Sample.comment("c", "まだですか", author: "五十嵐達也", account: "igarashi_77")
        #expect(Sample.link(clear, among: [numbered, second])?.caseID == "K2")
        #expect(Sample.link(unclear, among: [numbered, second])?.status == .review)
    }

    @Test func aCaseRowMayArriveWeeksAfterTheComment() {
        let early = Sample.comment(
            "c",
            "3日で動かなくなりました",
            author: "五十嵐達也",
            product: "掃除機V8",
            posted: Sample.noon(2020, 4, 12)
        )
        #expect(Sample.link(early, among: [numbered])?.caseID == "K1")
    }

    @Test func theLastFourDigitsCountWithTheRightPerson() {
        let owner = Sample.comment("c", "受付番号の下4桁は5432です。", author: "五十嵐達也")
        let stranger = Sample.comment("c", "受付番号の下4桁は5432です。", author: "小林花子")
        #expect(Sample.link(owner, among: [numbered])?.caseID == "K1")
        #expect(Sample.link(stranger, among: [numbered])?.status != .auto)
    }

    @Test func aKeyWithManyHoldersFindsNothing() {
        let crowd = (0..<100).map { Sample.makeCase("H\($0.padded(to: 3))", customer: "五十嵐達也", opened: nil) }
        let run = LinkRun(cases: crowd, names: Sample.names)
        let decision = Sample.decision(on: Sample.comment("c", "hello", author: "五十嵐達也"), of: run)
        #expect(decision?.pairs == 0)
    }

    @Test(arguments: ["", " ", "\u{0}", "🍣🍣🍣", "-----", "９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９９"])
    func oddTextsAndNamesAreHarmless(text: String) {
        let comment = Sample.comment("c", text, author: text, account: text, brand: text, product: text)
        #expect(Sample.link(comment, among: [numbered]) == nil)
    }

    @Test func noCasesMeansNoLinks() {
        let run = LinkRun(cases: [], names: NameReadings())
        #expect(run.link(thread: [Sample.comment("c", "Case 12345678", author: "John Smith")]).first?.link == nil)
        #expect(run.link(thread: []).isEmpty)
    }

    /// The only case of an account: noCase − log2(cases) + log2(cases) − noCase + handleSame.
    @Test(arguments: [-1_000, 1_500]) func anAccountLeavesTheSameOverAnyPrior(noCase: Int) {
        var model = LinkModel()
        model.noCase = noCase
        let owned = Sample.makeCase("K", handle: "tatsuya5")
        let linker = Linker(
            index: CaseIndex(cases: Sample.crowd + [owned], names: Sample.names),
            names: Sample.names,
            model: model
        )
        let comment = Sample.comment("c", "hello", account: "tatsuya5")
        let score = linker.scores(of: linker.features(of: comment), comment: comment).first
        #expect(score.map { $0.prior + $0.handle } == model.handleSame)
    }
}

import Feedback
import Testing

@testable import Linkage

/// The kinds of comments that linkers miss or pull in.
struct WeakKindTests {
    private let watch = Sample.makeCase(
        "W1",
        number: "44556677",
        product: "腕時計",
        customer: "小野寺千夏",
        subject: "バンドの留め具が外れた"
    )
    private let lamp = Sample.makeCase(
        "L1",
        product: "Desk Lamp",
        customer: "Robert Osborne",
        subject: "Flickering after a week"
    )

    // MARK: People

    @Test(arguments: [
        ("Bob Osborne", "Robert Osborne", NameLevel.partAndInitial),
        ("Chris Yates", "Christine Yates", .partAndInitial),
        ("山田けんっち", "山田健太", .partAndInitial), ("山田T", "山田太郎", .partAndInitial), ("山田太○", "山田太郎", .partAndInitial),
        ("The Osbornes", "Robert Osborne", .singlePart), ("山田家", "山田太郎", .singlePart), ("山田＠出先", "山田太郎", .singlePart),
        ("Mr O'Hara", "Scarlett O'Hara", .singlePart), ("tanakahiroshi", "田中浩", .same), ("ひろしたなか", "田中浩", .same),
        ("太郎 山田", "山田太郎", .same), ("關根恵子", "関根恵子", .same), ("Mary Osborne", "Robert Osborne", .family),
    ])
    func namesInShortAndTurnedRoundAgree(left: String, right: String, level: NameLevel) {
        #expect(Sample.name(left).level(against: Sample.name(right)) == level)
        #expect(Sample.name(right).level(against: Sample.name(left)) == level)
    }

    @Test func aSpaceInANameThatCannotBeDividedIsNoOtherName() {
        let (spaced, joined) = (Sample.name("鬼頭 嵐士"), Sample.name("鬼頭嵐士"))
        #expect(!Set(spaced.fullKeys).isDisjoint(with: joined.fullKeys))
    }

    @Test(arguments: [
        ("母の小野寺千夏が送った腕時計です。", "山本健一"), ("Writing for my mother, 小野寺千夏: the clasp.", "Olga Novak"),
    ])
    func whoeverNamesTheCustomerSpeaksForThem(text: String, author: String) {
        let comment = Sample.comment("c", text, author: author, product: "腕時計")
        let link = Sample.link(comment, among: [watch])
        #expect(link?.caseID == "W1" && link?.status == .auto)
        let silent = Sample.comment("c", "届いた腕時計です。", author: author, product: "腕時計")
        #expect(Sample.link(silent, among: [watch])?.status != .auto)
    }

    // MARK: Numbers

    @Test(arguments: [
        ("番号はヨンヨンゴーゴーロクロクナナナナです", "44556677"), ("it is four four five five six six seven seven", "44556677"),
        ("よん、よん、ご、ご、ろく、ろく、なな、なな", "44556677"),
    ])
    func numbersSpelledOutAreNumbers(text: String, number: String) throws {
        let expected = try #require(NumberForm(FoldedText(number).scalars)).whole
        #expect(NumberScanner.mentions(in: FoldedText(text)).contains { $0.form.whole == expected })
    }

    @Test(arguments: ["ニコニコしています", "I have one or two questions for you", "一つも届かない"])
    func wordsThatAreNoNumbersStay(text: String) {
        #expect(SpokenDigits.written(FoldedText(text).scalars) == FoldedText(text).scalars)
    }

    @Test func aLongCodeWithTwoDigitsIsANumber() throws {
        let order = Sample.makeCase("O1", order: "RTKWBM42", customer: "小野寺千夏")
        let link = Sample.link(Sample.comment("c", "ご注文 rtkwbm42 の件", author: nil), among: [order])
        #expect(link?.caseID == "O1" && link?.status == .auto)
    }

    @Test(arguments: ["友人の番号は44556677だそうです。", "Whose number is 44556677?"])
    func aNumberThatIsSomebodyElsesDoesNotLink(text: String) {
        #expect(Sample.link(Sample.comment("c", text), among: [watch])?.status != .auto)
    }

    // MARK: Brands

    @Test(arguments: ["株式会社Sakuraya", "Sakuraya Official Store", "Sakuraya公式", "Sakurayaサポート", "Sakuraya 渋谷店"])
    func aBrandGoesByManyNames(brand: String) {
        let comment = Sample.comment("c", "留め具が外れました。", author: "小野寺千夏", brand: brand)
        #expect(Sample.link(comment, among: [watch])?.caseID == "W1")
    }

    @Test func nearTwinsAreTwoBrands() {
        let twins = [
            Sample.makeCase("T1", brand: "Kolibra", customer: "小野寺千夏"),
            Sample.makeCase("T2", brand: "Kolibro", customer: "小野寺千夏"),
        ]
        for (brand, caseID) in [("Kolibra", "T1"), ("Kolibro", "T2")] {
            let link = Sample.link(Sample.comment("c", "遅い。", author: "小野寺千夏", brand: brand), among: twins)
            #expect(link?.caseID == caseID && link?.status == .auto)
        }
    }

    // MARK: Several cases of one person

    @Test(arguments: [("The flickering is driving me mad.", "L1"), ("A drawer came without its handle.", "L2")])
    func amongAPersonsCasesTheIncidentDecides(text: String, caseID: String) {
        let desk = Sample.makeCase(
            "L2",
            product: "Oak Desk",
            customer: "Robert Osborne",
            opened: Sample.noon(2020, 5, 14),
            subject: "Drawer handle not in the box"
        )
        let link = Sample.link(Sample.comment("c", text, author: "Robert Osborne"), among: [lamp, desk])
        #expect(link?.caseID == caseID && link?.status == .auto)
    }

    @Test func whatFitsTwoCasesOfAPersonAlikeIsForReview() {
        let same = Sample.makeCase(
            "L2",
            product: "Desk Lamp",
            customer: "Robert Osborne",
            subject: "Flickering after a week"
        )
        let comment = Sample.comment("c", "Still flickering.", author: "Robert Osborne", product: "Desk Lamp")
        #expect(Sample.link(comment, among: [lamp, same])?.status == .review)
    }

    // MARK: Threads

    private func links(_ thread: [LinkComment]) -> [String: CaseLink] {
        var links: [String: CaseLink] = [:]
        for item in Sample.run([watch, lamp]).link(thread: thread) { links[item.comment.externalID] = item.link }
        return links
    }

    private let opening = Sample.comment("top", "番号44556677 留め具が外れた", author: "小野寺千夏", thread: "t")

    @Test(arguments: [
        ("留め具が外れるなんて。", true), ("小野寺さん、その後は?", true), ("交換してもらえるといいですね。", true), ("腕時計は返品しましたか。", true),
        ("来週の花火、楽しみです。", false), ("Lovely photo of the harbour!", false), ("フォローしました", false),
    ])
    func readersSpeakOfTheCaseOnlyWhereTheyDo(text: String, isAbout: Bool) {
        let reader = Sample.comment("r", text, author: "Olga Novak", answers: "top")
        #expect(links([opening, reader])["r"]?.relation == (isAbout ? .about : nil))
    }

    @Test(arguments: ["小野寺様、ご迷惑をおかけしております。担当者より折り返します。", "Dear customer, we apologise and are looking into it."])
    func theDeskIsKnownByHowItSpeaks(text: String) {
        let reply = Sample.comment("r", text, author: "Olga Novak", answers: "top")
        #expect(links([opening, reply])["r"]?.relation == .about)
    }

    @Test func somethingNewInAnOldThreadIsNotTheOldCase() {
        let posted = Sample.noon(2021, 3, 1)
        let new = Sample.comment("n", "今度は傘の骨が折れました。", author: "小野寺千夏", product: "傘", posted: posted, answers: "top")
        let old = Sample.comment("o", "また留め具が外れました。", author: "小野寺千夏", posted: posted, answers: "top")
        #expect(links([opening, new])["n"] == nil)
        #expect(links([opening, old])["o"]?.relation == .sameCase)
    }
}

import Testing

@testable import Linkage

struct NameTests {
    @Test(arguments: [
        ("山田太郎", "ヤマダ タロウ"), ("山田太郎", "ﾔﾏﾀﾞﾀﾛｳ"), ("山田太郎", "やまだたろう"), ("山田太郎", "Yamada Taro"),
        ("山田太郎", "Taro YAMADA"), ("山田太郎", "山田　太郎 様"), ("山田太郎", "山田太郎さん"), ("佐藤由美子", "Satoh Yumiko"),
        ("大野直樹", "Naoki Ohno"), ("齋藤健一", "斎藤健一"), ("髙橋花子", "タカハシハナコ"), ("John Smith", "SMITH, John"),
        ("John Smith", "JohnSmith"), ("John Smith", "john  smith (verified)"), ("John Smith", "Mr. John Smith"),
        ("Charlotte O'Brien", "CharlotteO’Brien"), ("José Núñez", "Jose Nunez"), ("Liam McDonald", "McDonald, Liam"),
    ])
    func writtenInTwoWaysIsOneName(left: String, right: String) {
        #expect(Sample.name(left).level(against: Sample.name(right)) == .same)
        #expect(Sample.name(right).level(against: Sample.name(left)) == .same)
    }

    @Test(arguments: [
        ("山田太郎", "T. Yamada", NameLevel.partAndInitial), ("山田太郎", "山田", .singlePart), ("山田太郎", "Y.T.", .initials),
        ("John Smith", "J. Smith", .partAndInitial), ("John Smith", "John S.", .partAndInitial),
        ("John Smith", "JSmith", .partAndInitial),
        ("John Smith", "JS", .initials), ("John Smith", "John Smtih", .slip), ("山田太郎", "山田花子", .family),
        ("John Smith", "Mary Smith", .family), ("山田太郎", "佐藤太郎", .different), ("John Smith", "John Brown", .different),
        ("山田太郎", "John Smith", .different), ("浩二", "幸司", .otherWord), ("John Smith", "catlover", .otherWord),
        ("John Smith", "user1234", .unknown), ("山田太郎", "匿名希望", .unknown), ("John Smith", "", .unknown),
    ])
    func levelsAreToldApart(left: String, right: String, level: NameLevel) {
        #expect(Sample.name(left).level(against: Sample.name(right)) == level)
        #expect(Sample.name(right).level(against: Sample.name(left)) == level)
    }

    @Test func kanjiWithoutReadingStillCompareAsWritten() {
        let empty = NameNormaliser(names: NameReadings())
        #expect(empty.name("東海林薫子").level(against: empty.name("東海林薫子 様")) == .same)
        #expect(empty.name("東海林薫子").level(against: empty.name("Shoji Kaoruko")) == .unknown)
    }

    @Test(arguments: [
        ("さとう", "sato"), ("サトウ", "sato"), ("しゅんすけ", "shunsuke"), ("ちひろ", "chihiro"), ("はっとり", "hatori"),
        ("なんば", "nanba"), ("おおの", "ono"), ("じゅんいち", "junichi"), ("りょうた", "ryota"), ("つちや", "tsuchiya"),
        ("キャサリン", "kyasarin"),
    ])
    func kanaAreRomanised(kana: String, letters: String) {
        #expect(Romaji.spelling(ofKana: FoldedText(kana).scalars) == Array(letters.utf8))
    }

    @Test(arguments: [
        ("satou", "sato"), ("satoh", "sato"), ("syota", "shota"), ("tutiya", "tsuchiya"), ("namba", "nanba"),
        ("huzi", "fuji"), ("hattori", "hatori"),
    ])
    func spellingsOfOtherSystemsFold(spelling: String, folded: String) {
        #expect(Romaji.folded(Array(spelling.utf8)) == Array(folded.utf8))
    }

    @Test func halfWidthAndDecomposedTextFoldsLikeFullWidth() {
        #expect(FoldedText("ｶﾞｷﾞﾊﾟｳﾞ").scalars == FoldedText("ガギパヴ").scalars)
        #expect(FoldedText("カ\u{3099}ハ\u{309A}").scalars == FoldedText("ガパ").scalars)
        #expect(FoldedText("ＲＸ－５　①").scalars == FoldedText("rx-5 1").scalars)
        #expect(FoldedText("Ünïcode é\u{301}").scalars == FoldedText("unicode e").scalars)
    }

    @Test(arguments: ["山田\tsurname", "山田\tplace\tやまだ", "山田\tsurname\tYamada", "\tsurname\tやまだ"])
    func badRowsOfTheNameTableAreReportedWithTheirLine(row: String) {
        let bytes = Array("#name: x\nterm\tkind\treadings\n\(row)\n".utf8)
        let error = #expect(throws: LinkageError.self) { try NameReadings(tsv: bytes) }
        #expect(error?.line == 3)
    }
}

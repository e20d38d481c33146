import Testing

@testable import Linkage

struct NumberTests {
    private func form(_ text: String) throws -> NumberForm { try #require(NumberForm(FoldedText(text).scalars)) }

    @Test(arguments: [
        ("CS-2021-00045", "cs 2021/45"), ("SR-2021-12345", "ＳＲ２０２１－１２３４５"), ("12345678", "1234-5678"),
        ("一二三四五六七八", "12345678"),
    ])
    func writtenInTwoWaysIsOneNumber(left: String, right: String) throws {
        let (first, second) = (try form(left), try form(right))
        #expect(first.whole == second.whole || first.segments == second.segments)
    }

    @Test(arguments: ["12345678", "1235678", "123456789", "12354678", "12945678"])
    func numbersOneEditApartShareASlipKey(other: String) throws {
        let slips = try form("12345678").slips
        #expect(try form(other).slips.contains { slips.contains($0) })
    }

    @Test func fewDigitsAreNoNumber() {
        #expect(NumberForm(FoldedText("a12").scalars) == nil)
        #expect(NumberForm(FoldedText("").scalars) == nil)
    }

    @Test(arguments: [
        ("受付番号１２３４５６７８の件です", "12345678"), ("ケースNo.1234-5678", "12345678"), ("[Case:12345678] hi", "12345678"),
        ("番号はSR/2021/00045です", "SR202100045"),
        ("my ref is cs 2021 00045 thanks", "CS202100045"), ("お問い合わせ番号：サ-12345", "サ12345"),
        ("number is 1234 5678", "12345678"),
    ])
    func numbersAreFoundInText(text: String, number: String) throws {
        let expected = try form(number).whole
        #expect(NumberScanner.mentions(in: FoldedText(text)).contains { $0.form.whole == expected })
    }

    @Test func lastFourDigitsNeedWordsThatSaySo() {
        let cued = NumberScanner.mentions(in: FoldedText("受付番号の下4桁は4821です"))
        let plain = NumberScanner.mentions(in: FoldedText("4821円でした"))
        #expect(cued.contains { $0.extent == .tail })
        #expect(!plain.contains { $0.extent == .tail })
    }

    @Test func partsOfATelephoneNumberAreNoMentions() throws {
        let part = try form("12345678").whole
        #expect(!NumberScanner.mentions(in: FoldedText("電話は090-1234-5678")).contains { $0.form.whole == part })
    }

    @Test(arguments: [
        ("abcd", "abcd", true), ("abcd", "abdc", true), ("abcd", "abc", true), ("abcd", "abxcd", true),
        ("abcd", "axcd", true), ("abcd", "badc", false), ("abcd", "ab", false), ("", "a", true),
    ])
    func oneEditIsRecognised(left: String, right: String, isWithin: Bool) {
        #expect(EditDistance.isWithinOne(Array(left.utf8), Array(right.utf8)) == isWithin)
    }

    // log2 3 = 1.58496…, log2 10 = 3.32192…, log2 200000 = 17.60964…
    @Test(arguments: [
        (1, 0), (2, 1_000), (3, 1_584), (10, 3_321), (1_024, 10_000), (200_000, 17_609), (Int.max, 62_999), (0, 0),
        (-5, 0),
    ])
    func binaryLogarithmsAreExactToAThousandth(number: Int, milliBits: Int) {
        #expect(MilliBits.log2(number) == milliBits)
    }
}

import Feedback
import Testing

@testable import Linkage

struct DigitCountsTests {
    private func form(_ text: String) throws -> NumberForm { try #require(NumberForm(written: text)) }

    /// By hand: of `CS-2021-00045` one 1, two 2, one 4, one 5.
    @Test func digitsAreCountedInTwoBitsEach() throws {
        #expect(DigitCounts(of: try form("CS-2021-00045")).bits == 1 + 2 << 2 + 1 << 6 + 1 << 8)
        #expect(DigitCounts(of: try form("11111-0099")).bits == 3)
        #expect(DigitCounts(of: try form("二〇二一")).bits == 1 + 2 << 2)
    }

    @Test(arguments: [
        ("CS-2021-00045", "cs 2021/45", NumberMention.Extent.whole), ("CS-2021-00045", "202100045", .whole),
        ("CS-2021-00045", "2021-00045", .part), ("CS-2021-00045", "CS-2021-00054", .whole),
        ("CS-2021-00045", "CS-2021-00845", .whole), ("CS-2021-00045", "CS-2021-0045", .whole),
        ("7712345", "2345", .tail), ("111111111", "1111", .tail), ("333222111444555666777888", "1234567", .whole),
    ])
    func whatMayBeTheNumberIsRead(number: String, mention: String, extent: NumberMention.Extent) throws {
        let digits = CaseDigits(CaseNumbers(own: nil, order: number))
        #expect(digits.mayBe(NumberMention(form: try form(mention), extent: extent)))
    }

    @Test(arguments: [("7712345", "7798345"), ("7712345", "123"), ("40291", "58364")])
    func whatCannotBeItIsNot(number: String, mention: String) throws {
        let digits = CaseDigits(CaseNumbers(own: number, order: nil))
        #expect(!digits.mayBe(NumberMention(form: try form(mention), extent: .whole)))
    }

    @Test func aCaseWithoutNumbersIsNotRead() throws {
        let digits = CaseDigits(CaseNumbers(own: nil, order: nil))
        #expect(!digits.mayBe(NumberMention(form: try form("12345"), extent: .whole)))
    }

    /// Whatever a mention is to a number, one edit away among others: the digits never rule out what the characters tell.
    @Test func theDigitsRuleOutNothingThatIsAlike() throws {
        var state: UInt64 = 7
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let letters = Array("0123456789000123456789AB-")
        var alike = 0
        for _ in 0..<20_000 {
            let number = (0..<5 + next(8)).map { _ in letters[next(letters.count)] }
            var other = number
            let place = next(other.count)
            switch next(6) {
            case 0: other[place] = letters[next(letters.count)]
            case 1: other.insert(letters[next(letters.count)], at: place)
            case 2: other.remove(at: place)
            case 3 where place > 0: other.swapAt(place, place - 1)
            case 4: other = other.filter(\.isNumber)
            default: other = Array(other.suffix(4))
            }
            guard let own = NumberForm(written: String(number)), let said = NumberForm(written: String(other)) else {
                continue
            }
            for extent in [NumberMention.Extent.whole, .part, .tail] {
                if extent == .tail, said.digitCount != 4 { continue }
                let mention = NumberMention(form: said, extent: extent)
                guard PairScorer.level(mention, own) != .none else { continue }
                alike += 1
                #expect(CaseDigits(CaseNumbers(own: String(number), order: nil)).mayBe(mention), "\(number) \(other)")
            }
        }
        #expect(alike > 5_000)
    }
}

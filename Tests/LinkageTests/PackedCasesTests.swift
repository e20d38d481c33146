import Feedback
import Testing

@testable import Linkage

struct PackedCasesTests {
    @Test func numbersAndTextsComeBackInTheirOrder() {
        var writer = FieldWriter()
        // 300 is 10 0101100 in groups of seven bits, the low one first.
        writer.add(count: 300)
        #expect(writer.bytes == [0b1010_1100, 0b10])
        writer.add(0x0102_0304_0506, bytes: 6)
        #expect(writer.bytes.suffix(6) == [6, 5, 4, 3, 2, 1])
        for text in ["", nil, "声", String(repeating: "あ", count: 100)] { writer.add(text) }
        var reader = FieldReader(writer.bytes[...])
        #expect(reader.count() == 300)
        #expect(reader.number(bytes: 6) == 0x0102_0304_0506)
        #expect([reader.text(), reader.text(), reader.text()] == ["", nil, "声"])
        #expect(reader.text() == String(repeating: "あ", count: 100))
        #expect(reader.isAtEnd)
        #expect(reader.count() == 0)
        #expect(reader.number() == 0)
        #expect(reader.text() == nil)
    }

    /// Ranges in the store, in memory, and across.
    @Test func bytesAreTheSameWhereverTheyLie() {
        let store = HeldBytes()
        var bytes = SpilledBytes(store: store)
        let written = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 * 31 + $0 / 251) }
        for start in stride(from: 0, to: written.count, by: 1_000) {
            bytes.append(Array(written[start..<start + 1_000]))
        }
        let spilled = store.held.count
        #expect(spilled > 2_000_000 && spilled < written.count)
        for range in [
            0..<7, 5_555..<2_000_000, spilled - 9..<spilled, spilled - 9..<spilled + 9, spilled..<written.count, 4..<4,
        ] {
            #expect(Array(bytes[range]) == Array(written[range]))
        }
        var pieces: [UInt8] = []
        bytes.forEachPiece { pieces += $0 }
        #expect(pieces == written)
    }

    /// What a store gives in place of bytes that it could not read.
    @Test func zerosAreACaseWithoutAnything() {
        var reader = FieldReader([UInt8](repeating: 0, count: 40)[...])
        #expect(reader.count() == 0)
        #expect(reader.text() == nil)
        #expect(reader.number() == 0)
    }

    /// More than is given to a store at a time.
    @Test func casesComeBackAsTheyWere() {
        let store = HeldBytes()
        var packed = PackedCases(store: store)
        let cases = (0..<20_000).map(Self.supportCase)
        for linkCase in cases { packed.append(linkCase) }
        #expect(packed.count == cases.count)
        #expect(store.held.count > 1 << 20)
        for (place, linkCase) in cases.enumerated() where packed[place].linkCase != linkCase {
            Issue.record("case \(place) is \(packed[place].linkCase)")
        }
        for place in stride(from: 0, to: cases.count, by: 997) {
            let subject = CaseSubject(cases[place].subject)
            #expect(packed[place].caseID == cases[place].caseID)
            #expect(packed[place].subject.words == subject.words)
            #expect(packed[place].subject.script == subject.script)
            #expect(packed[place].numbers.own == cases[place].number.flatMap(NumberForm.init(written:)))
            #expect(packed[place].numbers.order == cases[place].orderNumber.flatMap(NumberForm.init(written:)))
        }
    }

    private static func supportCase(_ number: Int) -> LinkCase {
        var linkCase = LinkCase(caseID: "K\(number)", isStory: number % 2 == 0)
        if number % 3 > 0 { linkCase.number = "90185\(number)" }
        if number % 4 > 0 { linkCase.orderNumber = "A\(number)" }
        if number % 5 > 0 { linkCase.brand = "ゼンカ\(number % 9)" }
        if number % 6 > 0 { linkCase.product = "チョコパイ" }
        if number % 7 > 0 { linkCase.customer = "斎藤大輔" }
        if number % 8 > 0 { linkCase.customerHandle = "saito_\(number)" }
        if number % 9 > 0 { linkCase.subject = number % 2 == 0 ? "The kettle exploded" : "運転手に怒鳴られました" }
        if number % 10 > 0 { linkCase.openedAt = Instant(milliseconds: Int64(number - 500) * 86_400_000) }
        if number % 11 > 0 { linkCase.closedAt = Instant(milliseconds: Int64.max - Int64(number)) }
        return linkCase
    }

    /// The rule case by case: same person's key, few bearers, one handle among them.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func handlesAreLentByTheRule(seed: UInt64) {
        var dice = Dice(state: seed)
        var (handles, lending) = (HandleTable(), HandleLending())
        var (own, people): ([[StableHash]], [Set<UInt64>]) = ([], [])
        for place in 0..<60 {
            let count = [0, 0, 0, 1, 1, 2].randomElement(using: &dice) ?? 0
            own.append((0..<count).map { _ in StableHash(value: UInt64.random(in: 1...9, using: &dice)) })
            people.append(
                Set((0..<Int.random(in: 0...2, using: &dice)).map { _ in UInt64.random(in: 1...20, using: &dice) })
            )
            handles.append(own[place])
            lending.append(people[place], at: place)
        }
        let limit = 5
        var expected: [Int: StableHash] = [:]
        for place in own.indices where own[place].isEmpty {
            let known = people[place].filter { person in people.count { $0.contains(person) } <= limit }
            let others = Set(own.indices.filter { !people[$0].isDisjoint(with: known) }.flatMap { own[$0] })
            if others.count == 1 { expected[place] = others.first }
        }
        for (place, handle) in lending.lent(by: handles, limit: limit) { handles.lend(handle, to: place) }
        for place in own.indices {
            #expect(handles[place].implied == expected[place])
            #expect(Array(handles[place].own) == own[place])
        }
    }

    /// Against a dictionary; more values than are gathered before they are counted.
    @Test func valuesAreCountedAsTheyCome() {
        var dice = Dice(state: 3)
        var (counter, expected): (FrequencyCounter, [UInt64: Int]) = (FrequencyCounter(), [:])
        for _ in 0..<200_000 {
            let value = UInt64.random(in: 0..<5_000, using: &dice)
            counter.add(value)
            expected[value, default: 0] += 1
        }
        var counts: [UInt64: Int] = [:]
        FrequencyTable(counter, [9_000: 7]).forEach { counts[$0] = $1 }
        expected[9_000] = 7
        #expect(counts == expected)
    }
}

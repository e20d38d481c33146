import Testing

@testable import Scoring

struct TokenSetTests {
    /// Masks that end before, at and behind a border of 64 tokens, against a set of numbers.
    @Test func itAgreesWithASetOfNumbers() {
        let masks: [UInt64] = [1, 0b101, 0xFF, 1 << 63, .max]
        for start in [0, 1, 60, 63, 64, 65, 127, 128] as [Int32] {
            for mask in masks {
                var set = TokenSet()
                set.clear(count: 256)
                set.insert(mask, from: start)
                let held = Set((0..<64).filter { mask >> UInt64($0) & 1 == 1 }.map { Int(start) + $0 })
                for other in 0..<190 {
                    #expect(set.meets(1, from: Int32(other)) == held.contains(other))
                    let pair = [other, other + 2].filter { !held.contains($0) }.count
                    #expect(set.countFree(0b101, from: Int32(other)) == pair)
                }
            }
        }
    }

    @Test func clearingForgets() {
        var set = TokenSet()
        set.clear(count: 10)
        set.insert(.max, from: 3)
        set.clear(count: 10)
        #expect(!set.meets(.max, from: 0))
    }
}

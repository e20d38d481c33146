import Testing

@testable import Scoring

struct SieveTests {
    private func misses(_ sieve: Sieve, _ symbols: [Int32]) -> Bool {
        var bits = Sieve.Bits()
        for symbol in symbols { bits.insert(symbol) }
        return withUnsafePointer(to: sieve) { $0.misses(bits) }
    }

    @Test func whatWasInsertedIsHeld() {
        var sieve = Sieve()
        let symbols = (0..<200).map { Int32($0 * 37) }
        for symbol in symbols { sieve.insert(symbol) }
        sieve.note = .max
        let isMissed = symbols.contains { symbol in
            misses(sieve, [symbol]) || misses(sieve, [100_000, symbol])
                || !withUnsafePointer(to: sieve) { $0.holds(Sieve.place(of: symbol)) }
        }
        #expect(!isMissed)
        #expect(symbols.allSatisfy { sieve.marks & Sieve.mark(of: $0) != 0 })
    }

    /// A sieve that let everything through would be no lie, but of no use.
    @Test func fewOthersPass() {
        var sieve = Sieve()
        for symbol: Int32 in 0..<20 { sieve.insert(symbol) }
        let passing = (1_000..<2_000).count { !misses(sieve, [Int32($0)]) }
        #expect(passing < 100)
    }

    @Test func wordsOfNoTermNeverPass() {
        var sieve = Sieve()
        for symbol: Int32 in 0..<10_000 { sieve.insert(symbol) }
        sieve.note = .max
        #expect(misses(sieve, []))
    }

    /// Two bits are all there is room for.
    @Test func wordsOfManySymbolsAlwaysPass() {
        #expect(!misses(Sieve(), [1, 2, 3]))
        #expect(!misses(Sieve(), [1, 2, 3, 4, 5]))
        #expect(misses(Sieve(), [1, 2]))
    }

    @Test func setsAreJoined() {
        var one = Sieve()
        var other = Sieve()
        one.insert(1)
        other.insert(2)
        one.formUnion(other)
        #expect(!misses(one, [1]) && !misses(one, [2]))
        #expect(one.marks == Sieve.mark(of: 1) | Sieve.mark(of: 2))
    }
}

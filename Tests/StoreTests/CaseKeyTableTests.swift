import GRDB
import Testing

@testable import Store

/// The cases of keys against a set of pairs.
struct CaseKeyTableTests {
    fileprivate struct Pair: Hashable {
        let key: UInt64
        let id: Int64
    }

    /// Keys in one part and in several groups of parts, with the greatest and the least of them.
    private static let keys: [UInt64] = [0, 1, 1 << 30, 1 << 32, 1 << 32 | 1, 200 << 30, (1 << 48) - 2, (1 << 48) - 1]

    private static func tuples(_ pairs: Set<Pair>) -> [CaseKeyTable.Pair] { pairs.map { ($0.key, $0.id) } }

    private func holders(of keys: [UInt64], limit: Int, in db: Database) throws -> [UInt64: [Int64]?] {
        var holders: [UInt64: [Int64]?] = [:]
        try CaseKeyTable.forEach(keys, limit: limit, in: db) { holders.updateValue($1, forKey: $0) }
        return holders
    }

    private func found(in db: Database) throws -> Set<Pair> {
        let found = try holders(of: Self.keys.reversed(), limit: 10_000, in: db)
        for key in Self.keys { #expect(try holders(of: [key], limit: 10_000, in: db)[key] == found[key]) }
        return Set(found.flatMap { key, ids in (ids ?? []).map { Pair(key: key, id: $0) } })
    }

    /// Every fifth pair goes and comes in one night, as those of an edited case do.
    @Test func nightsFindWhatIsStoredAtOnce() throws {
        var random = Dice(state: 11)
        let (nights, whole) = (try KoeDatabase.inMemory(), try KoeDatabase.inMemory())
        var pairs: Set<Pair> = []
        try nights.write { db in
            for _ in 0..<60 {
                let some = Set((0..<90).map { _ in random.pair(Self.keys) })
                let gone = some.intersection(pairs)
                let back = gone.filter { $0.id % 5 == 0 }
                let come = some.subtracting(pairs).union(back)
                try CaseKeyTable.change(gone: Self.tuples(gone), come: Self.tuples(come), in: db)
                pairs = pairs.subtracting(gone).union(come)
                #expect(try found(in: db) == pairs)
            }
        }
        #expect(pairs.count > 400)
        try whole.write { db in
            let middle = CaseKeyTable.groupCount / 3
            for groups in [0..<middle, middle..<CaseKeyTable.groupCount] {
                let keys = CaseKeyTable.keys(of: groups)
                try CaseKeyTable.store(Self.tuples(pairs.filter { keys.contains($0.key) }), in: db)
            }
            #expect(try found(in: db) == pairs)
            try CaseKeyTable.clear(in: db)
            #expect(try found(in: db) == [])
        }
    }

    @Test func moreCasesThanTheLimitAreNone() throws {
        try KoeDatabase.inMemory().write { db in
            let ids = [7, 3, 9] as [Int64]
            try CaseKeyTable.store(ids.map { (5, $0) }, in: db)
            try CaseKeyTable.change(gone: [], come: [(5, 8), (6, 1)], in: db)
            #expect(try holders(of: [6, 5, 4], limit: 4, in: db) == [4: [], 5: [3, 7, 8, 9], 6: [1]])
            #expect(try holders(of: [4, 5, 6], limit: 3, in: db) == [4: [], 5: nil, 6: [1]])
        }
    }
}

/// The same numbers everywhere.
private struct Dice {
    var state: UInt64

    /// Source of the constants: Knuth's MMIX generator.
    private mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }

    mutating func pair(_ keys: [UInt64]) -> CaseKeyTableTests.Pair {
        CaseKeyTableTests.Pair(key: keys[Int(next() % UInt64(keys.count))], id: Int64(next() % 900 + 1))
    }
}

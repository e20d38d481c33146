import Testing

@testable import Linkage

struct KeyIndexTests {
    /// Every third is asked for seldom.
    private func token(_ number: UInt64) -> LinkToken {
        LinkToken(key: StableHash(StableHash(value: number).value.description), isSeldom: number % 3 == 0)
    }

    /// Against a dictionary, with one key that many have; in memory, and in a store.
    @Test(arguments: [1, 40, 5_000, 200_000] as [UInt64], [false, true])
    func findsTheHoldersOfEveryKey(count: UInt64, isStored: Bool) {
        let pairs = (0..<count * 3).map { number in
            (token(number % 7 == 0 ? 1_000_000 : number % count).id, UInt32(number % 911))
        }
        let stores = (0..<2).map { _ in isStored ? HeldBytes() : nil }
        var keys = KeyList(store: stores[0])
        let byHolder = Dictionary(grouping: pairs, by: \.1).mapValues { $0.map(\.0) }
        for holder in 0..<911 as Range<UInt32> { keys.append((byHolder[holder] ?? []).dropLast()) }
        for (holder, own) in byHolder { own.last.map { keys.append($0, toHolder: Int(holder)) } }
        let index = KeyIndex(keys, store: stores[1])
        if count == 200_000 { #expect(stores.allSatisfy { ($0?.held.count ?? 1) > 0 }) }
        let expected = Dictionary(grouping: pairs, by: \.0).mapValues { Set($0.map { Int($0.1) }).sorted() }
        var listed: [UInt64: [Int]] = [:]
        var last: UInt64 = 0
        let ends: [UInt64] = [0, 1 << 20, 1 << 45, 3 << 46 + 1, 1 << 48]
        for (start, end) in zip(ends, ends.dropFirst()) {
            index.forEach(in: start..<end) { key, holder in
                #expect(key >= last && key >= start && key < end)
                last = key
                listed[key, default: []].append(holder)
            }
        }
        index.forEach(in: 5..<5) { _, _ in Issue.record("a range without keys") }
        #expect(listed == expected)
        for number in (0..<count) + [1_000_000] {
            let holders = expected[token(number).id] ?? []
            #expect(found(token(number), in: index) == (holders.count > 60 ? [] : holders))
        }
        #expect(found(token(2_000_000), in: index) == [])
    }

    /// Behind what was found before, even where that ends with the first holder.
    private func found(_ key: LinkToken, in index: KeyIndex) -> [Int] {
        var alone: [Int] = []
        index.appendHolders(of: [key], limit: 60, to: &alone)
        var behind = [7, alone.first ?? 7]
        index.appendHolders(of: [key], limit: 60, to: &behind)
        #expect(behind == [7, alone.first ?? 7] + alone)
        return alone
    }
}

import Testing

@testable import Linkage

struct KeyIndexTests {
    private func token(_ number: UInt64) -> LinkToken {
        LinkToken(StableHash(StableHash(value: number).value.description))
    }

    /// Against a dictionary, with one key that many have.
    @Test(arguments: [1, 40, 5_000] as [UInt64])
    func findsTheHoldersOfEveryKey(count: UInt64) {
        let pairs = (0..<count * 3).map { number in
            (token(number % 7 == 0 ? 1_000_000 : number % count).id, UInt32(number % 911))
        }
        var keys = KeyList()
        for holder in 0..<911 { keys.append(pairs.filter { $0.1 == holder }.map(\.0)) }
        let index = KeyIndex(keys)
        let expected = Dictionary(grouping: pairs, by: \.0).mapValues { Set($0.map { Int($0.1) }).sorted() }
        var listed: [UInt64: [Int]] = [:]
        var last: UInt64 = 0
        for part in 0..<3 {
            index.forEach(part: part, of: 3) { key, holder in
                #expect(key >= last)
                last = key
                listed[key, default: []].append(holder)
            }
        }
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

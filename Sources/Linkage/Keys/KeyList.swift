internal import Feedback

/// The keys of many holders as they come, to be read by key: with a store, only some of them are in memory at a time.
package struct KeyList: Sendable {
    /// A key and the place of a holder that has it.
    package struct Pair: Comparable, Sendable {
        package let key: UInt64
        package let holder: UInt32

        package static func < (left: Pair, right: Pair) -> Bool {
            left.key == right.key ? left.holder < right.holder : left.key < right.key
        }
    }

    /// Bits of a key by which pairs are parted for sorting.
    private static let partBits: UInt64 = 12
    /// Pairs that are sorted together, in as many arrays at a time as are sorted side by side.
    private static let sortedTogether = 1 << 20
    private static let workers = 2

    private let keyBits: UInt64
    /// Of each holder the number of its keys, and they.
    private var records: SpilledBytes
    /// Keys that came to holders afterwards.
    private var later: [Pair] = []
    /// Number of keys by their high bits.
    private var counts = [Int](repeating: 0, count: 1 << KeyList.partBits)
    /// Number of holders.
    private(set) var holders = 0

    /// An empty list; without a store, it stays in memory.
    ///
    /// `keyBits`: all keys are below 2 to this power; whole bytes.
    package init(keyBits: Int = 48, store: (any ByteStore)? = nil) {
        self.keyBits = UInt64(keyBits)
        records = SpilledBytes(store: store)
    }

    /// Number of keys.
    var count: Int { counts.reduce(0, +) }

    /// Number of keys in the lower half of all that there can be.
    var lowerCount: Int { counts.prefix(counts.count / 2).reduce(0, +) }

    /// Adds the keys of the next holder; some may come twice.
    package mutating func append(_ keys: some Collection<UInt64>) {
        var writer = FieldWriter()
        writer.add(count: keys.count)
        for key in keys {
            writer.add(key, bytes: keyBytes)
            counts[part(of: key)] += 1
        }
        records.append(writer.bytes)
        holders += 1
    }

    /// Adds a key to those of a holder that came before.
    mutating func append(_ key: UInt64, toHolder holder: Int) {
        later.append(Pair(key: key, holder: UInt32(holder)))
        counts[part(of: key)] += 1
    }

    /// Calls the body with all pairs by key and then by holder, each once and many at a time.
    package func forEachSorted(_ body: ([Pair]) throws -> Void) rethrows {
        var rest = ranges[...]
        while !rest.isEmpty {
            let next = rest.prefix(Self.workers)
            let windows = sideBySide(Array(next), workers: Self.workers) { sorted(in: $0.parts, count: $0.count) }
            for pairs in windows { try body(pairs) }
            rest = rest.dropFirst(next.count)
        }
    }

    /// Parts of which each range holds about as many pairs as are sorted together, and how many.
    private var ranges: [(parts: Range<Int>, count: Int)] {
        var ranges: [(parts: Range<Int>, count: Int)] = []
        var start = 0
        while start < counts.count {
            var (end, sum) = (start + 1, counts[start])
            while end < counts.count, sum + counts[end] <= Self.sortedTogether {
                sum += counts[end]
                end += 1
            }
            if sum > 0 { ranges.append((start..<end, sum)) }
            start = end
        }
        return ranges
    }

    private func sorted(in parts: Range<Int>, count: Int) -> [Pair] {
        var pairs: [Pair] = []
        pairs.reserveCapacity(count)
        forEach { key, holder in
            if parts.contains(part(of: key)) { pairs.append(Pair(key: key, holder: holder)) }
        }
        pairs.sort()
        // In place: a second array would be as large.
        var end = 0
        for place in pairs.indices where end == 0 || pairs[end - 1] != pairs[place] {
            pairs[end] = pairs[place]
            end += 1
        }
        pairs.removeSubrange(end...)
        return pairs
    }

    private func forEach(_ body: (UInt64, UInt32) -> Void) {
        var holder: UInt32 = 0
        records.forEachPiece { piece in
            var reader = FieldReader(piece)
            while !reader.isAtEnd {
                for _ in 0..<reader.count() { body(reader.number(bytes: keyBytes), holder) }
                holder += 1
            }
        }
        for pair in later { body(pair.key, pair.holder) }
    }

    private var keyBytes: Int { Int(keyBits) / 8 }

    private func part(of key: UInt64) -> Int { Int(key >> (keyBits - Self.partBits)) }
}

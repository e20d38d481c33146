/// From keys to the places of the cases that have them, in flat arrays.
///
/// Entries lie in buckets by the high bits of the key and are sorted by what is left of it and by holder inside, so that
/// the same keys give the same index in whatever order they came. Keys that few comments ask for, which are most of all,
/// have the higher bit and lie in a store, if there is one; a byte of each stays in memory, for most that are asked for
/// are nobody's.
struct KeyIndex: Sendable {
    /// Buckets that are listed at a time.
    private static let listedAtOnce = 1 << 10
    private static let entryBytes = 8

    private let bucketBits: Int
    private let starts: [UInt32]
    /// What is left of the key, and the holder below it.
    private let entries: [UInt64]
    /// The same for keys that few comments ask for.
    private let seldom: SpilledBytes
    /// The highest byte of each of them.
    private let seldomMarks: [UInt8]

    init(_ keys: KeyList, store: (any ByteStore)? = nil) {
        var bits = 4
        while bits < 24, keys.count >> bits > 8 || UInt64(keys.holders) > Self.holderMask(bits: bits) { bits += 1 }
        bucketBits = bits
        var starts = [UInt32](repeating: 0, count: (1 << bits) + 1)
        var entries: [UInt64] = []
        entries.reserveCapacity(keys.lowerCount)
        var seldom = SpilledBytes(store: store)
        var marks: [UInt8] = []
        marks.reserveCapacity(keys.count - keys.lowerCount)
        keys.forEachSorted { pairs in
            var writer = FieldWriter()
            for pair in pairs {
                let bucket = Self.bucket(of: pair.key, bits: bits)
                let entry = Self.rest(of: pair.key, bits: bits) | UInt64(pair.holder)
                starts[bucket + 1] += 1
                if bucket < 1 << (bits - 1) {
                    entries.append(entry)
                } else {
                    writer.add(entry)
                    marks.append(Self.mark(of: entry))
                }
            }
            seldom.append(writer.bytes)
        }
        for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
        (self.starts, self.entries) = (starts, entries)
        (self.seldom, seldomMarks) = (seldom, marks)
    }

    /// Appends the holders of each of some keys, ascending for each; none for an unknown key and for one with more than
    /// `limit` holders.
    func appendHolders(of keys: [LinkToken], limit: Int, to holders: inout [Int]) {
        // Memory is far away: all keys are waited for together, first for their buckets and then for what lies there.
        var buckets = keys.map { key in
            let bucket = Self.bucket(of: key.id, bits: bucketBits)
            return Bucket(rest: Self.rest(of: key.id, bits: bucketBits), start: starts[bucket], end: starts[bucket + 1])
        }
        for place in buckets.indices where isInMemory(buckets[place]) && buckets[place].start < buckets[place].end {
            buckets[place].first = entries[Int(buckets[place].start)]
        }
        for bucket in buckets where bucket.start < bucket.end {
            let range = Int(bucket.start)..<Int(bucket.end)
            if isInMemory(bucket) {
                appendHolders(of: bucket.rest, first: bucket.first, entries[range], limit: limit, to: &holders)
            } else if mayHold(bucket.rest, range) {
                let entries = seldom(in: range)
                appendHolders(of: bucket.rest, first: entries[0], entries[...], limit: limit, to: &holders)
            }
        }
    }

    /// Where the holders of a key lie, and the first entry there, if that is in memory.
    private struct Bucket {
        let rest: UInt64
        let start: UInt32
        let end: UInt32
        var first: UInt64 = 0
    }

    private func isInMemory(_ bucket: Bucket) -> Bool { Int(bucket.end) <= entries.count }

    /// Whether a key that few comments ask for may have holders in a range of entries.
    private func mayHold(_ rest: UInt64, _ range: Range<Int>) -> Bool {
        let mark = Self.mark(of: rest)
        for place in range where seldomMarks[place - entries.count] == mark { return true }
        return false
    }

    private func appendHolders(
        of rest: UInt64,
        first: UInt64,
        _ entries: ArraySlice<UInt64>,
        limit: Int,
        to holders: inout [Int]
    ) {
        let holderMask = Self.holderMask(bits: bucketBits)
        let before = holders.count
        for place in entries.indices {
            let entry = place == entries.startIndex ? first : entries[place]
            guard entry & ~holderMask == rest else { continue }
            if holders.count - before == limit {
                holders.removeSubrange(before...)
                return
            }
            holders.append(Int(entry & holderMask))
        }
    }

    /// Calls the body with the keys of a range and their holders, by key and then by holder.
    func forEach(in keys: Range<UInt64>, _ body: (UInt64, Int) throws -> Void) rethrows {
        guard let lastKey = keys.last else { return }
        var first = Self.bucket(of: keys.lowerBound, bits: bucketBits)
        let end = Self.bucket(of: lastKey, bits: bucketBits) + 1
        while first < end {
            let last = min(end, first + Self.listedAtOnce)
            try forEach(in: first..<last) { key, holder in if keys.contains(key) { try body(key, holder) } }
            first = last
        }
    }

    /// The same of some buckets.
    private func forEach(in buckets: Range<Int>, _ body: (UInt64, Int) throws -> Void) rethrows {
        let holderMask = Self.holderMask(bits: bucketBits)
        let first = Int(starts[buckets.lowerBound])
        let listed = entries(in: first..<Int(starts[buckets.upperBound]))
        for bucket in buckets {
            for position in Int(starts[bucket]) - first..<Int(starts[bucket + 1]) - first {
                let entry = listed[position]
                let key = UInt64(bucket) << UInt64(48 - bucketBits) | entry >> UInt64(bucketBits + 16)
                try body(key, Int(entry & holderMask))
            }
        }
    }

    /// The entries of a range, in memory and in the store.
    private func entries(in range: Range<Int>) -> [UInt64] {
        let inMemory = range.clamped(to: 0..<entries.count)
        let others = range.clamped(to: entries.count..<max(entries.count, range.upperBound))
        return Array(entries[inMemory]) + seldom(in: others)
    }

    private func seldom(in range: Range<Int>) -> [UInt64] {
        let first = (range.lowerBound - entries.count) * Self.entryBytes
        var reader = FieldReader(seldom[first..<first + range.count * Self.entryBytes])
        return range.map { _ in reader.number() }
    }

    private static func bucket(of key: UInt64, bits: Int) -> Int { Int(key >> UInt64(48 - bits)) }

    /// The 48 − `bits` low bits of the key, in the high bits.
    private static func rest(of key: UInt64, bits: Int) -> UInt64 { key << UInt64(bits + 16) }

    private static func mark(of entry: UInt64) -> UInt8 { UInt8(entry >> 56) }

    /// Holders have 16 bits more than buckets.
    private static func holderMask(bits: Int) -> UInt64 { 1 << UInt64(bits + 16) - 1 }
}

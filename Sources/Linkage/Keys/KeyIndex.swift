/// From keys to the places of the cases that have them, in flat arrays.
///
/// Entries lie in buckets by the high bits of the key and are sorted by what is left of it and by holder inside, so that
/// the same keys give the same index in whatever order they came.
struct KeyIndex: Sendable {
    private let bucketBits: Int
    private let starts: [UInt32]
    /// What is left of the key, and the holder below it.
    private let entries: [UInt64]

    init(_ keys: KeyList) {
        var bits = 4
        while bits < 24, keys.count >> bits > 8 || UInt64(keys.holders) > Self.holderMask(bits: bits) { bits += 1 }
        bucketBits = bits
        var starts = [UInt32](repeating: 0, count: (1 << bits) + 1)
        keys.forEach { key, _ in starts[Self.bucket(of: key, bits: bits) + 1] += 1 }
        for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
        var entries = [UInt64](repeating: 0, count: keys.count)
        var next = starts
        keys.forEach { key, holder in
            let bucket = Self.bucket(of: key, bits: bits)
            entries[Int(next[bucket])] = Self.rest(of: key, bits: bits) | UInt64(holder)
            next[bucket] += 1
        }
        for bucket in 0..<(1 << bits) where starts[bucket + 1] - starts[bucket] > 1 {
            entries[Int(starts[bucket])..<Int(starts[bucket + 1])].sort()
        }
        self.starts = starts
        self.entries = entries
    }

    /// Appends the holders of each of some keys, ascending for each; none for an unknown key and for one with more than
    /// `limit` holders.
    func appendHolders(of keys: [LinkToken], limit: Int, to holders: inout [Int]) {
        // Memory is far away: all keys are waited for together, first for their buckets and then for what lies there.
        var buckets = keys.map { key in
            let bucket = Self.bucket(of: key.id, bits: bucketBits)
            return Bucket(rest: Self.rest(of: key.id, bits: bucketBits), start: starts[bucket], end: starts[bucket + 1])
        }
        for place in buckets.indices where buckets[place].start < buckets[place].end {
            buckets[place].first = entries[Int(buckets[place].start)]
        }
        for bucket in buckets { appendHolders(in: bucket, limit: limit, to: &holders) }
    }

    /// Where the holders of a key lie, and the first entry there.
    private struct Bucket {
        let rest: UInt64
        let start: UInt32
        let end: UInt32
        var first: UInt64 = 0
    }

    private func appendHolders(in bucket: Bucket, limit: Int, to holders: inout [Int]) {
        let holderMask = Self.holderMask(bits: bucketBits)
        let before = holders.count
        for position in bucket.start..<bucket.end {
            let entry = position == bucket.start ? bucket.first : entries[Int(position)]
            guard entry & ~holderMask == bucket.rest else { continue }
            let holder = Int(entry & holderMask)
            if holders.count > before, holder == holders[holders.count - 1] { continue }
            if holders.count - before == limit {
                holders.removeSubrange(before...)
                return
            }
            holders.append(holder)
        }
    }

    /// Calls the body with the keys and holders of one of several parts, each pair once, by key and then by holder.
    func forEach(part: Int, of parts: Int, _ body: (UInt64, Int) throws -> Void) rethrows {
        let holderMask = Self.holderMask(bits: bucketBits)
        let buckets = 1 << bucketBits
        for bucket in buckets * part / parts..<buckets * (part + 1) / parts {
            var last: UInt64?
            for position in Int(starts[bucket])..<Int(starts[bucket + 1]) where entries[position] != last {
                let entry = entries[position]
                last = entry
                let key = UInt64(bucket) << UInt64(48 - bucketBits) | entry >> UInt64(bucketBits + 16)
                try body(key, Int(entry & holderMask))
            }
        }
    }

    private static func bucket(of key: UInt64, bits: Int) -> Int { Int(key >> UInt64(48 - bits)) }

    /// The 48 − `bits` low bits of the key, in the high bits.
    private static func rest(of key: UInt64, bits: Int) -> UInt64 { key << UInt64(bits + 16) }

    /// Holders have 16 bits more than buckets.
    private static func holderMask(bits: Int) -> UInt64 { 1 << UInt64(bits + 16) - 1 }
}

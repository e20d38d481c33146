/// From keys to the places of the cases that have them, in flat arrays.
///
/// Entries lie in buckets by the high bits of the key and are sorted by fingerprint and holder inside, so that the
/// same keys give the same index in whatever order they came. A fingerprint has 32 bits; the rare false holder is
/// harmless, for every candidate is scored against the case itself.
struct KeyIndex: Sendable {
    private let bucketBits: Int
    private let starts: [UInt32]
    /// Fingerprint in the high half, holder in the low half.
    private let entries: [UInt64]

    /// - Parameters:
    ///   - keys: key hashes.
    ///   - holders: the place of each key's holder.
    init(keys: [UInt64], holders: [UInt32]) {
        var bits = 4
        while bits < 24, keys.count >> bits > 8 { bits += 1 }
        bucketBits = bits
        let shift = UInt64(64 - bits)
        var starts = [UInt32](repeating: 0, count: (1 << bits) + 1)
        for key in keys { starts[Int(key >> shift) + 1] += 1 }
        for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
        var entries = [UInt64](repeating: 0, count: keys.count)
        var next = starts
        for (position, key) in keys.enumerated() {
            let bucket = Int(key >> shift)
            entries[Int(next[bucket])] = UInt64(Self.fingerprint(key)) << 32 | UInt64(holders[position])
            next[bucket] += 1
        }
        for bucket in 0..<(1 << bits) where starts[bucket + 1] - starts[bucket] > 1 {
            entries[Int(starts[bucket])..<Int(starts[bucket + 1])].sort()
        }
        self.starts = starts
        self.entries = entries
    }

    /// Number of entries.
    var count: Int { entries.count }

    /// The holders of a key, ascending; empty for an unknown key and for one with more than `limit` entries.
    func holders(of key: LinkKey, limit: Int) -> [Int] {
        let value = key.hash.value
        let bucket = Int(value >> UInt64(64 - bucketBits))
        let range = Int(starts[bucket])..<Int(starts[bucket + 1])
        let print = UInt64(Self.fingerprint(value))
        var found: [Int] = []
        for position in range where entries[position] >> 32 == print {
            if found.count == limit { return [] }
            let holder = Int(entries[position] & 0xFFFF_FFFF)
            if holder != found.last { found.append(holder) }
        }
        return found
    }

    private static func fingerprint(_ key: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: key)
    }
}

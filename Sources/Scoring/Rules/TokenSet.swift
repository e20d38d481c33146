/// Tokens of one text that entries have taken, a bit each.
struct TokenSet {
    private var words: [UInt64] = []

    /// Makes the set empty, for a text of so many tokens.
    mutating func clear(count: Int) {
        words.removeAll(keepingCapacity: true)
        for _ in 0..<(count >> 6) + 2 { words.append(0) }
    }

    /// Whether a mask, bit 0 for the token `start`, has a token in common with the set.
    func meets(_ mask: UInt64, from start: Int32) -> Bool {
        let word = Int(start >> 6)
        let shift = UInt64(start & 63)
        // A shift by 64 gives 0.
        return words[word] & mask << shift != 0 || words[word + 1] & mask >> (64 - shift) != 0
    }

    /// How many tokens of a mask the set does not hold.
    func countFree(_ mask: UInt64, from start: Int32) -> Int {
        let word = Int(start >> 6)
        let shift = UInt64(start & 63)
        return (mask << shift & ~words[word]).nonzeroBitCount
            + (mask >> (64 - shift) & ~words[word + 1]).nonzeroBitCount
    }

    mutating func insert(_ mask: UInt64, from start: Int32) {
        let word = Int(start >> 6)
        let shift = UInt64(start & 63)
        words[word] |= mask << shift
        words[word + 1] |= mask >> (64 - shift)
    }
}

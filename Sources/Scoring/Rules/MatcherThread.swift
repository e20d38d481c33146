/// A term under way, or a node of the automaton just reached.
struct MatcherThread: Equatable, BitwiseCopyable {
    /// Node to go on from; the node a tail leads to while `tailLength` is not 0.
    var node: Int32
    /// Tokens of any kind it may still let pass.
    var patience: Int32 = 0
    /// Symbols that must come next before it reaches `node`.
    var tailStart: Int32 = 0
    var tailLength: Int32 = 0
    /// Tokens that are words of the term, bit 0 for its first.
    var mask: UInt64
    var count: Int32
    var inflected: Int32
    /// Marks of the symbols that `node` takes, so that most words are held back without a look at it.
    var marks: UInt64 = 0

    /// A hash of this thread after others.
    func mixed(into seed: UInt64) -> UInt64 {
        var hash = (seed ^ mask) &* 0x9E37_79B9_7F4A_7C15
        hash ^= UInt64(UInt32(bitPattern: node)) | UInt64(UInt32(bitPattern: tailStart)) << 32
        hash = (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9
        hash ^= UInt64(UInt32(bitPattern: patience)) << 32 | UInt64(UInt32(bitPattern: inflected))
        hash = (hash ^ hash >> 32) &* 0x94D0_49BB_1331_11EB
        return hash ^ hash >> 29 ^ UInt64(UInt32(bitPattern: tailLength))
    }
}

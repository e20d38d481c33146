import Feedback

/// A 64-bit hash that is the same in every process and on every machine.
///
/// ``ByteHash`` with the finaliser of SplitMix64 (Steele, Lea, Flood 2014) behind it, so that the high bits are as good
/// as the low ones.
struct StableHash: Hashable, Comparable, Sendable {
    let value: UInt64

    init(value: UInt64) {
        self.value = value
    }

    init(_ bytes: some Sequence<UInt8>) {
        // A loop of its own: across the module, a lazy sequence would be hashed unspecialised, several times slower.
        var state = ByteHash.seed
        for byte in bytes { state = ByteHash.adding(byte, to: state) }
        self.init(state: state)
    }

    /// Of three bytes a scalar, the low ones first.
    init(scalars: some Sequence<UInt32>) {
        var hasher = ScalarHasher()
        for value in scalars { hasher.add(value) }
        self.init(hasher)
    }

    init(_ hasher: ScalarHasher) { self.init(state: hasher.state) }

    /// `state`: of the bytes, by ``ByteHash``.
    private init(state: UInt64) { value = Self.mixed(state) }

    init(_ text: String) {
        self.init(text.utf8)
    }

    /// Hash of an ordered pair.
    func combined(with other: StableHash) -> StableHash {
        StableHash(value: Self.mixed(value &* 0x9E37_79B9_7F4A_7C15 ^ other.value))
    }

    /// Hash of a pair whose order does not matter.
    func pairedFreely(with other: StableHash) -> StableHash {
        min(self, other).combined(with: max(self, other))
    }

    static func < (left: StableHash, right: StableHash) -> Bool { left.value < right.value }

    private static func mixed(_ input: UInt64) -> UInt64 {
        var state = input
        state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        state = (state ^ (state >> 27)) &* 0x94D0_49BB_1331_11EB
        return state ^ (state >> 31)
    }
}

/// Hashes scalars one by one, as ``StableHash/init(scalars:)`` does those of an array.
struct ScalarHasher {
    fileprivate var state = ByteHash.seed

    mutating func add(_ scalar: UInt32) {
        state = ByteHash.adding(UInt8(truncatingIfNeeded: scalar), to: state)
        state = ByteHash.adding(UInt8(truncatingIfNeeded: scalar >> 8), to: state)
        state = ByteHash.adding(UInt8(truncatingIfNeeded: scalar >> 16), to: state)
    }
}

/// A set of symbols in a cache line, some of which share a bit: what it does not hold needs no look-up.
///
/// The last of its eight words is no part of the set, but left to whoever keeps it.
struct Sieve: BitwiseCopyable, Sendable, Hashable {
    private(set) var words = SIMD8<UInt64>()

    /// Bits that symbols may have; behind them `nowhere` and `everywhere`.
    private static let bitCount: UInt64 = 446
    private static let nowhere: UInt16 = 446
    private static let everywhere: UInt16 = 447

    /// What one token is for sieves: the bits of up to two symbols.
    struct Bits: BitwiseCopyable {
        fileprivate private(set) var first = Sieve.nowhere
        fileprivate private(set) var second = Sieve.nowhere

        /// Adds the bit of a symbol; with a third one the token passes every sieve.
        mutating func insert(_ symbol: Int32) {
            if first == Sieve.nowhere {
                first = Sieve.place(of: symbol)
            } else {
                second = second == Sieve.nowhere ? Sieve.place(of: symbol) : Sieve.everywhere
            }
        }
    }

    @inline(__always)
    static func place(of symbol: Int32) -> UInt16 {
        let hash = (UInt64(UInt32(bitPattern: symbol)) &* 0x9E37_79B9_7F4A_7C15) >> 32
        return UInt16(truncatingIfNeeded: (hash &* bitCount) >> 32)
    }

    /// A sieve that holds no symbol.
    init() { insert(at: Self.everywhere) }

    mutating func insert(_ symbol: Int32) { insert(at: Self.place(of: symbol)) }

    mutating func formUnion(_ other: Sieve) { words |= other.words }

    private mutating func insert(at place: UInt16) { words[Int(place >> 6)] |= 1 << UInt64(place & 63) }

    /// A bit in a smaller set, of 64 bits.
    @inline(__always)
    static func mark(of symbol: Int32) -> UInt64 { 1 << UInt64(place(of: symbol) & 63) }

    /// The smaller set of the same symbols.
    var marks: UInt64 {
        let everywhere: UInt64 = 1 << UInt64(Self.everywhere & 63)
        return (0..<6).reduce(words[6] & ~everywhere) { $0 | words[$1] }
    }

    /// What is kept beside the set.
    var note: UInt64 {
        get { words[7] }
        set { words[7] = newValue }
    }
}

extension UnsafePointer<Sieve> {
    /// Whether a sieve has none of the bits of a token; looked at in place, a word for each of its symbols.
    @inline(__always)
    func misses(_ bits: Sieve.Bits) -> Bool { (bit(bits.first) | bit(bits.second)) & 1 == 0 }

    /// Whether a sieve has the bit of a symbol.
    @inline(__always)
    func holds(_ place: UInt16) -> Bool { bit(place) & 1 != 0 }

    @inline(__always)
    private func bit(_ place: UInt16) -> UInt64 {
        let words = UnsafeRawPointer(self)
        return words.load(fromByteOffset: Int(place >> 6) << 3, as: UInt64.self) &>> UInt64(place & 63)
    }
}

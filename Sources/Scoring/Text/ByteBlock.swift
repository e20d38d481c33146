/// Eight bytes of a text at a time, the first lowest.
///
/// A mask has the highest bit of each byte set that it says yes to.
struct ByteBlock: BitwiseCopyable {
    static let size = 8
    private static let highBits: UInt64 = 0x8080_8080_8080_8080
    private static let everyByte: UInt64 = 0x0101_0101_0101_0101

    private(set) var bytes: UInt64

    /// Reads eight bytes, all of which must be allocated.
    @inline(__always)
    init(_ start: UnsafePointer<UInt8>) {
        bytes = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
    }

    @inline(__always)
    init(bytes: UInt64) { self.bytes = bytes }

    /// Number of bytes before the first that a mask says no to.
    @inline(__always)
    static func run(_ mask: UInt64) -> Int { (~mask & highBits).trailingZeroBitCount >> 3 }

    @inline(__always)
    static func count(_ mask: UInt64) -> Int { Int(((mask >> 7) &* everyByte) >> 56) }

    /// The bytes without their highest bit: adding up to 0x80 to each then carries nothing into the next.
    @inline(__always)
    private var low: UInt64 { bytes & ~Self.highBits }

    @inline(__always)
    private static func within(_ low: UInt64, _ first: UInt8, _ last: UInt8) -> UInt64 {
        (low &+ everyByte &* UInt64(0x80 &- first)) & ~(low &+ everyByte &* UInt64(0x7F &- last)) & highBits
    }

    @inline(__always)
    var isASCII: Bool { bytes & Self.highBits == 0 }

    /// Mask of a…z.
    @inline(__always)
    var lowerLetters: UInt64 { Self.within(low, 0x61, 0x7A) & ~bytes }

    /// Mask of letters of both cases.
    @inline(__always)
    var letters: UInt64 { Self.within(low | Self.everyByte &* 0x20, 0x61, 0x7A) & ~bytes }

    /// Mask of ASCII letters and digits.
    @inline(__always)
    var lettersAndDigits: UInt64 { letters | (Self.within(low, 0x30, 0x39) & ~bytes) }

    /// The same with capitals made small.
    @inline(__always)
    var lowercased: ByteBlock { ByteBlock(bytes: bytes | (letters & ~(bytes << 2)) >> 2) }

    /// The first bytes, with zeros for the others.
    @inline(__always)
    func prefix(_ count: Int) -> UInt64 { bytes & ((1 as UInt64) << UInt64(count << 3) &- 1) }
}

/// Eight bytes of a text at a time, the first lowest.
enum JSONBlock {
    static let size = 8
    private static let everyByte: UInt64 = 0x0101_0101_0101_0101

    /// How many bytes, from the first on, need no escape in a string and do not end it: up to `size`.
    @inline(__always)
    static func plainBytes(_ block: UInt64) -> Int {
        let controls = (block &- everyByte &* 0x20) & ~block
        // A borrow reaches the next byte only behind one that is found, and the first that is found counts.
        let found = (zeros(block ^ everyByte &* 0x22) | zeros(block ^ everyByte &* 0x5C) | controls) & everyByte << 7
        return found.trailingZeroBitCount >> 3
    }

    /// The highest bit of each zero byte.
    @inline(__always)
    private static func zeros(_ block: UInt64) -> UInt64 { (block &- everyByte) & ~block }

    /// The block at an offset, all of whose bytes must be there.
    @inline(__always)
    static func load(_ bytes: borrowing Span<UInt8>, at offset: Int) -> UInt64 {
        precondition(offset >= 0 && offset <= bytes.count - size, "the block reaches out of the bytes")
        return unsafe bytes.withUnsafeBytes { bytes in
            unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
    }
}

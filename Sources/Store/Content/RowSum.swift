import Crypto

/// A sum of digests of rows: a hash of a set of rows that depends on no order, and that a row can be taken out of.
///
/// Each row counts with its SHA-256 as a number; sums are modulo 2²⁵⁶. Source: MSet-Add-Hash of D. Clarke, S. Devadas,
/// M. van Dijk, B. Gassend, G. E. Suh, "Incremental Multiset Hash Functions and Their Application to Memory Integrity
/// Checking", ASIACRYPT 2003, section 5; without its key, since it finds mistakes and no forgeries.
struct RowSum: Hashable, Sendable {
    static let byteCount = 32

    /// From the least significant to the most.
    private var words: SIMD4<UInt64>

    /// The sum over no row.
    init() {
        words = .zero
    }

    /// - Returns: `nil` when the bytes are not ``bytes`` of a sum.
    init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        words = .zero
        for (place, byte) in bytes.enumerated() { words[place / 8] |= UInt64(byte) << UInt64(place % 8 * 8) }
    }

    /// The digest of one row.
    init(row: RowBytes) {
        words = .zero
        SHA256.hash(data: row.bytes).withUnsafeBytes { digest in
            for place in 0..<4 {
                words[place] = UInt64(littleEndian: digest.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self))
            }
        }
    }

    /// From the least significant to the most.
    var bytes: [UInt8] {
        (0..<Self.byteCount).map { UInt8(truncatingIfNeeded: words[$0 / 8] >> UInt64($0 % 8 * 8)) }
    }

    static func + (left: RowSum, right: RowSum) -> RowSum {
        var sum = RowSum()
        var carry: UInt64 = 0
        for place in 0..<4 {
            let (first, isOver) = left.words[place].addingReportingOverflow(right.words[place])
            let (second, isOverAgain) = first.addingReportingOverflow(carry)
            sum.words[place] = second
            carry = isOver || isOverAgain ? 1 : 0
        }
        return sum
    }

    static func - (left: RowSum, right: RowSum) -> RowSum {
        var negative = RowSum()
        negative.words = ~right.words
        var one = RowSum()
        one.words[0] = 1
        return left + (negative + one)
    }
}

/// The values of one row as bytes: type, length and content, so that no two different rows give the same.
struct RowBytes {
    /// Up to the last value that is there.
    private(set) var bytes: [UInt8] = []
    private var missing = 0

    init() {
        bytes.reserveCapacity(512)
    }

    /// Forgets the values, for those of the next row.
    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        missing = 0
    }

    mutating func addNull() {
        missing += 1
    }

    mutating func add(_ number: Int64) {
        fill()
        bytes.append(UInt8(ascii: "i"))
        number.appendDigits(to: &bytes)
        bytes.append(UInt8(ascii: ";"))
    }

    mutating func add(_ number: Double) {
        fill()
        bytes.append(contentsOf: "d\(number.bitPattern);".utf8)
    }

    mutating func add(text: UnsafeBufferPointer<UInt8>) {
        fill()
        bytes.append(UInt8(ascii: "s"))
        Int64(text.count).appendDigits(to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(contentsOf: text)
    }

    mutating func add(text: String) {
        var text = text
        text.withUTF8 { add(text: $0) }
    }

    mutating func add(blob: UnsafeRawBufferPointer) {
        fill()
        bytes.append(contentsOf: "b\(blob.count):".utf8)
        bytes.append(contentsOf: blob)
    }

    private mutating func fill() {
        while missing > 0 {
            bytes.append(UInt8(ascii: "n"))
            missing -= 1
        }
    }
}

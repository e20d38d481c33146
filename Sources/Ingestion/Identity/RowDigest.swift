/// The first 16 bytes of a hash: enough to name a row.
package struct RowDigest: Hashable, Sendable {
    /// Bytes 0 to 7 and 8 to 15, most significant first.
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The first 63 bits.
    var number: Int64 { Int64(bitPattern: high & UInt64(Int64.max)) }

    /// Id of a row or part that the source gave none: 32 hexadecimal digits behind an `h`.
    var id: String {
        String(unsafeUninitializedCapacity: 33) { text in
            text[0] = UInt8(ascii: "h")
            for (start, word) in [(1, high), (17, low)] {
                for place in 0..<16 {
                    let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * place) & 15)
                    text[start + place] = digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
                }
            }
            return 33
        }
    }
}

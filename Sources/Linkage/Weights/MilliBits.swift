/// Binary logarithms in whole thousandths of a bit, equal on every machine.
enum MilliBits {
    /// log2 of a positive number, rounded down to a thousandth; 0 for numbers below 1.
    ///
    /// Source: the bit-by-bit method (Knuth, The Art of Computer Programming 1, 1.2.2, exercise 25): the fraction's
    /// bits come from squaring a fixed-point mantissa in 1…2.
    static func log2(_ number: Int) -> Int {
        guard number > 1 else { return 0 }
        let exponent = Int.bitWidth - 1 - number.leadingZeroBitCount
        var mantissa = exponent >= 31 ? UInt64(number >> (exponent - 31)) : UInt64(number << (31 - exponent))
        var fraction = 0
        for _ in 0..<16 {
            mantissa = (mantissa * mantissa) >> 31
            fraction <<= 1
            if mantissa >= 1 << 32 {
                mantissa >>= 1
                fraction |= 1
            }
        }
        return exponent * 1_000 + (fraction * 1_000) >> 16
    }

    /// log2(numerator / denominator) in thousandths of a bit; both are taken as at least 1.
    static func ratio(_ numerator: Int, _ denominator: Int) -> Int {
        log2(max(1, numerator)) - log2(max(1, denominator))
    }
}

/// Binary logarithms in whole thousandths of a bit, equal on every machine.
enum MilliBits {
    /// log2 of a positive number, rounded down to a thousandth; 0 for numbers below 1.
    ///
    /// Source: the bit-by-bit method (Knuth, The Art of Computer Programming 1, 1.2.2, exercise 25): the fraction's
    /// bits come from squaring a fixed-point mantissa in 1…2.
    static func log2(_ number: Int) -> Int {
        number < small.count ? Int(small[max(0, number)]) : reckoned(number)
    }

    /// Those of small numbers, which most counts are.
    private static let small = (0..<1_024).map { UInt16(reckoned($0)) }

    private static func reckoned(_ number: Int) -> Int {
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

    /// 2^(thousandths / 1,000) in 2^−32, for whole thousandths of a bit up to 0; rounded down, 0 from −32 bits on.
    ///
    /// Source: the bits of the fraction choose among the roots 2^(−1/2), 2^(−1/4), … (as ``log2(_:)``, turned round).
    static func power(_ thousandths: Int) -> Int {
        let (whole, rest) = (-min(0, thousandths)).quotientAndRemainder(dividingBy: 1_000)
        guard whole < 32 else { return 0 }
        var value: UInt64 = 1 << 32
        let fraction = (rest << roots.count) / 1_000
        for (position, root) in roots.enumerated() where fraction & 1 << (roots.count - 1 - position) != 0 {
            value = (value * root) >> 32
        }
        return Int(value >> UInt64(whole))
    }

    /// 2^(−1/2), 2^(−1/4), 2^(−1/8), … in 2^−32, rounded.
    private static let roots: [UInt64] = [
        3_037_000_500, 3_611_622_603, 3_938_502_376, 4_112_874_773, 4_202_935_003, 4_248_701_965, 4_271_771_996,
        4_283_353_945, 4_289_156_690, 4_292_061_010, 4_293_513_907, 4_294_240_540, 4_294_603_903, 4_294_785_595,
        4_294_876_445, 4_294_921_870,
    ]

    /// log2(numerator / denominator) in thousandths of a bit; both are taken as at least 1.
    static func ratio(_ numerator: Int, _ denominator: Int) -> Int {
        log2(max(1, numerator)) - log2(max(1, denominator))
    }
}

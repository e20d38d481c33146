/// Counts as weights see them: in steps, so that a case that comes or goes seldom moves the weight of another pair.
///
/// A weight is a function of steps alone. What a pair weighs then depends on the present cases only, however they came.
package enum CountStep {
    /// From how many cases on a value is noted by so many threads that its steps are wide.
    private static let many = 32

    /// The power of two that is nearest on a scale of logarithms, 0 for 0: 1, 2, 4 from 3 on, 8 from 6 on, 16 from 12 on;
    /// from 32 on the nearest power of four: 64, 256 from 128 on, 1,024 from 512 on.
    ///
    /// Half a bit from the count at most, *n* going to 2^*k* where 2^(*k* − ½) ≤ *n* < 2^(*k* + ½); and a bit from 32 on,
    /// where 4^*k*/2 ≤ *n* < 2·4^*k*.
    package static func of(_ count: Int) -> Int {
        guard count > 1 else { return max(0, count) }
        let power = Int.bitWidth - 1 - count.leadingZeroBitCount
        if count >= many { return 1 << ((power + 1) / 2 * 2) }
        // Squares, for the bounds are no whole numbers.
        return count * count >= 2 << (2 * power) ? 2 << power : 1 << power
    }
}

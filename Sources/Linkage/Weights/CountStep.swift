/// Counts as weights see them: in steps, so that a case that comes or goes seldom moves the weight of another pair.
///
/// A weight is a function of steps alone. What a pair weighs then depends on the present cases only, however they came,
/// and changes no more than once while a count doubles.
package enum CountStep {
    /// The power of two that is nearest on a scale of logarithms, 0 for 0: 1, 2, 4 from 3 on, 8 from 6 on, 16 from 12 on.
    ///
    /// Less than half a bit from the count: *n* goes to 2^*k* where 2^(*k* − ½) ≤ *n* < 2^(*k* + ½).
    package static func of(_ count: Int) -> Int {
        guard count > 1 else { return max(0, count) }
        let power = Int.bitWidth - 1 - count.leadingZeroBitCount
        // Squares, for the bounds are no whole numbers; past 2^31 the bound is far from every count of cases.
        guard power < 31 else { return 1 << power }
        return count * count >= 2 << (2 * power) ? 2 << power : 1 << power
    }
}

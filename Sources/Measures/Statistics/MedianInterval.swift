/// A median and an interval that needs no shape of the distribution.
package struct MedianInterval: Hashable, Sendable {
    package let median: Double
    /// Ends at two of the values; `nil` with fewer values than the confidence needs (six for 95 %).
    package let interval: ClosedRange<Double>?
    package let count: Int

    /// The median of a list; `nil` of nothing.
    ///
    /// The interval runs from the k-th smallest to the k-th largest value, with the largest k for which the binomial
    /// chance of the median lying outside is at most 1 − confidence.
    /// Source: David and Nagaraja, Order Statistics, section 7.1.
    package init?(_ values: [Double], confidence: Double = 0.95) {
        guard let median = Sample.median(values) else { return nil }
        self.median = median
        count = values.count
        let sorted = values.sorted()
        let rank = Self.rank(count: values.count, tail: (1 - confidence) / 2)
        interval = rank > 0 ? sorted[rank - 1]...sorted[values.count - rank] : nil
    }

    /// The largest k with P(Bin(n, ½) ≤ k − 1) ≤ tail; 0 when there is none.
    private static func rank(count: Int, tail: Double) -> Int {
        var low = 0
        var high = count / 2
        while low < high {
            let k = (low + high + 1) / 2
            let chance = SpecialFunctions.regularizedBeta(0.5, Double(count - k + 1), Double(k))
            if chance <= tail { low = k } else { high = k - 1 }
        }
        return low
    }
}

/// Sums over the values of one period and channel.
///
/// Integers, so that shards and nightly increments add up to the same bytes in any order. The unit of a value is the caller's (stars, basis points).
package struct TrendCell: Hashable, Sendable {
    /// Number of values.
    package var n: Int
    /// Σ value.
    package var sum: Int
    /// Σ value².
    package var sumOfSquares: Int

    package init(n: Int = 0, sum: Int = 0, sumOfSquares: Int = 0) {
        self.n = n
        self.sum = sum
        self.sumOfSquares = sumOfSquares
    }

    /// A cell from counts of the scores 1, 2, 3 and so on.
    package init(histogram counts: some Sequence<Int>) {
        self.init()
        for (index, count) in counts.enumerated() {
            n += count
            sum += count * (index + 1)
            sumOfSquares += count * (index + 1) * (index + 1)
        }
    }

    /// Σ value / n; `nil` when empty.
    package var mean: Double? { n > 0 ? Double(sum) / Double(n) : nil }

    /// Σ (value − mean)² inside the cell; 0 when empty.
    var squaredDeviations: Double {
        guard n > 0 else { return 0 }
        return max(0, Double(sumOfSquares) - Double(sum) * Double(sum) / Double(n))
    }

    package static func += (left: inout TrendCell, right: TrendCell) {
        left.n += right.n
        left.sum += right.sum
        left.sumOfSquares += right.sumOfSquares
    }
}

import Glibc

/// When a change was, as positions: the likelihoods of all shapes of its kind, taken as a distribution of the date.
///
/// The median stands for the date: in weak changes it errs less than the likeliest date, in strong ones the two agree.
struct TrendDates: Sendable {
    let median: Int
    /// The shortest stretch around the likeliest date that holds 95 %.
    let low: Int
    let high: Int

    init(_ shape: TrendShape, _ scan: ShapeScan, scores: [Double], inflation: Double) {
        let ratios = scan.ratios(shape.kind, scores)
        let top = ratios.reduce(0) { max($0, $1.ratio) }
        var weights = [Double](repeating: 0, count: scores.count)
        for candidate in ratios {
            weights[candidate.shape.date] += exp((candidate.ratio - top) / 2 / inflation)
        }
        let total = weights.reduce(0, +)
        var (low, high) = (shape.date, shape.date)
        var inside = weights[low]
        while inside < 0.95 * total {
            let left = low > 0 ? weights[low - 1] : -1
            let right = high + 1 < weights.count ? weights[high + 1] : -1
            guard max(left, right) >= 0 else { break }
            if left >= right { low -= 1 } else { high += 1 }
            inside += max(left, right)
        }
        var sum = 0.0
        median =
            total > 0
            ? weights.firstIndex {
                sum += $0; return sum >= total / 2
            } ?? shape.date : shape.date
        self.low = min(low, median)
        self.high = max(high, median)
    }
}

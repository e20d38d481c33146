/// Plain figures of a list of numbers.
package enum Sample {
    /// Mean; `nil` of nothing.
    package static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    /// Σ (x − mean)².
    package static func sumOfSquaredDeviations(_ values: [Double]) -> Double {
        guard let mean = mean(values) else { return 0 }
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }

    /// Variance with n − 1; `nil` under two values.
    package static func variance(_ values: [Double]) -> Double? {
        values.count < 2 ? nil : sumOfSquaredDeviations(values) / Double(values.count - 1)
    }

    /// Middle value, or the mean of the two middle values; `nil` of nothing.
    package static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    /// Quantile of sorted values by linear interpolation, `p` in 0…1.
    ///
    /// Source: type 7 of Hyndman and Fan, The American Statistician 50, 1996; the default of R and NumPy.
    package static func quantile(sorted values: [Double], _ p: Double) -> Double? {
        guard let last = values.last else { return nil }
        let position = p * Double(values.count - 1)
        let below = Int(position.rounded(.down))
        guard below + 1 < values.count else { return last }
        return values[below] + (position - Double(below)) * (values[below + 1] - values[below])
    }

    /// Ranks from 1, ties sharing their mean rank, in the order of the values.
    package static func ranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start
            while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
            for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
            start = end + 1
        }
        return ranks
    }
}

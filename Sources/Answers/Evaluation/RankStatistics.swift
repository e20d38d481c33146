/// Agreement between two lists of numbers.
package enum RankStatistics {
    /// Pearson's product-moment correlation; `nil` under three pairs or when one side does not vary.
    package static func pearson(_ x: [Double], _ y: [Double]) -> Double? {
        guard x.count == y.count, x.count > 2 else { return nil }
        let meanX = x.reduce(0, +) / Double(x.count)
        let meanY = y.reduce(0, +) / Double(y.count)
        var sumXX = 0.0
        var sumYY = 0.0
        var sumXY = 0.0
        for (a, b) in zip(x, y) {
            sumXX += (a - meanX) * (a - meanX)
            sumYY += (b - meanY) * (b - meanY)
            sumXY += (a - meanX) * (b - meanY)
        }
        guard sumXX > 0, sumYY > 0 else { return nil }
        return sumXY / (sumXX * sumYY).squareRoot()
    }

    /// Spearman's rank correlation, ties at their mean rank.
    package static func spearman(_ x: [Double], _ y: [Double]) -> Double? {
        pearson(ranks(x), ranks(y))
    }

    /// Area under the ROC curve: the share of pairs in order, ties counting half (Mann–Whitney).
    package static func auc(positive: [Double], negative: [Double]) -> Double? {
        guard !positive.isEmpty, !negative.isEmpty else { return nil }
        let all = ranks(positive + negative)
        let sum = all.prefix(positive.count).reduce(0, +)
        let n = Double(positive.count)
        return (sum - n * (n + 1) / 2) / (n * Double(negative.count))
    }

    /// Ranks from 1; equal values share the mean of their ranks.
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

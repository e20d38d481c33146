import Glibc

/// The exact partition of a weighted series into segments of constant level with the least penalised squares.
///
/// Source: Jackson et al., "An algorithm for optimal partitioning of data on an interval", IEEE Signal Processing Letters 12, 2005; pruning after Killick, Fearnhead and Eckley, JASA 107, 2012, with slack for a penalty that depends on length.
struct OptimalPartition: Sendable {
    /// Σ w, Σ w·y and Σ w·y² before each position.
    private let sums: [(weight: Double, value: Double, square: Double)]
    private let count: Int
    /// Least periods in a segment.
    let shortest: Int
    /// Variance of a value of weight 1.
    let variance: Double
    /// Penalty of one more segment of the whole length.
    let penalty: Double
    /// Length from which on segments pay no more than `penalty`; shorter ones pay 2·ln(long / length) more.
    let long: Double

    init(values: [Double], weights: [Double], shortest: Int, variance: Double, penalty: Double, long: Double) {
        count = values.count
        self.shortest = shortest
        self.variance = variance
        self.penalty = penalty
        self.long = long
        let centre = values.isEmpty ? 0 : values[values.count / 2]
        var running = [(weight: 0.0, value: 0.0, square: 0.0)]
        for (value, weight) in zip(values, weights) {
            let last = running[running.count - 1]
            let shifted = value - centre
            running.append(
                (last.weight + weight, last.value + weight * shifted, last.square + weight * shifted * shifted)
            )
        }
        sums = running
    }

    /// First positions of all segments but the first, ascending, and the least penalised cost.
    ///
    /// O(count²) at worst.
    func solved() -> (changes: [Int], objective: Double) {
        guard count >= 2 * shortest else { return ([], cost(0, count)) }
        var best = [Double](repeating: .infinity, count: count + 1)
        var previous = [Int](repeating: 0, count: count + 1)
        best[0] = -penalty
        var open = [0]
        // Up to the end, with a last segment that begins at a position.
        var costs = [Double](repeating: 0, count: count + 1)
        let penalties = (0...count).map { $0 < shortest ? 0 : segmentPenalty($0) }
        let slack = 2 * log(max(1, long / Double(shortest)))
        for end in shortest...count {
            for start in open where end - start >= shortest {
                costs[start] = best[start] + cost(start, end)
                let value = costs[start] + penalties[end - start]
                if value < best[end] { (best[end], previous[end]) = (value, start) }
            }
            open.removeAll { end - $0 >= shortest && costs[$0] > best[end] + slack }
            if end + 1 - shortest >= shortest { open.append(end + 1 - shortest) }
        }
        var result: [Int] = []
        var position = previous[count]
        while position > 0 {
            result.append(position)
            position = previous[position]
        }
        return (result.reversed(), best[count])
    }

    /// Σ w (y − mean)² / variance over a segment.
    func cost(_ start: Int, _ end: Int) -> Double {
        let (low, high) = (sums[start], sums[end])
        let weight = high.weight - low.weight
        guard weight > 0 else { return 0 }
        let value = high.value - low.value
        return max(0, high.square - low.square - value * value / weight) / variance
    }

    private func segmentPenalty(_ length: Int) -> Double {
        penalty + 2 * log(max(1, long / Double(length)))
    }
}

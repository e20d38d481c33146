/// Change points in the level of a plain series of numbers, at one default.
///
/// Spikes of one or two values are set aside; noise and its correlation come from differences first and from the residuals after; the partition is exact.
package struct SeriesDetector: Hashable, Sendable {
    /// Penalty of a change, in units of 2 ln Λ.
    package var penalty = 11.5
    /// Fewest values between changes.
    package var shortest = 3
    /// Distance from the local median, in standard deviations of the noise, at which a lone value is a spike.
    package var spike = 5.0

    package init() {}

    /// First positions of the new levels, ascending.
    ///
    /// Where a straight line explains the series better than levels do, changes are looked for around the line.
    ///
    /// - Parameters:
    ///   - values: In order of time, all finite.
    ///   - counts: How many observations stand behind each value; equal when `nil`.
    /// - Returns: Positions in `values`; empty when nothing changes. O(values²) at worst.
    package func changes(_ values: [Double], counts: [Double]? = nil) -> [Int] {
        guard values.count >= 2 * shortest else { return [] }
        let weights = Self.weights(counts, values.count)
        let raw = SeriesNoise(differencesOf: values, weights: weights)
        guard raw.variance > 0 else { return exactChanges(withoutSpikes(values, raw)) }
        let line = Self.withoutLine(values, weights)
        let noise = SeriesNoise(differencesOf: line, weights: weights)
        guard noise.variance > 0 else { return exactChanges(values) }
        let smooth = withoutSpikes(line, noise)
        let cleaned = values.indices.map { smooth[$0] + values[$0] - line[$0] }
        let level = search(cleaned, weights)
        let sloped = search(Self.withoutLine(cleaned, weights), weights)
        let variance = min(level.noise.longRunVariance, sloped.noise.longRunVariance)
        guard variance > 0, !level.changes.isEmpty else { return level.changes }
        let flat = partition(cleaned, weights, variance).objective
        let tilted = partition(Self.withoutLine(cleaned, weights), weights, variance).objective + penalty
        return tilted < flat ? sloped.changes : level.changes
    }

    /// Partition and noise, each from the other, until they agree.
    private func search(_ values: [Double], _ weights: [Double]) -> (changes: [Int], noise: SeriesNoise) {
        var noise = SeriesNoise(differencesOf: values, weights: weights)
        guard noise.variance > 0 else { return (exactChanges(values), noise) }
        var found = partition(values, weights, noise.longRunVariance).changes
        for _ in 0..<4 {
            let refined = SeriesNoise(
                residuals: Self.residuals(values, weights, found),
                weights: weights,
                levels: found.count + 1
            )
            guard refined.variance > 0 else { break }
            noise = refined
            let next = partition(values, weights, noise.longRunVariance).changes
            if next == found { break }
            found = next
        }
        return (found, noise)
    }

    private func partition(
        _ values: [Double],
        _ weights: [Double],
        _ variance: Double
    ) -> (changes: [Int], objective: Double) {
        OptimalPartition(
            values: values,
            weights: weights,
            shortest: shortest,
            variance: variance,
            penalty: penalty,
            long: Double(values.count) / 2
        ).solved()
    }

    /// The values less their weighted straight line.
    private static func withoutLine(_ values: [Double], _ weights: [Double]) -> [Double] {
        let total = weights.reduce(0, +)
        let centre = weights.indices.reduce(0) { $0 + weights[$1] * Double($1) } / total
        let mean = weights.indices.reduce(0) { $0 + weights[$1] * values[$1] } / total
        var (square, product) = (0.0, 0.0)
        for index in values.indices {
            let offset = Double(index) - centre
            square += weights[index] * offset * offset
            product += weights[index] * offset * (values[index] - mean)
        }
        return values.indices.map { values[$0] - product / square * (Double($0) - centre) }
    }

    /// Half of the variance is taken to be sampling, half to stay however many observations there are.
    private static func weights(_ counts: [Double]?, _ count: Int) -> [Double] {
        guard let counts, counts.count == count else { return [Double](repeating: 1, count: count) }
        let mean = counts.reduce(0, +) / Double(count)
        guard mean > 0 else { return [Double](repeating: 1, count: count) }
        return counts.map { max(1e-6, 2 * $0 / ($0 + mean)) }
    }

    /// Series without noise: every lasting move is a change.
    private func exactChanges(_ values: [Double]) -> [Int] {
        let spread = values.reduce(0) { max($0, abs($1 - values[0])) }
        guard spread > 0 else { return [] }
        let weights = [Double](repeating: 1, count: values.count)
        return partition(values, weights, spread * spread * 1e-4).changes
    }

    private func withoutSpikes(_ values: [Double], _ noise: SeriesNoise) -> [Double] {
        let limit = spike * noise.variance.squareRoot()
        return values.indices.map { index in
            let low = max(0, min(index - 3, values.count - 7))
            let window = values[low..<min(values.count, low + 7)].sorted()
            let median = window[window.count / 2]
            return abs(values[index] - median) > limit ? median : values[index]
        }
    }

    private static func residuals(_ values: [Double], _ weights: [Double], _ changes: [Int]) -> [Double] {
        var result = values
        let edges = [0] + changes + [values.count]
        for (start, end) in zip(edges, edges.dropFirst()) {
            let weight = weights[start..<end].reduce(0, +)
            let mean = (start..<end).reduce(0) { $0 + weights[$1] * values[$1] } / weight
            for index in start..<end { result[index] -= mean }
        }
        return result
    }
}

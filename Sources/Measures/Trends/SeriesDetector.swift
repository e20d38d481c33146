import Glibc

/// Change points in the level of a plain series of numbers, at one default.
///
/// Spikes of one or two values are set aside. What somebody who looks at the chart would draw (`SeriesSketch`) is told, so
/// that a series that wanders has the turns that everybody sees. Small changes of a long series show in no drawing. They are
/// looked for besides: exact partitions for a ladder of assumed variances are candidates, about a level, a straight line or a
/// curve, and so are lines with bends; the likelihood with correlated noise chooses among them, so that correlation is never
/// taken for small changes.
package struct SeriesDetector: Hashable, Sendable {
    /// Penalty of a change, in units of 2 ln Λ.
    package var penalty = 13.0
    /// Fewest values between changes.
    package var shortest = 3
    /// Distance from the local median, in standard deviations of the noise, at which a lone value is a spike.
    package var spike = 5.0
    /// Least squared size of a change over its variance, each side with a spread of its own.
    package var separation = 12.0

    /// Factor from one assumed variance to the next.
    private static let rung = 1.6
    private static let mostRungs = 24
    /// Series longer than this are looked at in blocks.
    private static let longest = 3_000
    /// Least variance of any fit, as a part of that of the differences.
    private static let floor = 0.25
    /// Candidates with more changes than this are not thinned out one by one.
    private static let mostThinned = 60
    private static let mostBends = 5
    /// A few units in the last place, halved as the range is.
    private static let (singleRounding, doubleRounding) = (0x1p-23, 0x1p-50)
    /// Variance of a series of range 1 under which what a fit leaves is rounding.
    private static let roundingVariance = 1e-18
    /// Greatest power of time that a series may follow without a change.
    private static let degrees = 3

    package init() {}

    /// First positions of the new levels, ascending.
    ///
    /// - Parameters:
    ///   - values: In order of time, all finite.
    ///   - counts: How many observations stand behind each value; equal when `nil`.
    /// - Returns: Positions in `values`; empty when nothing changes. O(values²) at worst up to 3,000 values; longer series
    ///   are looked at in blocks, and dates are exact within one.
    package func changes(_ values: [Double], counts: [Double]? = nil) -> [Int] {
        guard values.count >= 2 * shortest, !Self.isConstant(values) else { return [] }
        let (scaled, weights) = (Self.scaled(values), Self.weights(counts, values.count))
        let block = (values.count + Self.longest - 1) / Self.longest
        guard block > 1 else { return found(scaled, weights) }
        var (means, sizes): ([Double], [Double]) = ([], [])
        for start in stride(from: 0, to: values.count, by: block) {
            let range = start..<min(start + block, values.count)
            let size = range.reduce(0) { $0 + weights[$1] }
            means.append(range.reduce(0) { $0 + weights[$1] * scaled[$1] } / size)
            sizes.append(size / Double(block))
        }
        return found(means, sizes).map { $0 * block }
    }

    private func found(_ values: [Double], _ weights: [Double]) -> [Int] {
        let raw = SeriesNoise(differencesOf: values, weights: weights)
        guard raw.variance > 0 else { return exactChanges(withoutSpikes(values, raw)) }
        let line = SeriesBend(values, weights).residuals
        let noise = SeriesNoise(differencesOf: line, weights: weights)
        guard line.contains(where: { abs($0) > Self.roundingVariance.squareRoot() }) else { return [] }
        guard noise.variance > 0 else { return exactChanges(values) }
        let smooth = withoutSpikes(line, noise)
        let cleaned = values.indices.map { smooth[$0] + values[$0] - line[$0] }
        let level = best(cleaned, weights, slope: 0)
        let curved = (1...Self.degrees).map { degree in
            let curve = SeriesBend(cleaned, weights, degree: degree)
            return best(curve.residuals, weights, slope: penalty * Double(degree))
        }
        let likely = ([level] + curved + [bends(cleaned, weights)]).min { $0.objective < $1.objective }?.changes ?? []
        let drawn = SeriesSketch(cleaned, weights).changes
        // A drawing has few pieces; where more are clear, it has left some out.
        return drawn.isEmpty || likely.count > drawn.count + 1 ? likely : drawn
    }

    /// Whether values differ by no more than the rounding of the numbers: of single precision where all are such numbers.
    private static func isConstant(_ values: [Double]) -> Bool {
        let (low, high) = values.reduce((values[0], values[0])) { (min($0.0, $1), max($0.1, $1)) }
        let places = values.allSatisfy { Double(Float($0)) == $0 } ? singleRounding : doubleRounding
        return high / 2 - low / 2 <= max(abs(low), abs(high)) * places
    }

    /// Bends of a line without steps, as long as each is worth its penalty.
    private func bends(_ values: [Double], _ weights: [Double]) -> (changes: [Int], objective: Double) {
        let floor = leastVariance(SeriesNoise.trimmedSquare(values, weights, lag: 1) / 2)
        var line = SeriesBend(values, weights)
        func objective() -> Double {
            SeriesLikelihood(line.residuals, weights, changes: [], floor: floor).deviance
                + penalty * Double(line.bends.count + 1)
        }
        var best = (changes: [Int](), objective: objective())
        for _ in 0..<Self.mostBends where line.grow(shortest: max(shortest, values.count / 20)) {
            let value = objective()
            if value < best.objective { best = (line.bends.sorted(), value) }
        }
        return best
    }

    private func leastVariance(_ noise: Double) -> Double { max(noise * Self.floor, Self.roundingVariance) }

    /// The candidate of least penalised deviance, those of its changes taken out that are not worth their penalty.
    private func best(_ values: [Double], _ weights: [Double], slope: Double) -> (changes: [Int], objective: Double) {
        let noise = SeriesNoise.trimmedSquare(values, weights, lag: 1) / 2
        let floor = leastVariance(noise)
        var variance = max(noise, Self.roundingVariance)
        func fit(_ changes: [Int]) -> SeriesLikelihood {
            SeriesLikelihood(values, weights, changes: changes, floor: floor)
        }
        var best = (changes: [Int](), objective: fit([]).deviance + slope)
        var last: [Int]?
        for _ in 0..<Self.mostRungs {
            let candidate = partition(values, weights, variance)
            if candidate.isEmpty { break }
            variance *= Self.rung
            if candidate == last { continue }
            last = candidate
            let thinned = thinned(candidate, values.count, fit)
            if thinned.objective + slope < best.objective { best = (thinned.changes, thinned.objective + slope) }
        }
        return best
    }

    /// Takes changes out, the least worthy first, as long as the penalised deviance falls or a change is not clear.
    private func thinned(
        _ candidate: [Int],
        _ count: Int,
        _ fit: ([Int]) -> SeriesLikelihood
    ) -> (changes: [Int], objective: Double) {
        func objective(_ changes: [Int], _ likelihood: SeriesLikelihood) -> Double {
            let edges = [0] + changes + [count]
            return zip(edges, edges.dropFirst()).reduce(likelihood.deviance + penalty * Double(changes.count)) {
                $0 + 2 * log(max(1, Double(count) / 2 / Double($1.1 - $1.0)))
            }
        }
        var changes = candidate
        var likelihood = fit(changes)
        var value = objective(changes, likelihood)
        while !changes.isEmpty, changes.count <= Self.mostThinned {
            let without = changes.indices.map {
                place -> (changes: [Int], value: Double, likelihood: SeriesLikelihood) in
                var fewer = changes
                fewer.remove(at: place)
                let own = fit(fewer)
                return (fewer, objective(fewer, own), own)
            }
            let weakest = likelihood.weakest
            let isUnclear = weakest.separation < separation
            let next = isUnclear ? without[weakest.change] : without.min { $0.value < $1.value } ?? without[0]
            guard isUnclear || next.value < value else { break }
            (changes, value, likelihood) = next
        }
        return (changes, value)
    }

    private func partition(_ values: [Double], _ weights: [Double], _ variance: Double) -> [Int] {
        OptimalPartition(
            values: values,
            weights: weights,
            shortest: shortest,
            variance: variance,
            penalty: penalty,
            long: Double(values.count) / 2
        ).solved().changes
    }

    /// The values with a range of 1, so that squares of any scale stay finite.
    private static func scaled(_ values: [Double]) -> [Double] {
        let size = values.reduce(0) { max($0, abs($1)) }
        guard size > 0 else { return values }
        let shrunk = values.map { $0 / size }
        let (low, high) = shrunk.reduce((shrunk[0], shrunk[0])) { (min($0.0, $1), max($0.1, $1)) }
        return high > low ? shrunk.map { ($0 - low) / (high - low) } : shrunk.map { _ in 0 }
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
        return partition(values, weights, spread * spread * 1e-4)
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
}

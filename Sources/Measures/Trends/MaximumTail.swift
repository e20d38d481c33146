import Glibc

/// The upper tail of a maximum statistic, from bootstrap replicates.
///
/// Inside the replicates the share (1 + exceedances) / (1 + replicates); beyond their upper fifth an exponential tail, so that p goes on falling past 1 / replicates and can be used over thousands of series.
/// Source: Davison and Hinkley, Bootstrap Methods, 1997, 4.2; Knijnenburg et al., Bioinformatics 25, 2009 (tail approximation; shape 0, which is the limit for a maximum of χ² scores).
struct MaximumTail: Sendable {
    private let sorted: [Double]
    private let edge: Double
    private let mean: Double

    /// - Parameter replicates: At least 20 maxima.
    init(_ replicates: [Double]) {
        precondition(replicates.count >= 20, "a tail needs at least 20 replicates")
        sorted = replicates.sorted()
        let first = sorted.count * 4 / 5
        let edge = sorted[first - 1]
        self.edge = edge
        // The mean excess of χ² scores tends to 2; eight replicates' worth of that steadies the estimate.
        let excess = sorted[first...].reduce(16) { $0 + $1 - edge }
        mean = max(2, excess / Double(sorted.count - first + 8))
    }

    /// P(maximum ≥ value) under no change.
    func probability(atLeast value: Double) -> Double {
        if value > edge { return 0.2 * exp((edge - value) / mean) }
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < value { low = middle + 1 } else { high = middle }
        }
        return Double(1 + sorted.count - low) / Double(1 + sorted.count)
    }
}

/// The mean of a cell with its interval, in basis points.
package struct CellInterval: Hashable, Sendable {
    package let mean: Double
    /// Standard error with the variance clustered by customer; `nil` with a single customer.
    package let standardError: Double?
    package let low: Double
    package let high: Double

    /// The interval of a cell, cut at the ends of the scale; `nil` without voices.
    ///
    /// With G customers the variance of the mean is G/(G−1) · Σ_c (sum_c − n_c·mean)² / n², and the interval uses
    /// Student's t with G − 1 degrees of freedom (Cameron and Miller, "A Practitioner's Guide to Cluster-Robust
    /// Inference", Journal of Human Resources 50, 2015, equation 11 with an intercept only). Where every customer says
    /// the same, that variance is 0 and would claim certainty; then the interval is Wilson's for G of G (Wilson, JASA
    /// 22, 1927) on the distance from the far end of the scale. A single customer leaves the whole scale open.
    ///
    /// - Parameters:
    ///   - cell: The cell.
    ///   - bounds: The ends of the scale, −10,000…10,000 for polarities and 0…10,000 for shares.
    ///   - confidence: Share of such intervals that hold the true mean.
    package init?(cell: Cell, bounds: ClosedRange<Double> = -10_000...10_000, confidence: Double = 0.95) {
        guard let mean = cell.mean else { return nil }
        self.mean = mean
        guard let variance = Self.clusteredVariance(of: cell) else {
            standardError = nil
            (low, high) = (bounds.lowerBound, bounds.upperBound)
            return
        }
        standardError = variance.squareRoot()
        let customers = Double(cell.customers)
        if variance > 0 {
            let reach = StudentDistribution.quantile(0.5 + confidence / 2, df: customers - 1) * variance.squareRoot()
            low = max(bounds.lowerBound, mean - reach)
            high = min(bounds.upperBound, mean + reach)
        } else {
            let z = NormalDistribution.quantile(0.5 + confidence / 2)
            let shrink = customers / (customers + z * z)
            low = bounds.lowerBound + (mean - bounds.lowerBound) * shrink
            high = bounds.upperBound - (bounds.upperBound - mean) * shrink
        }
    }

    /// Variance of the mean, clustered by customer; `nil` with fewer than two customers.
    ///
    /// Σ_c (sum_c − n_c·s/n)²·n² is formed in 128-bit integers, so that equal voices give exactly 0.
    package static func clusteredVariance(of cell: Cell) -> Double? {
        guard cell.customers >= 2 else { return nil }
        let (n, sum) = (Int128(cell.n), Int128(cell.sum))
        let scaled =
            Int128(cell.customerSumSquares) * n * n - 2 * Int128(cell.customerSumCounts) * n * sum
            + Int128(cell.customerCountSquares) * sum * sum
        let count = Double(cell.n)
        let groups = Double(cell.customers)
        return Double(scaled) / (count * count) / (count * count) * groups / (groups - 1)
    }
}

/// The mean of a measure over a stretch of time, with a variance that neither months that go together nor customers who
/// speak often make too small.
///
/// Two variances are made and the one that gives the wider interval is taken: that of Newey and West over the months, each
/// weighted by its voices so that the weighted mean is the mean over the voices, and that clustered by customer. Months
/// alone would be too sure of a mean that rests on one of them. Undated voices stand in no month and count there as
/// independent. Under `minimumMonths` with a voice only the second is made.
package struct StretchMean: Hashable, Sendable {
    /// Fewest months with a voice for a variance over months.
    package static let minimumMonths = 8

    /// Sums over the stretch; a customer who speaks in several months may count as one in each.
    package let cell: Cell
    /// Months behind the variance; 0 where it is clustered by customer.
    package let months: Int
    /// Longest lag of the Newey–West variance; `nil` where it is clustered by customer.
    package let bandwidth: Int?
    /// Basis points; `nil` with a single customer.
    package let standardError: Double?
    package let degreesOfFreedom: Double

    /// - Parameters:
    ///   - cell: Everything in the stretch, undated voices too; at least one voice.
    ///   - months: The dated part by month, counted since January 1970, oldest first.
    package init?(_ cell: Cell, months: [(index: Int, cell: Cell)]) {
        guard let mean = cell.mean else { return nil }
        self.cell = cell
        let clustered = CellInterval.clusteredVariance(of: cell)
        let freedom = Double(max(1, cell.customers - 1))
        let lags = NeweyWest.bandwidth(periods: months.count)
        let byMonth = Self.variance(by: months, of: cell, mean: mean, bandwidth: lags)
        let monthFreedom = NeweyWest.degreesOfFreedom(periods: months.count, bandwidth: lags)
        if let byMonth, let clustered,
            Self.reach(byMonth, monthFreedom) > Self.reach(clustered, freedom)
        {
            (self.months, bandwidth) = (months.count, lags)
            (standardError, degreesOfFreedom) = (byMonth.squareRoot(), monthFreedom)
        } else {
            (self.months, bandwidth) = (0, nil)
            (standardError, degreesOfFreedom) = (clustered?.squareRoot(), freedom)
        }
    }

    /// Σ value / n, in basis points.
    package var mean: Double { cell.mean ?? 0 }

    /// The interval of the mean, cut at the ends of the scale.
    ///
    /// Where every voice says the same it is that of `CellInterval`, which does not claim certainty.
    package func interval(bounds: ClosedRange<Double>, confidence: Double = 0.95) -> ClosedRange<Double> {
        guard let standardError, standardError > 0 else {
            let plain = CellInterval(cell: cell, bounds: bounds, confidence: confidence)
            return (plain?.low ?? bounds.lowerBound)...(plain?.high ?? bounds.upperBound)
        }
        let reach = StudentDistribution.quantile(0.5 + confidence / 2, df: degreesOfFreedom) * standardError
        return max(bounds.lowerBound, mean - reach)...min(bounds.upperBound, mean + reach)
    }

    /// Half the width of a 95 % interval.
    private static func reach(_ variance: Double, _ freedom: Double) -> Double {
        StudentDistribution.quantile(0.975, df: freedom) * variance.squareRoot()
    }

    /// The Newey–West variance of the mean over all voices; `nil` under `minimumMonths`.
    private static func variance(
        by months: [(index: Int, cell: Cell)],
        of cell: Cell,
        mean: Double,
        bandwidth: Int
    ) -> Double? {
        guard months.count >= minimumMonths else { return nil }
        let weights = months.map { Double($0.cell.n) }
        let ofDated = NeweyWest.varianceOfMean(
            deviations: months.map { ($0.cell.mean ?? mean) - mean },
            weights: weights,
            times: months.map(\.index),
            bandwidth: bandwidth
        )
        let dated = months.reduce(into: Cell()) { $0.merge($1.cell) }
        let undated = Double(cell.n - dated.n)
        let squares =
            Double(cell.sumOfSquares - dated.sumOfSquares) - 2 * mean * Double(cell.sum - dated.sum)
            + undated * mean * mean
        let (n, total) = (Double(cell.n), weights.reduce(0, +))
        return ofDated.map { $0 * (total / n) * (total / n) + max(0, squares) / (n * n) }
    }
}

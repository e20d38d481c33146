/// A straight line by the median of all slopes, which a few outliers cannot turn.
///
/// Source: Theil 1950; Sen, Journal of the American Statistical Association 63, 1968; interval as scipy.stats.theilslopes.
package struct TheilSen: Hashable, Sendable {
    package let slope: Double
    /// median(y) − slope·median(x).
    package let intercept: Double
    /// Lower end of the interval of the slope.
    package let low: Double
    /// Upper end of the interval of the slope.
    package let high: Double

    /// The line of y on x, in O(n² log n); `nil` unless two points differ in x.
    package init?(x: [Double], y: [Double], confidence: Double = 0.95) {
        var slopes: [Double] = []
        for i in x.indices {
            for j in x.indices where x[j] > x[i] { slopes.append((y[j] - y[i]) / (x[j] - x[i])) }
        }
        slopes.sort()
        guard let slope = Sample.median(slopes), let middleX = Sample.median(x), let middleY = Sample.median(y) else {
            return nil
        }
        self.slope = slope
        intercept = middleY - slope * middleX
        let n = Double(y.count)
        let variance = (n * (n - 1) * (2 * n + 5) - TieCounts.tripleSum(x) - TieCounts.tripleSum(y)) / 18
        let reach = NormalDistribution.quantile(0.5 + confidence / 2) * max(0, variance).squareRoot()
        let pairs = Double(slopes.count)
        let upper = Int(((pairs + reach) / 2).rounded(.toNearestOrEven))
        let lower = Int(((pairs - reach) / 2).rounded(.toNearestOrEven)) - 1
        low = slopes[max(lower, 0)]
        high = slopes[min(upper, slopes.count - 1)]
    }
}

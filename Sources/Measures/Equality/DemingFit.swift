/// A straight line where both sides are measured with error.
///
/// Source: Deming, Statistical Adjustment of Data, 1943; Linnet, Clinical Chemistry 39, 1993, for the jackknife.
package struct DemingFit: Hashable, Sendable {
    package let slope: Double
    package let intercept: Double
    /// Jackknife standard error of the slope.
    package let slopeError: Double
    /// Jackknife standard error of the intercept.
    package let interceptError: Double
    package let count: Int

    /// The line of y on x; `nil` under three points, or when x and y do not vary together.
    ///
    /// - Parameters:
    ///   - x: First method, here brand strength.
    ///   - y: Second method, here support strength.
    ///   - errorRatio: Variance of y's errors over that of x's.
    package init?(x: [Double], y: [Double], errorRatio: Double = 1) {
        let points = Array(zip(x, y))
        guard points.count >= 3, let all = Self.line(points, errorRatio) else { return nil }
        var without: [(slope: Double, intercept: Double)] = []
        for index in points.indices {
            var rest = points
            rest.remove(at: index)
            guard let line = Self.line(rest, errorRatio) else { return nil }
            without.append(line)
        }
        let scale = Double(points.count - 1) / Double(points.count)
        slope = all.slope
        intercept = all.intercept
        slopeError = (scale * Sample.sumOfSquaredDeviations(without.map(\.slope))).squareRoot()
        interceptError = (scale * Sample.sumOfSquaredDeviations(without.map(\.intercept))).squareRoot()
        count = points.count
    }

    /// 95 % interval of the slope, by Student's t with n − 2 degrees of freedom.
    package var slopeInterval: ClosedRange<Double> { interval(slope, slopeError) }

    /// 95 % interval of the intercept.
    package var interceptInterval: ClosedRange<Double> { interval(intercept, interceptError) }

    private func interval(_ value: Double, _ error: Double) -> ClosedRange<Double> {
        let reach = StudentDistribution.quantile(0.975, df: Double(count - 2)) * error
        return value - reach...value + reach
    }

    private static func line(_ points: [(Double, Double)], _ ratio: Double) -> (slope: Double, intercept: Double)? {
        let n = Double(points.count)
        let meanX = points.reduce(0) { $0 + $1.0 } / n
        let meanY = points.reduce(0) { $0 + $1.1 } / n
        var (xx, yy, xy) = (0.0, 0.0, 0.0)
        for (x, y) in points {
            xx += (x - meanX) * (x - meanX)
            yy += (y - meanY) * (y - meanY)
            xy += (x - meanX) * (y - meanY)
        }
        guard xy != 0 else { return nil }
        let tilt = yy - ratio * xx
        let slope = (tilt + (tilt * tilt + 4 * ratio * xy * xy).squareRoot()) / (2 * xy)
        return (slope, meanY - slope * meanX)
    }
}

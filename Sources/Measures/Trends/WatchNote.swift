import Glibc

/// A hint between reports that the latest periods lean to one side.
///
/// It is never a flag.
package struct WatchNote: Hashable, Sendable {
    /// The last period looked at.
    package let period: Int
    /// −1 for a fall, +1 for a gain.
    package let direction: Int
    /// The exponentially weighted mean of the residuals in its own standard deviations.
    package let z: Double

    /// Weight of the newest period.
    static let smoothing = 0.2
    /// Standard deviations at which a note is written.
    ///
    /// The residuals of a fit that has seen them lean less than new ones would. By simulation: about 7 notes of a fall in
    /// 100 years of unchanged series, and two thirds of the sudden falls that can be seen at all are noted within 3 months.
    static let limit = 2.0

    /// The note of a series, if its end leans; `nil` otherwise, and where a change in the last `quiet` periods already says so.
    ///
    /// Source: Roberts, "Control chart tests based on geometric moving averages", Technometrics 1, 1959, with the variance of a start from 0.
    package static func note(
        of series: TrendSeries,
        options: TrendOptions = TrendOptions(),
        quiet: Int = 6
    ) -> WatchNote? {
        guard let model = TrendModel(series, options: options) else { return nil }
        let search = TrendSearch(model)
        // A step of the very last periods is not told yet: here it is what the note is about.
        let shapes = search.found.map(\.shape).filter {
            !$0.isPending(of: model.count, minimumPeriods: options.minimumPeriods)
        }
        guard model.count >= 6, !shapes.contains(where: { $0.date > model.count - quiet }) else { return nil }
        let design = model.design(shapes, spread: search.spread)
        let residuals = design.residuals(model.values)
        let scaled = residuals.indices.map {
            residuals[$0] * (design.weights[$0] / search.inflation).squareRoot()
        }
        guard let z = lastScore(scaled), abs(z) >= limit else { return nil }
        return WatchNote(period: model.adjustment.periods[model.count - 1], direction: z < 0 ? -1 : 1, z: z)
    }

    /// The final value of the chart for residuals of variance 1, in its standard deviations.
    static func lastScore(_ residuals: [Double]) -> Double? {
        guard !residuals.isEmpty else { return nil }
        let mean = residuals.reduce(0) { (1 - smoothing) * $0 + smoothing * $1 }
        let decay = pow(1 - smoothing, Double(2 * residuals.count))
        return mean / (smoothing / (2 - smoothing) * (1 - decay)).squareRoot()
    }
}

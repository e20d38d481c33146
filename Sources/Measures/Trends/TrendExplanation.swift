/// Finds what a reader of plain means would take for a change, and says what it is instead.
enum TrendExplanation {
    /// Movements closer than this to a real change in the same direction are that change.
    private static let nearness = 6

    /// Movements of the means without adjustment that no change of quality stands behind, by date.
    static func movements(
        _ series: TrendSeries,
        _ search: TrendSearch,
        besides changes: [TrendChange]
    ) -> [ExplainedMovement] {
        (mix(series, besides: changes, options: search.model.options) + season(search)).sorted {
            ($0.period, $0.cause.rawValue) < ($1.period, $1.cause.rawValue)
        }
    }

    /// Changes of the series with all channels thrown together.
    private static func mix(
        _ series: TrendSeries,
        besides changes: [TrendChange],
        options: TrendOptions
    ) -> [ExplainedMovement] {
        guard series.channels > 1 else { return [] }
        var plain = options
        plain.replicates = 0
        let merged = (0..<series.periods).map { period in
            (0..<series.channels).reduce(into: TrendCell()) { $0 += series[period, $1] }
        }
        let single = TrendSeries(channels: 1, cells: merged)
        guard let model = TrendModel(single, options: plain) else { return [] }
        return TrendReporter(series: single, search: TrendSearch(model)).changes().filter { seen in
            !changes.contains { $0.direction == seen.direction && abs($0.period - seen.period) <= nearness }
        }.map {
            ExplainedMovement(cause: .mix, direction: $0.direction, period: $0.period, difference: $0.difference)
        }
    }

    /// The season of the last periods against that of half a year before, where it is three standard errors of such a
    /// difference of plain means.
    private static func season(_ search: TrendSearch) -> [ExplainedMovement] {
        let model = search.model
        let width = max(model.options.minimumPeriods, model.options.cycle / 4)
        let half = model.options.cycle / 2
        guard half > 0, model.count >= width + half else { return [] }
        let shapes = search.found.map(\.shape)
        let design = model.design(shapes, spread: search.spread)
        let seasonal = model.seasonal(design.coefficients(model.values), changes: shapes.count)
        let last = (model.count - width)..<model.count
        let earlier = (model.count - width - half)..<(model.count - half)
        let size = (last.reduce(0) { $0 + seasonal[$1] } - earlier.reduce(0) { $0 + seasonal[$1] }) / Double(width)
        let variance = (Array(last) + Array(earlier)).reduce(0) { $0 + 1 / design.weights[$1] }
        guard abs(size) >= max(model.options.minimumEffect, 3 * variance.squareRoot() / Double(width)) else {
            return []
        }
        return [
            ExplainedMovement(
                cause: .season,
                direction: size < 0 ? -1 : 1,
                period: model.adjustment.periods[last.lowerBound],
                difference: size * model.scale
            )
        ]
    }
}

/// Finds what a reader of plain means would take for a change, and says what it is instead.
enum TrendExplanation {
    /// Movements closer than this to a real change in the same direction are that change.
    private static let nearness = 6

    /// Movements of the means without adjustment that no change of quality stands behind.
    static func movements(
        _ series: TrendSeries,
        besides changes: [TrendChange],
        options: TrendOptions
    ) -> [ExplainedMovement] {
        var plain = options
        plain.replicates = 0
        plain.explains = false
        var result: [ExplainedMovement] = []
        if series.channels > 1 {
            let merged = (0..<series.periods).map { period in
                (0..<series.channels).reduce(into: TrendCell()) { $0 += series[period, $1] }
            }
            let single = TrendSeries(channels: 1, cells: merged)
            result += movements(single, .mix, besides: changes, options: plain)
        }
        if options.cycle > 1, !options.seasonSpread.isEmpty {
            plain.seasonSpread = []
            result += movements(series, .season, besides: changes, options: plain)
        }
        return result.sorted { ($0.period, $0.cause.rawValue) < ($1.period, $1.cause.rawValue) }
    }

    private static func movements(
        _ series: TrendSeries,
        _ cause: ExplainedMovement.Cause,
        besides changes: [TrendChange],
        options: TrendOptions
    ) -> [ExplainedMovement] {
        guard let model = TrendModel(series, options: options) else { return [] }
        return TrendReporter(series: series, search: TrendSearch(model)).changes().filter { seen in
            !changes.contains { $0.direction == seen.direction && abs($0.period - seen.period) <= nearness }
        }.map {
            ExplainedMovement(cause: cause, direction: $0.direction, period: $0.period, difference: $0.difference)
        }
    }
}

import Feedback
import Measures
import Store

/// Tells what a reader of plain means would take for a change, with what is left of it.
struct ExplainedMovements {
    /// Months on either side of a change of mix over which the means are compared.
    private static let mixMonths = 12
    /// Months by which the plain means may misplace a change of mix.
    private static let nearness = 6

    let series: TestedSeries
    let result: TrendResult

    /// Changes of mix by date, then the season of the brand.
    var all: [ExplainedRow] {
        var seen: Set<String> = []
        let mixes = result.explained.filter { $0.cause == .mix }.compactMap(mix).filter { seen.insert($0.to).inserted }
        return mixes + [YearlySeason(series: series)?.explained].compactMap { $0 }
    }

    /// A year before against a year after, and the same with the shares of the channels held fixed.
    ///
    /// Dated where the mix itself moved most.
    private func mix(_ movement: ExplainedMovement) -> ExplainedRow? {
        let places = max(1, movement.period - Self.nearness)...(movement.period + Self.nearness)
        let splits = places.compactMap { place in parts(at: place).map { (place: place, split: $0) } }
        guard let best = splits.max(by: { (abs($0.split.mix), $1.place) < (abs($1.split.mix), $0.place) }) else {
            return nil
        }
        let split = best.split
        guard split.total.signum() == movement.direction, split.mix.signum() == movement.direction,
            2 * abs(split.mix) > abs(split.total)
        else { return nil }
        return ExplainedRow(
            series,
            .mix,
            places: (best.place - 1)...best.place,
            raw: Double(split.total) / 1_000,
            remaining: split.adjusted,
            voices: split.parts.reduce(0) { $0 + $1.before + $1.after }
        )
    }

    private func parts(at place: Int) -> Attribution? {
        let end = min(place + Self.mixMonths, series.trend.periods)
        guard place < end else { return nil }
        return Attribution(
            before: series.byChannel(over: max(0, place - Self.mixMonths)..<place),
            after: series.byChannel(over: place..<end)
        )
    }
}

extension ExplainedRow {
    /// Amounts in basis points.
    init(
        _ series: TestedSeries,
        _ cause: ExplainedMovement.Cause,
        places: ClosedRange<Int>,
        raw: Double,
        remaining: MeanChange?,
        voices: Int
    ) {
        self.init(
            brand: series.brand,
            measure: series.measure.rawValue,
            cause: cause.rawValue,
            from: series.name(of: places.lowerBound),
            to: series.name(of: places.upperBound),
            raw: raw / 200,
            remaining: remaining.map { $0.difference / 200 },
            low: remaining.map { $0.interval.lowerBound / 200 },
            high: remaining.map { $0.interval.upperBound / 200 },
            voices: voices
        )
    }
}

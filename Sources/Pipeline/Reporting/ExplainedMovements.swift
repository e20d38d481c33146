import Feedback
import Measures

/// Tells what a reader of plain means would take for a change, with what is left of it.
struct ExplainedMovements {
    /// Months on either side of a change of mix over which the means are compared.
    private static let mixMonths = 12
    /// Months that a season is taken to last.
    private static let seasonMonths = 3

    let series: TestedSeries
    let result: TrendResult

    /// Changes of mix by date, then the season of the brand.
    var all: [TrendNotes.Explained] {
        result.explained.filter { $0.cause == .mix }.compactMap(mix) + [season].compactMap { $0 }
    }

    /// A year before against a year after, and the same with the shares of the channels held fixed.
    private func mix(_ movement: ExplainedMovement) -> TrendNotes.Explained? {
        let place = movement.period
        let before = max(0, place - Self.mixMonths)..<place
        let after = place..<min(place + Self.mixMonths, series.trend.periods)
        let (old, new) = (series.byChannel(over: before), series.byChannel(over: after))
        guard let split = Attribution(before: old, after: new), split.total.signum() == movement.direction,
            split.mix.signum() == movement.direction, 2 * abs(split.mix) > abs(split.total)
        else { return nil }
        return explained(
            .mix,
            from: place - 1,
            to: place,
            raw: Double(split.total) / 1_000,
            remaining: split.adjusted,
            voices: (Array(old.values) + Array(new.values)).reduce(0) { $0 + $1.n }
        )
    }

    /// The lowest quarter of the year against the rest of it, and against the same months of the years before.
    ///
    /// One entry a brand, however many years show it.
    private var season: TrendNotes.Explained? {
        let seen = result.explained.filter { $0.cause == .season }.map(\.period)
        guard let first = seen.min(), let last = seen.max() else { return nil }
        let all = 0..<series.trend.periods
        let months = (0..<12).map { month in
            all.filter { series.period($0).index % 12 == month }
                .reduce(into: Cell()) { $0.merge(series.total(of: series.measure, over: $1..<$1 + 1)) }
        }
        func sum(_ start: Int) -> (inside: Cell, outside: Cell) {
            let inside = Set((0..<Self.seasonMonths).map { (start + $0) % 12 })
            return (0..<12).reduce(into: (Cell(), Cell())) { sums, month in
                if inside.contains(month) { sums.0.merge(months[month]) } else { sums.1.merge(months[month]) }
            }
        }
        let low = (0..<12).min { (sum($0).inside.mean ?? .infinity, $0) < (sum($1).inside.mean ?? .infinity, $1) } ?? 0
        let (inside, outside) = sum(low)
        guard let lowMean = inside.mean, let mean = outside.mean else { return nil }
        return explained(
            .season,
            from: first,
            to: last,
            raw: lowMean - mean,
            remaining: yearly(from: low),
            voices: inside.n + outside.n
        )
    }

    /// The season's months in the later half of the years against those in the earlier half.
    private func yearly(from start: Int) -> MeanChange? {
        let places = (0..<series.trend.periods).filter { place in
            let month = series.period(place).index % 12
            return (month - start + 12) % 12 < Self.seasonMonths
        }
        func total(_ places: ArraySlice<Int>) -> Cell {
            places.reduce(into: Cell()) { $0.merge(series.total(of: series.measure, over: $1..<$1 + 1)) }
        }
        let half = places.count / 2
        return MeanChange(before: total(places[..<half]), after: total(places[half...]))
    }

    /// Amounts in basis points.
    private func explained(
        _ cause: ExplainedMovement.Cause,
        from: Int,
        to: Int,
        raw: Double,
        remaining: MeanChange?,
        voices: Int
    ) -> TrendNotes.Explained {
        TrendNotes.Explained(
            brand: series.brand,
            measure: series.measure.rawValue,
            cause: cause.rawValue,
            from: series.month(max(0, from)),
            to: series.month(to),
            raw: raw / 200,
            remaining: remaining.map { $0.difference / 200 },
            low: remaining.map { $0.interval.lowerBound / 200 },
            high: remaining.map { $0.interval.upperBound / 200 },
            voices: voices
        )
    }
}

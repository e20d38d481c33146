import Feedback
import Measures
import Store

/// The months of the year that are lower than the others every year: what a reader of plain means takes for falls.
struct YearlySeason {
    /// Months that a season is taken to last.
    private static let length = 3
    private static let leastYears = 3
    /// Least difference from the rest of the year, in basis points: 4 points.
    private static let leastDifference = 800.0
    /// Greatest p of the difference, after allowing for the choice among twelve beginnings.
    private static let level = 0.01

    let series: TestedSeries
    /// Calendar month in which it begins, 0–11.
    private let start: Int
    private let difference: Double
    private let voices: Int

    /// - Returns: `nil` unless the lowest three months stand below the others by more than chance, and in at least two
    ///   years of three.
    init?(series: TestedSeries) {
        self.series = series
        let all = Array(0..<series.trend.periods)
        guard all.count >= 12 * Self.leastYears else { return nil }
        let sides = (0..<12).map { start in Self.sides(start, all, in: series) }
        let lowest = sides.indices.min { (Self.mean(sides[$0]), $0) < (Self.mean(sides[$1]), $1) } ?? 0
        start = lowest
        voices = sides[lowest].inside.n + sides[lowest].outside.n
        guard let change = MeanChange(before: sides[lowest].outside, after: sides[lowest].inside),
            change.difference <= -Self.leastDifference, 12 * change.p <= Self.level
        else { return nil }
        difference = change.difference
        let years = Dictionary(grouping: all) { (series.period($0).index - lowest) / 12 }
        let lower = years.values.compactMap { places -> Bool? in
            let (inside, outside) = Self.sides(lowest, places, in: series)
            guard let low = inside.mean, let rest = outside.mean else { return nil }
            return low < rest
        }
        guard lower.count >= Self.leastYears, 3 * lower.count(where: { $0 }) >= 2 * lower.count else { return nil }
    }

    /// From the first such month to the last one; what remains is the later half of the years against the earlier.
    var explained: ExplainedRow? {
        let places = (0..<series.trend.periods).filter { Self.isInside(start, $0, in: series) }
        guard let first = places.first, let last = places.last else { return nil }
        let half = places.count / 2
        return ExplainedRow(
            series,
            .season,
            places: first...last,
            raw: difference,
            remaining: MeanChange(
                before: Self.total(Array(places[..<half]), in: series),
                after: Self.total(Array(places[half...]), in: series)
            ),
            voices: voices
        )
    }

    private static func isInside(_ start: Int, _ place: Int, in series: TestedSeries) -> Bool {
        let month = series.period(place).firstDay.civil.month - 1
        return (month - start + 12) % 12 < length
    }

    private static func sides(_ start: Int, _ places: [Int], in series: TestedSeries) -> (inside: Cell, outside: Cell) {
        (
            total(places.filter { isInside(start, $0, in: series) }, in: series),
            total(places.filter { !isInside(start, $0, in: series) }, in: series)
        )
    }

    private static func mean(_ sides: (inside: Cell, outside: Cell)) -> Double {
        sides.inside.mean ?? .infinity
    }

    private static func total(_ places: [Int], in series: TestedSeries) -> Cell {
        places.reduce(into: Cell()) { $0.merge(series.total(of: series.measure, over: $1..<$1 + 1)) }
    }
}

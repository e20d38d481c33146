/// Turns the shapes of a search into changes with levels, intervals and parts.
struct TrendReporter: Sendable {
    let series: TrendSeries
    let search: TrendSearch
    private var model: TrendModel { search.model }
    private var periods: [Int] { model.adjustment.periods }

    init(series: TrendSeries, search: TrendSearch) {
        self.series = series
        self.search = search
    }

    /// The changes by date, those too small for `minimumEffect` and those too young left out.
    func changes() -> [TrendChange] {
        guard !search.found.isEmpty else { return [] }
        let shapes = search.found.map(\.shape)
        let design = model.design(shapes, spread: search.spread)
        let sizes = design.coefficients(model.values)
        var result: [TrendChange] = []
        for index in shapes.indices
        where abs(sizes[1 + index]) >= model.options.minimumEffect
            && !shapes[index].isPending(of: model.count, minimumPeriods: model.options.minimumPeriods)
        {
            result.append(change(index, size: sizes[1 + index]))
        }
        return result.sorted { ($0.period, $0.direction) < ($1.period, $1.direction) }
    }

    private func change(_ index: Int, size: Double) -> TrendChange {
        let found = search.found[index]
        let shape = found.shape
        let others = search.found.indices.filter { $0 != index }.map { search.found[$0].shape }
        let design = model.design(others, spread: search.spread)
        let scan = ShapeScan(design, counts: model.adjustment.counts, options: model.options)
        let dates = TrendDates(shape, scan, scores: design.stepScores(model.values), inflation: search.inflation)
        let information = scan.information(of: shape)
        let placed = placed(shape, dates)
        let (before, after) = windows(placed, instead: shape)
        return TrendChange(
            kind: shape.kind,
            direction: size < 0 ? -1 : 1,
            period: periods[placed.kind == .ramp ? dates.median : placed.start],
            interval: periods[dates.low]...periods[dates.high],
            lastGood: periods[placed.kind == .ramp ? min(placed.start, dates.median) : placed.start - 1],
            end: periods[placed.end],
            before: level(before),
            after: level(after),
            difference: size * model.scale,
            margin: information > 0 ? 1.959964 * (search.inflation / information).squareRoot() * model.scale : 0,
            score: found.score,
            p: found.p,
            resolution: 1 / Double(search.model.options.replicates + 1),
            q: found.p,
            split: MeanSplit(before: series.total(before), after: series.total(after)) ?? .none
        )
    }

    /// A shape moved to the median of its date.
    private func placed(_ shape: TrendShape, _ dates: TrendDates) -> TrendShape {
        switch shape.kind {
        case .step: TrendShape(kind: .step, start: max(1, dates.median), end: max(1, dates.median))
        case .dip: TrendShape(kind: .dip, start: max(1, min(dates.median, shape.end - 1)), end: shape.end)
        case .ramp: shape
        }
    }

    /// The periods before and after, up to the neighbouring changes.
    private func windows(_ shape: TrendShape, instead original: TrendShape) -> (Range<Int>, Range<Int>) {
        var edges = [0, series.periods]
        for other in search.found.map(\.shape) where other != original {
            edges.append(periods[other.start])
            if other.kind != .step { edges.append(periods[other.end]) }
        }
        let start = shape.kind == .ramp ? periods[shape.start] + 1 : periods[shape.start]
        let first = shape.kind == .ramp ? periods[shape.end] : start
        let last = shape.kind == .dip ? periods[shape.end] : edges.filter { $0 > first }.min() ?? series.periods
        let from = edges.filter { $0 < start }.max() ?? 0
        return (from..<start, first..<max(first, last))
    }

    private func level(_ range: Range<Int>) -> TrendLevel {
        let total = series.total(range).reduce(into: TrendCell()) { $0 += $1 }
        return TrendLevel(periods: range, n: total.n, mean: total.mean)
    }
}

extension MeanSplit {
    /// The split of nothing.
    static let none = MeanSplit()

    private init() {
        (within, mix, withinByChannel, mixByChannel) = (0, 0, [], [])
    }
}

extension ShapeScan {
    /// The information about the size of a shape; 0 when the scan does not hold it.
    func information(of shape: TrendShape) -> Double {
        shapes.firstIndex(of: shape).map { 1 / inverse[$0] } ?? 0
    }
}

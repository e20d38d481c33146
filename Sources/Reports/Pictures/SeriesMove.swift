/// How both strengths have moved between the first and the last year that have them: what a chart says.
struct SeriesMove: Hashable {
    enum Direction: Hashable {
        case up, down
        /// The intervals of both years overlap.
        case level
    }

    /// One strength from the first year to the last.
    struct Part: Hashable {
        let first: Double
        let last: Double
        let direction: Direction

        init(_ first: ValueRange, _ last: ValueRange) {
            self.first = first.value
            self.last = last.value
            if last.low > first.high {
                direction = .up
            } else {
                direction = last.high < first.low ? .down : .level
            }
        }

        /// Points, without sign, of the values as printed.
        var points: Double { abs(last - first) }
    }

    /// Labels of the first and the last year.
    let from: String
    let to: String
    let support: Part
    let brand: Part

    /// `nil` where fewer than two years have both strengths.
    init?(_ years: [SeriesPoint]) {
        let whole = years.filter { $0.support.range != nil && $0.brand.range != nil }
        guard let first = whole.first, let last = whole.last, first.period != last.period,
            let oldSupport = first.support.range, let newSupport = last.support.range,
            let oldBrand = first.brand.range, let newBrand = last.brand.range
        else { return nil }
        from = first.period
        to = last.period
        support = Part(oldSupport, newSupport)
        brand = Part(oldBrand, newBrand)
    }
}

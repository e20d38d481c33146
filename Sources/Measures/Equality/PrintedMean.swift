import Feedback

/// A mean in tenths of a point, as every output prints it, so that what is printed adds up.
package struct PrintedMean: Hashable, Sendable {
    /// Tenths of a point.
    package let tenths: Int
    /// Ends of the interval in tenths of a point; the value lies between them.
    package let interval: ClosedRange<Int>

    /// `interval`: in points; widened by the rounding where the printed value would lie outside.
    package init(tenths: Int, interval: ClosedRange<Double>) {
        self.tenths = tenths
        let low = Int((interval.lowerBound * 10).rounded())
        let high = Int((interval.upperBound * 10).rounded())
        self.interval = min(low, tenths)...max(high, tenths)
    }

    /// A mean of polarities on the scale 0–100: 50·(1 + mean), rounded once, from the integer sums.
    package init(strength mean: StretchMean) {
        let ends = mean.interval(bounds: -10_000...10_000)
        self.init(
            tenths: Self.tenths(of: mean.cell),
            interval: 50 + ends.lowerBound / 200...50 + ends.upperBound / 200
        )
    }

    /// The difference of two printed strengths, with the interval of the mean difference of their voices.
    package init(difference mean: StretchMean, of first: PrintedMean, and second: PrintedMean) {
        let ends = mean.interval(bounds: -20_000...20_000)
        self.init(
            tenths: first.tenths - second.tenths,
            interval: ends.lowerBound / 200...ends.upperBound / 200
        )
    }

    /// Points.
    package var value: Double { Double(tenths) / 10 }

    /// 50·(1 + Σ/(10,000·n)) in tenths of a point, half away from zero; 0 without voices.
    package static func tenths(of cell: Cell) -> Int {
        cell.n == 0 ? 0 : (10_000 * cell.n + cell.sum).roundedRatio(times: 1, over: 20 * cell.n)
    }
}

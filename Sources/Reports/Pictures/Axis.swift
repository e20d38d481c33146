/// Maps values of one dimension onto pixels.
struct Axis: Hashable {
    /// Values at the two ends.
    let low: Double
    let high: Double
    /// Pixels at the two ends; `end` is below `start` on a vertical axis.
    let start: Double
    let end: Double

    /// Pixel of a value; values outside are drawn at the edge.
    func position(_ value: Double) -> Double {
        guard high > low else { return (start + end) / 2 }
        let share = min(1, max(0, (value - low) / (high - low)))
        return start + share * (end - start)
    }

    /// Round values for marks: about `count` of them, at steps of 1, 2, 5, 10, 20, 25 or 50.
    func ticks(about count: Int) -> [Double] {
        let span = high - low
        guard span > 0 else { return [low] }
        let steps: [Double] = [1, 2, 5, 10, 20, 25, 50, 100]
        let step = steps.first { span / $0 <= Double(count) } ?? span
        let first = (low / step).rounded(.up)
        let last = (high / step).rounded(.down)
        guard first <= last else { return [] }
        return stride(from: first, through: last, by: 1).map { $0 * step }
    }

    /// Ends at multiples of 10 around values on the 0–100 scale, at least 30 points apart.
    static func strengthLimits(around values: [Double]) -> (low: Double, high: Double) {
        guard let least = values.min(), let most = values.max() else { return (0, 100) }
        var low = max(0, ((least - 2) / 10).rounded(.down) * 10)
        var high = min(100, ((most + 2) / 10).rounded(.up) * 10)
        while high - low < 30 {
            if low >= 10 { low -= 10 }
            if high <= 90, high - low < 30 { high += 10 }
        }
        return (low, high)
    }
}

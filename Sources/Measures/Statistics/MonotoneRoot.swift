/// The root of an increasing function, for quantiles.
package enum MonotoneRoot {
    /// The x at or above `low` with f(x) = 0, for f increasing and f(low) ≤ 0.
    ///
    /// The bracket starts `step` wide and doubles until the root lies inside.
    package static func solve(from low: Double, growing step: Double, _ function: (Double) -> Double) -> Double {
        var width = step
        while function(low + width) < 0, width < 1e300 { width *= 2 }
        return solve(between: low, and: low + width, function)
    }

    /// The root between two points, to the last bits of a `Double`.
    ///
    /// Source: the Illinois variant of regula falsi (Dowell and Jarratt, BIT 11, 1971), with a bisection each third step.
    package static func solve(between low: Double, and high: Double, _ function: (Double) -> Double) -> Double {
        var (a, b) = (low, high)
        var (fa, fb) = (function(a), function(b))
        guard fa < 0 else { return a }
        guard fb > 0 else { return b }
        for round in 1...400 {
            var middle = (a * fb - b * fa) / (fb - fa)
            if round % 3 == 0 || !(middle > a && middle < b) { middle = a + (b - a) / 2 }
            guard middle > a, middle < b else { return a }
            let value = function(middle)
            if value == 0 { return middle }
            if value < 0 {
                (a, fa) = (middle, value)
                fb /= 2
            } else {
                (b, fb) = (middle, value)
                fa /= 2
            }
            if b - a <= 2e-16 * max(abs(a), abs(b)) { break }
        }
        return a + (b - a) / 2
    }
}

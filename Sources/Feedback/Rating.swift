/// The lowest and highest value of a source's rating, such as 1 to 5.
package struct RatingScale: Hashable, Sendable {
    package let low: Int
    package let high: Int

    /// Greatest distance of an end from 0: thousandths and basis points of every scale then fit an `Int`.
    package static let bound = 1_000_000

    /// - Returns: `nil` unless `low` is below `high` and both lie within `bound` of 0.
    package init?(low: Int, high: Int) {
        guard low < high, low >= -Self.bound, high <= Self.bound else { return nil }
        self.low = low
        self.high = high
    }

    private init(validLow: Int, validHigh: Int) {
        low = validLow
        high = validHigh
    }

    package static let fiveStars = RatingScale(validLow: 1, validHigh: 5)
    package static let sevenSteps = RatingScale(validLow: 1, validHigh: 7)
    package static let zeroToTen = RatingScale(validLow: 0, validHigh: 10)
}

/// A star or score on a declared scale.
package struct Rating: Hashable, Sendable {
    /// The rating in thousandths of a point: 4.5 stars are 4,500.
    package let thousandths: Int
    package let scale: RatingScale

    /// - Returns: `nil` when the value is outside the scale.
    package init?(thousandths: Int, scale: RatingScale) {
        guard thousandths >= scale.low * 1_000, thousandths <= scale.high * 1_000 else { return nil }
        self.thousandths = thousandths
        self.scale = scale
    }

    /// Position on the scale in basis points: −10,000 at its low end, 0 in the middle, 10,000 at its high end.
    package var basisPoints: Int {
        let fromLow = thousandths - scale.low * 1_000
        let span = (scale.high - scale.low) * 1_000
        return (2 * fromLow - span).roundedRatio(times: 10_000, over: span)
    }
}

extension Int {
    /// `self × factor / divisor`, rounded half away from zero, so that sign and order of sums never matter.
    package func roundedRatio(times factor: Int, over divisor: Int) -> Int {
        let product = self * factor
        let half = divisor / 2
        return product >= 0 ? (product + half) / divisor : (product - half) / divisor
    }
}

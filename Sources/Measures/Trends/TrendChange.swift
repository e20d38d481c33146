/// The level on one side of a change.
package struct TrendLevel: Hashable, Sendable, Codable {
    /// The periods it is taken over.
    package let periods: Range<Int>
    /// Values in them.
    package let n: Int
    /// Plain mean of these values, in their own unit; `nil` without any.
    package let mean: Double?
}

/// A detected change of level.
package struct TrendChange: Hashable, Sendable, Codable {
    package let kind: TrendKind
    /// −1 for a fall, +1 for a gain.
    package let direction: Int
    /// First period of the new level; the middle of a ramp.
    package let period: Int
    /// 95 % interval of `period`.
    package let interval: ClosedRange<Int>
    /// Last period still at the old level.
    package let lastGood: Int
    /// First period after a dip; first period at the end of a ramp; `period` of a step.
    package let end: Int
    package let before: TrendLevel
    package let after: TrendLevel
    /// Size freed from mix and season, in the unit of the values; negative for a fall.
    package let difference: Double
    /// Half width of the 95 % interval of `difference`, given the dates.
    package let margin: Double
    /// 2 ln Λ against no such change, deflated for autocorrelation, less the penalty.
    package let score: Double
    /// Probability of such a score anywhere in an unchanged series: what `TrendRun` ranks and adjusts.
    ///
    /// Below `resolution` it is the tail that was fitted to the bootstrap, which orders changes, and no bootstrap has
    /// shown it: what is told is `toldP`.
    package let p: Double
    /// The least p that the bootstrap can show: 1 / (replicates + 1).
    package let resolution: Double
    /// `p` adjusted over all series of a run; equal to `p` until `TrendRun` adjusts it.
    package internal(set) var q: Double
    /// The plain difference of means, split.
    package let split: MeanSplit

    /// `p` as far as the bootstrap can tell it.
    package var toldP: Double { max(p, resolution) }
    /// `q` as far as the bootstrap can tell it.
    package var toldQ: Double { max(q, resolution) }
}

/// A difference of two plain means in two parts that add up to it.
///
/// Source: Kitagawa, "Components of a difference between two rates", JASA 50, 1955.
package struct MeanSplit: Hashable, Sendable, Codable {
    /// Of changes inside channels.
    package let within: Double
    /// Of a changed mix of channels.
    package let mix: Double
    /// `within` by channel.
    package let withinByChannel: [Double]
    /// `mix` by channel.
    package let mixByChannel: [Double]

    /// The whole difference, after less before.
    package var total: Double { within + mix }

    /// Splits mean(after) − mean(before); `nil` when a side is empty.
    ///
    /// A channel that stands on one side only counts as mix.
    ///
    /// - Parameters:
    ///   - before: One cell for each channel.
    ///   - after: The same channels.
    package init?(before: [TrendCell], after: [TrendCell]) {
        precondition(before.count == after.count, "both sides need the same channels")
        let first = before.reduce(0) { $0 + $1.n }
        let second = after.reduce(0) { $0 + $1.n }
        guard first > 0, second > 0 else { return nil }
        var inside: [Double] = []
        var moved: [Double] = []
        for (old, new) in zip(before, after) {
            let oldShare = Double(old.n) / Double(first)
            let newShare = Double(new.n) / Double(second)
            let oldMean = old.mean ?? new.mean ?? 0
            let newMean = new.mean ?? oldMean
            inside.append((oldShare + newShare) / 2 * (newMean - oldMean))
            moved.append((oldMean + newMean) / 2 * (newShare - oldShare))
        }
        withinByChannel = inside
        mixByChannel = moved
        within = inside.reduce(0, +)
        mix = moved.reduce(0, +)
    }
}

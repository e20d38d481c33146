/// What one series shows.
package struct TrendResult: Hashable, Sendable, Codable {
    /// Whether there was enough to look at.
    package enum State: String, Hashable, Sendable, Codable {
        /// Tested; `changes` says what was found.
        case tested
        /// Too few periods or values, or no two values differ.
        case insufficient
    }

    package let state: State
    /// By date.
    package internal(set) var changes: [TrendChange]
    /// Movements of the plain means that season or mix explain.
    package let explained: [ExplainedMovement]
    /// The smallest lasting fall that had been seen with a chance of 80 % at the best placed date, in the unit of the values; `nil` when nothing can be seen.
    package let smallestVisible: Double?
    /// The least p of any change that was tested, 1 when nothing came near: what a run adjusts over.
    package let p: Double
    /// Periods with values.
    package let periods: Int
    /// Values.
    package let n: Int
}

/// A movement of the plain means that is no change of quality.
package struct ExplainedMovement: Hashable, Sendable, Codable {
    /// What explains it.
    package enum Cause: String, Hashable, Sendable, Codable {
        case season, mix
    }

    package let cause: Cause
    /// −1 for a fall, +1 for a gain.
    package let direction: Int
    /// Where the plain means seem to change.
    package let period: Int
    /// How much they seem to change.
    package let difference: Double
}

/// How the level moves in one change.
///
/// Positions count the periods that have values.
struct TrendShape: Hashable, Sendable {
    let kind: TrendKind
    /// First position of the new level; of a ramp, the last of the old one.
    let start: Int
    /// First position after a dip; first position at the new level of a ramp; `start` of a step.
    let end: Int

    /// The share of the change that is in effect at a position, 0–1.
    func share(at position: Int) -> Double {
        switch kind {
        case .step: position >= start ? 1 : 0
        case .dip: position >= start && position < end ? 1 : 0
        case .ramp: min(1, max(0, Double(position - start) / Double(end - start)))
        }
    }

    /// Whether too few periods lie behind a step to tell of it yet.
    func isPending(of count: Int, minimumPeriods: Int) -> Bool { kind == .step && count - start < minimumPeriods }

    /// The position a change is dated by: the first of the new level, or the middle of a ramp.
    var date: Int { kind == .ramp ? (start + end + 1) / 2 : start }
}

/// What sort of change a flag is about.
package enum TrendKind: String, Hashable, Sendable, CaseIterable, Codable {
    /// The level moves at once and stays.
    case step
    /// The level moves over many periods: a slow decline, or a slow gain.
    case ramp
    /// The level moves and comes back.
    case dip
}

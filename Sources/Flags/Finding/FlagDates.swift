import Measures

/// When a change set in, and from when on it could have been known.
///
/// All numbers are places of a series.
struct FlagDates {
    /// Periods after a change within which it must be found to call one the first detectable one.
    private static let longestWait = 60
    /// Periods by which an early sight may date the change otherwise.
    private static let nearness = 6

    let first: Int
    let low: Int
    let high: Int

    /// A slow change is dated by its beginning: the interval of its middle is moved there.
    init(_ change: TrendChange) {
        guard change.kind == .ramp else {
            (first, low, high) = (change.period, change.interval.lowerBound, change.interval.upperBound)
            return
        }
        let start = min(change.lastGood + 1, change.period)
        let shift = change.period - start
        first = start
        low = max(0, change.interval.lowerBound - shift)
        high = max(start, change.interval.upperBound - shift)
    }

    /// The first place with whose data alone the detector finds a change of this direction near this date.
    ///
    /// A quick search for each period that the change stayed hidden; the full one confirms what it finds.
    func firstDetectable(of change: TrendChange, in series: TestedSeries) -> Int? {
        let last = min(series.trend.periods - 1, first + Self.longestWait)
        guard first <= last else { return nil }
        let full = series.options
        var quick = full
        quick.replicates = 0
        return (first...last).first { place in
            let known = series.trend.prefix(place + 1)
            return isSeen(change, in: known, options: quick) && isSeen(change, in: known, options: full)
        }
    }

    private func isSeen(_ change: TrendChange, in series: TrendSeries, options: TrendOptions) -> Bool {
        let latest = max(high, change.kind == .ramp ? change.end : first) + Self.nearness
        return TrendDetector.detect(series, options: options).changes.contains {
            $0.direction == change.direction && $0.period >= low - Self.nearness && $0.period <= latest
        }
    }
}

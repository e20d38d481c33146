/// What the detector would have seen in a history like the user's own, and how often it would have cried wolf.
///
/// The history keeps its volumes, mix, season and period-to-period spread; its changes are taken out, chance is drawn
/// anew, and falls of known size are planted at dates spread over it. Every period is judged with what was known then.
package struct PowerReplay: Hashable, Sendable {
    /// What became of planted falls of one size.
    package struct Outcome: Hashable, Sendable {
        /// Size of the fall, in the unit of the values, positive.
        package let fall: Double
        package let planted: Int
        /// Seen within `horizon` periods, dated within `nearness`.
        package let seen: Int
        /// Median number of periods of new data until it was seen; `nil` when none was.
        package let medianDelay: Double?

        /// Share seen, 0–1.
        package var power: Double { planted > 0 ? Double(seen) / Double(planted) : 0 }
    }

    package let outcomes: [Outcome]
    /// False alarms of a fall in unchanged histories.
    package let falseAlarms: Int
    /// Years in which they were raised.
    package let years: Double

    /// False alarms in 100 years of one series; `nil` without any year.
    package var falseAlarmsPerHundredYears: Double? { years > 0 ? 100 * Double(falseAlarms) / years : nil }

    /// Periods before the first judgement.
    static let warmUp = 24
    /// Periods within which a fall must be seen.
    static let horizon = 24
    /// Periods by which the date may be off.
    static let nearness = 6

    /// Replays a history.
    ///
    /// - Parameters:
    ///   - history: At least 36 periods; a shorter one gives `nil`.
    ///   - falls: Sizes to plant, in the unit of the values, positive.
    ///   - trials: Histories for each size, and unchanged ones.
    ///   - seed: The same seed gives the same outcome.
    ///   - options: What counts as a change; the bootstrap is left out.
    ///
    /// About trials × (falls × 24 + periods) detections.
    package init?(
        of history: TrendSeries,
        falls: [Double],
        trials: Int,
        seed: UInt64,
        options: TrendOptions = TrendOptions()
    ) {
        var quick = options
        quick.replicates = 0
        quick.explains = false
        guard history.periods >= Self.warmUp + 12, let surrogate = TrendSurrogate(history, options: quick) else {
            return nil
        }
        var mixer = seed
        var alarms = 0
        for _ in 0..<trials {
            let series = surrogate.drawn(seed: SeededGenerator.splitMix(&mixer), fall: 0, from: 0)
            alarms += Self.alarms(series, from: Self.warmUp, to: history.periods, options: quick).count
        }
        falseAlarms = alarms
        years = Double(trials * (history.periods - Self.warmUp)) / Double(max(1, options.cycle))
        outcomes = falls.map { fall in
            var delays: [Int] = []
            for trial in 0..<trials {
                let room = history.periods - Self.warmUp - 3
                let start = Self.warmUp + (room * trial / max(1, trials))
                let series = surrogate.drawn(seed: SeededGenerator.splitMix(&mixer), fall: fall, from: start)
                if let delay = Self.delay(series, start, options: quick) { delays.append(delay) }
            }
            delays.sort()
            let middle = delays.isEmpty ? nil : Double(delays[(delays.count - 1) / 2] + delays[delays.count / 2]) / 2
            return Outcome(fall: fall, planted: trials, seen: delays.count, medianDelay: middle)
        }
    }

    /// Falls alarmed from one period count to another: dated in the last two years, 9 periods from any before.
    private static func alarms(_ series: TrendSeries, from first: Int, to last: Int, options: TrendOptions) -> [Int] {
        var dates: [Int] = []
        for known in first...last {
            for change in TrendDetector.detect(series.prefix(known), options: options).changes
            where change.direction < 0 && change.period >= known - horizon {
                if !dates.contains(where: { abs($0 - change.period) <= 9 }) { dates.append(change.period) }
            }
        }
        return dates
    }

    private static func delay(_ series: TrendSeries, _ start: Int, options: TrendOptions) -> Int? {
        ((start + 1)...max(start + 1, min(series.periods, start + horizon))).first { known in
            TrendDetector.detect(series.prefix(known), options: options).changes.contains {
                $0.direction < 0 && abs($0.period - start) <= nearness
            }
        }.map { $0 - start }
    }
}

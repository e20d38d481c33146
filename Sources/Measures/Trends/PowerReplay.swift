/// What the detector would have seen in a history like the user's own, and how often it would have cried wolf.
///
/// The history keeps its volumes, mix, season, spread and correlation; its changes are taken out, chance is drawn anew,
/// and falls of known size are planted at dates spread over it. Every period is judged with what was known then.
package struct PowerReplay: Sendable {
    /// Years of data before the first judgement, and after a fall within which it must be seen.
    private static let years = 2
    /// Periods by which the date may be off.
    private static let nearness = 6
    /// Alarms closer than this are one.
    private static let apart = 9

    private let surrogate: TrendSurrogate
    private let periods: Int
    private let quick: TrendOptions
    private let full: TrendOptions

    /// Periods before the first judgement.
    private var warmUp: Int { Self.years * max(1, quick.cycle) }

    /// Makes a history ready for replays.
    ///
    /// - Parameters:
    ///   - history: At least `leastPeriods`; a shorter one, or one in which no two values differ, gives `nil`.
    ///   - seriesTested: Series that a night judges together: a lone change must have p ≤ `rate` / `seriesTested`.
    ///   - rate: The false-discovery rate of `TrendRun`.
    ///   - options: What counts as a change.
    package init?(
        of history: TrendSeries,
        seriesTested: Int = 1,
        rate: Double = 0.05,
        options: TrendOptions = TrendOptions()
    ) {
        var full = options
        full.explains = false
        full.level = min(options.level, rate / Double(max(1, seriesTested)))
        var quick = full
        quick.replicates = 0
        guard history.periods >= Self.leastPeriods(options),
            let surrogate = TrendSurrogate(history, options: quick)
        else { return nil }
        self.surrogate = surrogate
        self.full = full
        self.quick = quick
        periods = history.periods
    }

    /// Fewest periods of a history: two years before the first fall, and one after it.
    package static func leastPeriods(_ options: TrendOptions = TrendOptions()) -> Int {
        (years + 1) * max(1, options.cycle)
    }

    /// Plants falls of one size and kind, the first after two years of data, the last with a year of data after it.
    ///
    /// A fall counts as seen when, within two years of its end, an alarm of a fall dates it within six periods.
    /// - Returns: No fall planted when the history is too short for one.
    package func outcome(_ kind: PlantedFall.Kind, size: Double, trials: Int, seed: UInt64) -> PowerOutcome {
        let first = PlantedFall(kind, size: size, start: warmUp, cycle: quick.cycle)
        let room = periods - max(1, quick.cycle) - first.end
        guard room >= 0, trials > 0 else { return PowerOutcome(kind: kind, size: size, planted: 0, delays: []) }
        var mixer = seed
        let delays = (0..<trials).compactMap { trial in
            let start = warmUp + (trials > 1 ? room * trial / (trials - 1) : room / 2)
            let fall = PlantedFall(kind, size: size, start: start, cycle: quick.cycle)
            return delay(surrogate.drawn(seed: SeededGenerator.splitMix(&mixer), fall: fall), fall)
        }
        return PowerOutcome(kind: kind, size: size, planted: trials, delays: delays)
    }

    /// Replays histories without any fall, from two years of data on.
    package func falseAlarms(trials: Int, seed: UInt64) -> FalseAlarms {
        var mixer = seed
        let count = (0..<trials).reduce(0) { sum, _ in
            sum + alarms(surrogate.drawn(seed: SeededGenerator.splitMix(&mixer)))
        }
        return FalseAlarms(count: count, years: Double(trials * (periods - warmUp)) / Double(max(1, quick.cycle)))
    }

    /// Alarms of a fall dated in the last two years, each far from those before.
    private func alarms(_ series: TrendSeries) -> Int {
        var dates: [Int] = []
        for known in warmUp...periods {
            let found = falls(series.prefix(known)) { date in
                date >= known - warmUp && !dates.contains { abs($0 - date) <= Self.apart }
            }
            for date in found where !dates.contains(where: { abs($0 - date) <= Self.apart }) { dates.append(date) }
        }
        return dates.count
    }

    /// Periods of new data until a fall was seen; `nil` when it was not in time.
    private func delay(_ series: TrendSeries, _ fall: PlantedFall) -> Int? {
        let dates = (fall.start - Self.nearness)...(fall.end + Self.nearness)
        return ((fall.start + 1)...min(periods, fall.end + warmUp)).first { known in
            !falls(series.prefix(known), dated: dates.contains).isEmpty
        }.map { $0 - fall.start }
    }

    /// Dates of the falls that a night with these data would tell of; the bootstrap runs only where one is near.
    private func falls(_ series: TrendSeries, dated isWanted: (Int) -> Bool) -> [Int] {
        func dates(_ options: TrendOptions) -> [Int] {
            TrendDetector.detect(series, options: options).changes.filter { $0.direction < 0 && isWanted($0.period) }
                .map(\.period)
        }
        return dates(quick).isEmpty ? [] : dates(full)
    }
}

import Flags
import Measures
import Store

/// What a replay of planted falls has shown.
package struct PowerFindings: Encodable, Sendable {
    /// Planted falls of one size and kind.
    package struct Row: Encodable, Sendable {
        /// Points of support strength.
        package let fall: Double
        /// `sudden`, or `slow`: over two years.
        package let kind: String
        package let planted: Int
        package let seen: Int
        /// Share seen with its 95 % interval, 0–1.
        package let power: Double
        package let powerLow: Double
        package let powerHigh: Double
        /// Months of new data until it was seen, of those seen; the interval stands from six on.
        package let medianMonths: Double?
        package let monthsLow: Double?
        package let monthsHigh: Double?
    }

    /// Alarms of a fall in histories without any.
    package struct Wolf: Encodable, Sendable {
        package let alarms: Int
        package let years: Double
        package let perHundredYears: Double
        package let low: Double
        package let high: Double
    }

    /// One brand, or all of them together.
    package struct Group: Encodable, Sendable {
        /// Sudden falls before slow ones, each by size.
        package let falls: [Row]
        package let falseAlarms: Wolf?
        /// The smallest size from which on at least four falls in five are seen; `nil` when no planted size is.
        package let smallestSudden: Double?
        package let smallestSlow: Double?
    }

    package struct BrandFinding: Encodable, Sendable {
        package let brand: String
        package let from: String
        package let to: String
        package let months: Int
        /// Voices that speak of support.
        package let voices: Int
        package let found: Group
        let results: [Result]

        private enum CodingKeys: String, CodingKey { case brand, from, to, months, voices, found }
    }

    package struct Skipped: Encodable, Sendable {
        package let brand: String
        package let reason: String
    }

    /// What one kind of replay gave, in basis points.
    enum Result: Sendable {
        case unchanged(FalseAlarms)
        case falls(PowerOutcome)
    }

    package let seed: UInt64
    package let trials: Int
    /// Series that a night tests together, which a fall must stand out from.
    package let seriesTested: Int
    package let brands: [BrandFinding]
    /// `nil` with a single brand.
    package let all: Group?
    package let skipped: [Skipped]

    init(plan: PowerStudy.Plan, seriesTested: Int, brands: [BrandFinding], skipped: [Skipped]) {
        seed = plan.seed
        trials = plan.trials
        self.seriesTested = seriesTested
        self.brands = brands
        self.skipped = skipped
        all = brands.count > 1 ? Group(brands.flatMap(\.results)) : nil
    }
}

extension PowerFindings.BrandFinding {
    init(_ series: TestedSeries, results: [PowerFindings.Result]) {
        brand = series.brand
        from = series.name(of: 0)
        to = series.name(of: series.trend.periods - 1)
        months = series.trend.periods
        voices = series.trend.cells.reduce(0) { $0 + $1.n }
        self.results = results
        found = PowerFindings.Group(results)
    }
}

extension PowerFindings.Group {
    /// Results of the same size and kind are thrown together.
    init(_ results: [PowerFindings.Result]) {
        var outcomes: [PowerOutcome] = []
        var alarms = FalseAlarms(count: 0, years: 0)
        for result in results {
            switch result {
            case .unchanged(let own): alarms = alarms + own
            case .falls(let own): outcomes.append(own)
            }
        }
        let pooled = PlantedFall.Kind.allCases.map { kind in
            let own = outcomes.filter { $0.kind == kind && $0.planted > 0 }
            return Set(own.map(\.size)).sorted().compactMap { size in
                PowerOutcome.pooled(own.filter { $0.size == size })
            }
        }
        falls = pooled.flatMap { $0 }.map(PowerFindings.Row.init)
        falseAlarms = PowerFindings.Wolf(alarms)
        smallestSudden = PowerOutcome.smallestVisible(pooled[0]).map { $0 / FlagDetail.basisPointsPerPoint }
        smallestSlow = PowerOutcome.smallestVisible(pooled[1]).map { $0 / FlagDetail.basisPointsPerPoint }
    }
}

extension PowerFindings.Row {
    init(_ outcome: PowerOutcome) {
        fall = outcome.size / FlagDetail.basisPointsPerPoint
        kind = outcome.kind.rawValue
        planted = outcome.planted
        seen = outcome.seen
        power = outcome.power
        powerLow = outcome.powerInterval.lowerBound
        powerHigh = outcome.powerInterval.upperBound
        medianMonths = outcome.medianDelay?.median
        monthsLow = outcome.medianDelay?.interval?.lowerBound
        monthsHigh = outcome.medianDelay?.interval?.upperBound
    }
}

extension PowerFindings.Wolf {
    init?(_ alarms: FalseAlarms) {
        guard let rate = alarms.perHundredYears, let interval = alarms.interval else { return nil }
        self.alarms = alarms.count
        years = alarms.years
        perHundredYears = rate
        low = interval.lowerBound
        high = interval.upperBound
    }
}

package import Feedback

/// Support and brand strength of one brand in one period.
package struct PairedPeriod: Hashable, Sendable {
    package let period: Period
    /// 0–100.
    package let support: Double
    /// 0–100.
    package let brand: Double
    /// Weight of the pair; not negative.
    package let weight: Double

    package init(period: Period, support: Double, brand: Double, weight: Double = 1) {
        self.period = period
        self.support = support
        self.brand = brand
        self.weight = weight
    }

    /// The pairs of one brand over all channels, oldest first, each over the voices that have both polarities.
    ///
    /// A period counts when at least `minimumVoices` of them fall into it; its weight is their number.
    package static func pairs(
        of brand: String,
        length: PeriodLength,
        in cells: [KeyedCell],
        minimumVoices: Int = Strength.defaultMinimumVoices
    ) -> [PairedPeriod] {
        func strengths(_ measure: MeasureID) -> [Period: Strength] {
            var result: [Period: Strength] = [:]
            for entry in cells where entry.key.measure == measure && entry.key.brand == brand {
                guard entry.key.channel == nil, entry.key.period.length == length else { continue }
                result[entry.key.period] = Strength(cell: entry.cell, minimumVoices: minimumVoices)
            }
            return result
        }
        let brandStrengths = strengths(.comparedBrand)
        return strengths(.comparedSupport).compactMap { period, support in
            guard let brand = brandStrengths[period], support.isSufficient else { return nil }
            return PairedPeriod(period: period, support: support.value, brand: brand.value, weight: Double(support.n))
        }
        .sorted { $0.period < $1.period }
    }
}

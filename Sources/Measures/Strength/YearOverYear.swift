package import Feedback

/// A period of a brand's measure against the same period one year earlier.
package struct YearOverYear: Hashable, Sendable {
    package let key: CellKey
    package let earlier: Period
    package let before: Cell
    package let after: Cell
    /// The difference as it is; `nil` when a side has fewer than two customers or nothing varies.
    package let raw: MeanChange?
    /// How much of it is the mix of channels; its `adjusted` is the difference without.
    package let attribution: Attribution
    /// Whether both sides have voices enough.
    package let isSufficient: Bool

    /// The shares behind a measure that counts voices, for an exact test; `nil` for means of polarities.
    package var proportions: ProportionChange? {
        switch key.measure {
        case .signalShare, .lowStarShare, .satisfaction: break
        default: return nil
        }
        guard let before = Proportion(count: before.sum / 10_000, trials: before.n),
            let after = Proportion(count: after.sum / 10_000, trials: after.n)
        else { return nil }
        return ProportionChange(before: before, after: after)
    }

    /// All comparisons of one brand and measure, oldest first.
    ///
    /// - Parameters:
    ///   - brand: Canonical name.
    ///   - measure: What is compared.
    ///   - length: Month, quarter or year; other lengths have no year before and give none.
    ///   - cells: Cells of the brand; others are passed over.
    ///   - minimumVoices: Voices either side needs.
    /// - Returns: One entry for each period that has a counterpart.
    package static func list(
        of brand: String,
        measure: MeasureID,
        length: PeriodLength,
        cells: [KeyedCell],
        minimumVoices: Int = Strength.defaultMinimumVoices
    ) -> [YearOverYear] {
        guard let periods = periodsPerYear(length) else { return [] }
        var totals: [Int: Cell] = [:]
        var byChannel: [Int: [String: Cell]] = [:]
        for entry in cells where entry.key.brand == brand && entry.key.measure == measure {
            guard entry.key.period.length == length else { continue }
            if let channel = entry.key.channel {
                byChannel[entry.key.period.index, default: [:]][channel] = entry.cell
            } else {
                totals[entry.key.period.index] = entry.cell
            }
        }
        return totals.keys.sorted().compactMap { index in
            guard let after = totals[index], let before = totals[index - periods],
                let attribution = Attribution(
                    before: byChannel[index - periods] ?? [:],
                    after: byChannel[index] ?? [:]
                )
            else { return nil }
            return YearOverYear(
                key: CellKey(brand: brand, period: Period(length: length, index: index), measure: measure),
                earlier: Period(length: length, index: index - periods),
                before: before,
                after: after,
                raw: MeanChange(before: before, after: after),
                attribution: attribution,
                isSufficient: min(before.n, after.n) >= minimumVoices
            )
        }
    }

    private static func periodsPerYear(_ length: PeriodLength) -> Int? {
        switch length {
        case .month: 12
        case .quarter: 4
        case .year: 1
        case .week, .all: nil
        }
    }
}

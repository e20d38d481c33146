import Feedback

/// Tests whether a brand's support strength equals its brand strength.
package struct EqualityTest: Hashable, Sendable {
    package enum Weighting: String, Hashable, Sendable, CaseIterable {
        /// Each period counts the same.
        case plain
        /// A period counts by its voices.
        case voices
    }

    /// Largest difference that is still called equal, in points; stated before looking.
    package var margin: Double
    /// Fewest paired periods for a test over time.
    package var minimumPeriods: Int
    /// Fewest voices in a period, and fewest customers in a test over voices.
    package var minimumVoices: Int
    package var weighting: Weighting
    /// α of every test.
    package var significance: Double

    package init(
        margin: Double = 5,
        minimumPeriods: Int = 8,
        minimumVoices: Int = Strength.defaultMinimumVoices,
        weighting: Weighting = .voices,
        significance: Double = 0.05
    ) {
        self.margin = margin
        self.minimumPeriods = minimumPeriods
        self.minimumVoices = minimumVoices
        self.weighting = weighting
        self.significance = significance
    }

    /// The verdict for one brand.
    ///
    /// Months are paired where at least `minimumPeriods` of them have voices enough; else quarters; else the voices
    /// that have both polarities, clustered by customer; else the verdict is undecided and not sufficient.
    ///
    /// - Parameters:
    ///   - brand: Canonical name.
    ///   - cells: Cells of months, quarters and `all`; those of other brands are passed over.
    ///   - seed: Seed of the bootstrap of lead and lag.
    /// - Returns: The verdict with every number behind it.
    package func verdict(for brand: String, cells: [KeyedCell], seed: UInt64 = 1) -> EqualityVerdict {
        let own = cells.filter { $0.key.brand == brand && $0.key.channel == nil }
        for length in [PeriodLength.month, .quarter] {
            let pairs = PairedPeriod.pairs(of: brand, length: length, in: own, minimumVoices: minimumVoices)
            guard pairs.count >= minimumPeriods else { continue }
            guard let difference = difference(of: pairs), difference.standardError > 0 else { continue }
            return verdict(brand, own, .periods(length), difference, pairs, seed)
        }
        return verdict(brand, own, .voices, differenceOfVoices(own), [], seed)
    }

    /// The mean difference of paired periods; `nil` unless there are two pairs more than the longest lag.
    ///
    /// D̄ = Σw·d/Σw with the variance and the degrees of freedom of `NeweyWest`.
    ///
    /// - Parameters:
    ///   - pairs: Oldest first, all of one length.
    ///   - bandwidth: Longest lag; by the rule of `NeweyWest.bandwidth` when `nil`.
    /// - Returns: The difference, tested against 0 and the margin.
    package func difference(of pairs: [PairedPeriod], bandwidth: Int? = nil) -> MeanDifference? {
        let weights = pairs.map { weighting == .plain ? 1 : $0.weight }
        let total = weights.reduce(0, +)
        guard pairs.count >= 2, total > 0 else { return nil }
        let differences = pairs.map { $0.support - $0.brand }
        let mean = zip(differences, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
        let lags = bandwidth ?? NeweyWest.bandwidth(periods: pairs.count)
        let variance = NeweyWest.varianceOfMean(
            deviations: differences.map { $0 - mean },
            weights: weights,
            times: pairs.map(\.period.index),
            bandwidth: lags
        )
        return variance.map {
            MeanDifference(
                mean: mean,
                standardError: $0.squareRoot(),
                degreesOfFreedom: NeweyWest.degreesOfFreedom(periods: pairs.count, bandwidth: lags),
                margin: margin,
                significance: significance
            )
        }
    }

    private func differenceOfVoices(_ cells: [KeyedCell]) -> MeanDifference? {
        guard let cell = Self.total(.difference, cells), cell.customers >= max(2, minimumVoices) else { return nil }
        let bounds = -20_000.0...20_000
        let confidences = [1 - significance, 1 - 2 * significance]
        let intervals = confidences.compactMap { CellInterval(cell: cell, bounds: bounds, confidence: $0) }
        guard intervals.count == 2, let error = intervals[0].standardError else { return nil }
        return MeanDifference(
            mean: intervals[0].mean / 200,
            standardError: error / 200,
            degreesOfFreedom: Double(cell.customers - 1),
            margin: margin,
            interval: intervals[0].low / 200...intervals[0].high / 200,
            equivalenceInterval: intervals[1].low / 200...intervals[1].high / 200
        )
    }

    private func verdict(
        _ brand: String,
        _ cells: [KeyedCell],
        _ basis: EqualityVerdict.Basis,
        _ difference: MeanDifference?,
        _ pairs: [PairedPeriod],
        _ seed: UInt64
    ) -> EqualityVerdict {
        let isEqual = difference?.isWithin(margin) ?? false
        let isDifferent = difference?.isNonzero ?? false
        let x = pairs.map(\.brand)
        let y = pairs.map(\.support)
        let bandwidth = pairs.isEmpty ? nil : NeweyWest.bandwidth(periods: pairs.count)
        let support = Self.total(.support, cells)
        let brandCell = Self.total(.brand, cells)
        let both = Self.total(.difference, cells)?.n ?? 0
        let months = cells.lazy.map(\.key.period).filter { $0.length == .month }
        let span: ClosedRange<Period>? =
            if let first = months.min(), let last = months.max() { first...last } else { nil }
        return EqualityVerdict(
            brand: brand,
            state: isEqual ? .equal : (isDifferent ? .different : .undecided),
            isEqual: isEqual,
            isDifferent: isDifferent,
            isSufficient: difference != nil,
            margin: margin,
            basis: basis,
            pairs: basis == .voices ? both : pairs.count,
            months: span,
            voices: (support?.n ?? 0) + (brandCell?.n ?? 0) - both,
            support: support.flatMap { Strength(cell: $0, minimumVoices: minimumVoices) },
            brandStrength: brandCell.flatMap { Strength(cell: $0, minimumVoices: minimumVoices) },
            difference: difference,
            bandwidth: bandwidth,
            blandAltman: BlandAltman(x: x, y: y),
            deming: DemingFit(x: x, y: y),
            theilSen: TheilSen(x: x, y: y),
            identity: IdentityTest(brand: x, support: y, bandwidth: bandwidth ?? 0),
            leadLag: LeadLag(pairs, seed: seed),
            series: pairs
        )
    }

    /// The brand's cell over all time and channels.
    private static func total(_ measure: MeasureID, _ cells: [KeyedCell]) -> Cell? {
        cells.first { $0.key.measure == measure && $0.key.period.length == .all }?.cell
    }
}

import Feedback

/// Tests whether a brand's support strength equals its brand strength.
///
/// The comparison is made over the same voices throughout: those that have both a support and a brand polarity.
package struct EqualityTest: Hashable, Sendable {
    /// Months in the stretch that a verdict begins with.
    package static let recentMonths = 12
    /// Fewest months for the comparisons of whole series.
    package static let minimumPeriods = 8

    /// Largest difference that is still called equal, in points; stated before looking.
    package var margin: Double
    /// Fewest voices in a stretch and in a month of a series, and fewest customers in a test.
    package var minimumVoices: Int
    /// α of every test.
    package var significance: Double

    package init(
        margin: Double = 5,
        minimumVoices: Int = Strength.defaultMinimumVoices,
        significance: Double = 0.05
    ) {
        self.margin = margin
        self.minimumVoices = minimumVoices
        self.significance = significance
    }

    /// The verdict for one brand.
    ///
    /// - Parameters:
    ///   - brand: Canonical name.
    ///   - cells: Cells of months and `all`; those of other brands are passed over.
    ///   - seed: Seed of the bootstrap of lead and lag.
    /// - Returns: The verdict with every number behind it.
    package func verdict(for brand: String, cells: [KeyedCell], seed: UInt64 = 1) -> EqualityVerdict {
        let own = cells.filter { $0.key.brand == brand && $0.key.channel == nil }
        let voices = ComparedVoices(own)
        let recent = recentSpan(of: voices)
        let found = PairedPeriod.pairs(of: brand, length: .month, in: own, minimumVoices: minimumVoices)
        let pairs = found.count >= Self.minimumPeriods ? found : []
        let x = pairs.map(\.brand)
        let y = pairs.map(\.support)
        let bandwidth = NeweyWest.bandwidth(periods: pairs.count)
        return EqualityVerdict(
            brand: brand,
            margin: margin,
            whole: StrengthComparison(voices, by: self),
            recent: recent.flatMap { StrengthComparison(voices.during($0), by: self) },
            recentMonths: recent?.count ?? 0,
            change: recent.flatMap { change(to: $0, in: voices) },
            support: Self.total(.support, own).flatMap { Strength(cell: $0, minimumVoices: minimumVoices) },
            brandStrength: Self.total(.brand, own).flatMap { Strength(cell: $0, minimumVoices: minimumVoices) },
            speaking: MeanGap(voices.mean(\.brand), Self.mean(.silentBrand, own), minimumVoices: minimumVoices),
            blandAltman: BlandAltman(x: x, y: y),
            deming: DemingFit(x: x, y: y),
            theilSen: TheilSen(x: x, y: y),
            identity: IdentityTest(brand: x, support: y, bandwidth: bandwidth),
            leadLag: LeadLag(pairs, seed: seed),
            series: pairs
        )
    }

    /// The test of a mean difference; `nil` with too few customers.
    package func difference(_ mean: StretchMean) -> MeanDifference? {
        guard mean.cell.customers >= max(2, minimumVoices), let error = mean.standardError else { return nil }
        let ends = [1 - significance, 1 - 2 * significance].map { confidence in
            mean.interval(bounds: -20_000...20_000, confidence: confidence)
        }
        .map { $0.lowerBound / 200...$0.upperBound / 200 }
        return MeanDifference(
            mean: mean.mean / 200,
            standardError: error / 200,
            degreesOfFreedom: mean.degreesOfFreedom,
            margin: margin,
            interval: ends[0],
            equivalenceInterval: ends[1]
        )
    }

    /// The last twelve months up to the last compared voice, or as many years as hold voices enough; `nil` when that
    /// is everything.
    private func recentSpan(of voices: ComparedVoices) -> ClosedRange<Int>? {
        guard let first = voices.months.first?.index, let last = voices.months.last?.index else { return nil }
        var start = last - Self.recentMonths + 1
        while start > first {
            if voices.during(start...last).all.difference.n >= minimumVoices { return start...last }
            start -= Self.recentMonths
        }
        return nil
    }

    private func change(to span: ClosedRange<Int>, in voices: ComparedVoices) -> StrengthChange? {
        let (later, earlier) = (
            voices.during(span), voices.during((span.lowerBound - span.count)...(span.lowerBound - 1))
        )
        guard let first = earlier.months.first?.index, let last = earlier.months.last?.index,
            let support = MeanGap(later.mean(\.support), earlier.mean(\.support), minimumVoices: minimumVoices),
            let brand = MeanGap(later.mean(\.brand), earlier.mean(\.brand), minimumVoices: minimumVoices)
        else { return nil }
        let before = Period(length: .month, index: first)...Period(length: .month, index: last)
        return StrengthChange(before: before, support: support, brand: brand)
    }

    /// The brand's cell over all time and channels.
    private static func total(_ measure: MeasureID, _ cells: [KeyedCell]) -> Cell? {
        cells.first { $0.key.measure == measure && $0.key.period.length == .all }?.cell
    }

    private static func mean(_ measure: MeasureID, _ cells: [KeyedCell]) -> StretchMean? {
        let months = cells.filter { $0.key.measure == measure && $0.key.period.length == .month }
            .map { (index: $0.key.period.index, cell: $0.cell) }
            .sorted { $0.index < $1.index }
        return total(measure, cells).flatMap { StretchMean($0, months: months) }
    }
}

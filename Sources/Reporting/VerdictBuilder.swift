import Feedback
package import Flags
import Measures
package import Reports
package import Workspace

/// Puts the verdict on a brand into the form of a report.
package struct VerdictBuilder {
    let margin: Double
    let minimumVoices: Int

    init(margin: Double, minimumVoices: Int) {
        self.margin = margin
        self.minimumVoices = minimumVoices
    }

    /// Margin and minimum of voices as the workspace sets them.
    package init(settings: Settings) {
        self.init(margin: settings.margin, minimumVoices: settings.minimumVoices)
    }

    /// The verdict on a brand from its cells of months and of all time.
    package func verdict(of cells: BrandCells) -> Verdict { verdict(result(of: cells)) }

    /// The same as the test gives it.
    func result(of cells: BrandCells) -> EqualityVerdict {
        EqualityTest(margin: margin, minimumVoices: minimumVoices).verdict(for: cells.brand, cells: cells.all)
    }

    /// The result of the test as a report tells it.
    func verdict(_ result: EqualityVerdict) -> Verdict {
        let whole = comparison(result.whole)
        return Verdict(
            margin: margin,
            recent: result.recent.map(comparison),
            recentMonths: result.recentMonths,
            change: result.change.map(change),
            whole: whole,
            allSupport: Reports.Strength(result.support),
            allBrand: Reports.Strength(result.brandStrength),
            speaking: result.speaking.map(gap),
            detail: whole.state == .insufficient ? nil : detail(of: result)
        )
    }

    /// Without a test no number is given.
    private func comparison(_ result: StrengthComparison?) -> Comparison {
        let none = Reports.Strength(voices: result?.voices ?? 0)
        guard let result, let test = result.test, result.voices >= minimumVoices else {
            return Comparison(
                state: .insufficient,
                support: none,
                brand: none,
                firstMonth: result?.months?.lowerBound.description,
                lastMonth: result?.months?.upperBound.description
            )
        }
        let held = PrintedMean(tenths: result.difference.tenths, interval: test.equivalenceInterval)
        return Comparison(
            state: state(result.state),
            isEqualWithinMargin: result.isEqual,
            isDifferent: result.isDifferent,
            support: Reports.Strength(voices: result.voices, range: ValueRange(result.support)),
            brand: Reports.Strength(voices: result.voices, range: ValueRange(result.brand)),
            difference: ValueRange(result.difference),
            equality: ValueRange(held),
            firstMonth: result.months?.lowerBound.description,
            lastMonth: result.months?.upperBound.description,
            testedMonths: result.monthsTested
        )
    }

    private func state(_ state: StrengthComparison.State) -> VerdictState {
        switch state {
        case .equal: .equal
        case .different: .different
        case .undecided: .undecided
        }
    }

    private func change(_ change: Measures.StrengthChange) -> Reports.StrengthChange {
        Reports.StrengthChange(
            firstMonth: change.before.lowerBound.description,
            lastMonth: change.before.upperBound.description,
            support: gap(change.support),
            brand: gap(change.brand)
        )
    }

    private func gap(_ gap: MeanGap) -> StrengthGap {
        StrengthGap(
            first: Reports.Strength(voices: gap.firstVoices, range: ValueRange(gap.first)),
            second: Reports.Strength(voices: gap.secondVoices, range: ValueRange(gap.second)),
            difference: ValueRange(gap.difference),
            isDifferent: gap.isNonzero
        )
    }

    private func detail(of result: EqualityVerdict) -> EqualityDetail {
        var lead: Int?
        if let found = result.leadLag, found.p < 0.05 { lead = -found.lag }
        return EqualityDetail(
            tostP: result.whole?.test?.pEqual,
            differenceP: result.whole?.test?.pDifferent,
            blandAltmanBias: result.blandAltman?.bias,
            blandAltmanLow: result.blandAltman?.limits.lowerBound,
            blandAltmanHigh: result.blandAltman?.limits.upperBound,
            demingSlope: result.deming.map { ValueRange($0.slope, $0.slopeInterval) },
            demingIntercept: result.deming.map { ValueRange($0.intercept, $0.interceptInterval) },
            theilSenSlope: result.theilSen?.slope,
            leadMonths: lead
        )
    }
}

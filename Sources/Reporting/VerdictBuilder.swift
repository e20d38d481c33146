import Feedback
import Flags
import Measures
import Reports
import Workspace

/// Puts the verdict on a brand into the form of a report.
struct VerdictBuilder {
    let settings: Settings

    func verdict(of cells: BrandCells) -> Verdict {
        let test = EqualityTest(margin: settings.margin, minimumVoices: settings.minimumVoices)
        let result = test.verdict(for: cells.brand, cells: cells.all)
        let years = cells.periods(.year)
        let isShown = (result.support?.isSufficient ?? false) && (result.brandStrength?.isSufficient ?? false)
        let difference = isShown ? result.difference : nil
        return Verdict(
            state: difference == nil ? .insufficient : state(result.state),
            isEqualWithinMargin: difference != nil && result.isEqual,
            isDifferent: difference != nil && result.isDifferent,
            margin: settings.margin,
            support: Reports.Strength(result.support),
            brand: Reports.Strength(result.brandStrength),
            difference: difference.map { ValueRange($0.mean, $0.interval) },
            voices: result.voices,
            periods: result.basis == .voices ? 0 : result.pairs,
            firstYear: years.first.map { 1970 + $0.index },
            lastYear: years.last.map { 1970 + $0.index },
            detail: difference.map { detail(of: result, difference: $0) }
        )
    }

    private func state(_ state: EqualityVerdict.State) -> VerdictState {
        switch state {
        case .equal: .equal
        case .different: .different
        case .undecided: .undecided
        }
    }

    private func detail(of result: EqualityVerdict, difference: MeanDifference) -> EqualityDetail {
        var lead: Int?
        if let found = result.leadLag, found.p < 0.05 { lead = -found.lag }
        return EqualityDetail(
            tostP: difference.pEqual,
            differenceP: difference.pDifferent,
            blandAltmanBias: result.blandAltman?.bias,
            blandAltmanLow: result.blandAltman?.limits.lowerBound,
            blandAltmanHigh: result.blandAltman?.limits.upperBound,
            demingSlope: result.deming.map { ValueRange($0.slope, $0.slopeInterval) },
            demingIntercept: result.deming.map { ValueRange($0.intercept, $0.interceptInterval) },
            theilSenSlope: result.theilSen?.slope,
            leadMonths: lead,
            pairVoices: result.basis == .voices ? result.pairs : nil
        )
    }
}

import Measures
import Reports

/// Standard scores, where a source declares its scale as such.
struct SurveyBuilder {
    let minimumVoices: Int

    func scores(of cells: BrandCells) -> [SurveyScore] {
        let kinds: [(SurveyKind, MeasureID)] = [(.nps, .netPromoter), (.csat, .satisfaction), (.ces, .effort)]
        return kinds.compactMap { kind, measure in
            guard let cell = cells.total(measure), cell.n > 0 else { return nil }
            return SurveyScore(
                kind: kind,
                answers: cell.n,
                value: cell.n >= minimumVoices ? value(cell, measure) : nil
            )
        }
    }

    /// An effort score stands on the usual seven steps.
    private func value(_ cell: Cell, _ measure: MeasureID) -> ValueRange? {
        guard measure == .effort else {
            return Share(cell: cell, measure: measure).map { ValueRange($0.value, $0.low...$0.high) }
        }
        func step(_ strength: Double) -> Double { 1 + 6 * strength / 100 }
        return Measures.Strength(cell: cell).map { ValueRange(step($0.value), step($0.low)...step($0.high)) }
    }
}

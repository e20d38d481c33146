import Feedback
import Flags
import Measures
import Reports

/// Standard scores, where a source declares its scale as such: over all time, then by year.
struct SurveyBuilder {
    let minimumVoices: Int

    func scores(of cells: BrandCells) -> [SurveyScore] {
        SurveyInstrument.allCases.flatMap { kind in
            let measure = MeasureID(kind)
            let years = cells.periods(.year).map { ($0.description as String?, cells.cell(measure, $0)) }
            let rows = [(nil, cells.total(measure))] + years
            return rows.compactMap { period, cell in
                cell.flatMap { $0.n > 0 ? score(kind, measure, period, $0) : nil }
            }
        }
    }

    private func score(_ kind: SurveyInstrument, _ measure: MeasureID, _ period: String?, _ cell: Cell) -> SurveyScore {
        var score = SurveyScore(kind: kind, period: period, answers: cell.n)
        guard cell.n >= minimumVoices else { return score }
        if measure == .effort {
            // An effort score stands on the usual seven steps, whatever the scale it was asked on.
            guard let strength = Measures.Strength(cell: cell) else { return score }
            func step(_ strength: Double) -> Double { 1 + 6 * strength / 100 }
            score.value = ValueRange(step(strength.value), step(strength.low)...step(strength.high))
            score.standardError = strength.standardError.map { 6 * $0 / 100 }
        } else if let share = Share(cell: cell, measure: measure) {
            score.value = ValueRange(share.value, share.low...share.high)
            score.standardError = share.standardError
        }
        return score
    }
}

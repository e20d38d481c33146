import Flags
import Measures
import Reports
import Store

/// Puts movements that season or mix explain into the form of a report.
struct ExplainedBuilder {
    let notes: TrendNotes

    /// By brand, in the order of their names.
    func changes(of brands: [String]) -> [ExplainedChange] {
        brands.flatMap { brand in notes.explained.filter { $0.brand == brand }.compactMap(change) }
    }

    private func change(_ note: ExplainedRow) -> ExplainedChange? {
        guard let reason = Self.reason(note.cause) else { return nil }
        let facet = note.measure.hasPrefix("facet.") ? String(note.measure.dropFirst(6)) : nil
        let remaining: ValueRange? =
            if let value = note.remaining, let low = note.low, let high = note.high {
                ValueRange(value: value, low: low, high: high)
            } else { nil }
        return ExplainedChange(
            brand: note.brand,
            measure: facet == nil ? .support : .facet,
            facet: facet,
            reason: reason,
            from: note.from,
            to: note.to,
            rawDifference: FlagDetail.onTheScale(note.raw),
            remaining: remaining,
            voices: note.voices
        )
    }

    private static func reason(_ cause: String) -> ExplainedReason? {
        if cause == ExplainedRow.instrument { return .instrument }
        return ExplainedMovement.Cause(rawValue: cause).map { $0 == .mix ? .mix : .seasonal }
    }
}

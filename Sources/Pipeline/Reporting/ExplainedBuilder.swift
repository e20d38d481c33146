import Measures
import Reports

/// Puts movements that season or mix explain into the form of a report.
struct ExplainedBuilder {
    let notes: TrendNotes

    /// By brand, in the order of their names.
    func changes(of brands: [String]) -> [ExplainedChange] {
        brands.flatMap { brand in notes.explained.filter { $0.brand == brand }.compactMap(change) }
    }

    private func change(_ note: TrendNotes.Explained) -> ExplainedChange? {
        guard let cause = ExplainedMovement.Cause(rawValue: note.cause) else { return nil }
        let remaining: ValueRange? =
            if let value = note.remaining, let low = note.low, let high = note.high {
                ValueRange(value: value, low: low, high: high)
            } else { nil }
        return ExplainedChange(
            brand: note.brand,
            reason: cause == .mix ? .mix : .seasonal,
            from: note.from,
            to: note.to,
            rawDifference: note.raw,
            remaining: remaining,
            voices: note.voices
        )
    }
}

import Feedback

/// Counts the rows of a file that cannot be used, by what is wrong with them.
struct ReasonCounts {
    private struct Key: Hashable {
        let reason: RowProblem.Reason
        let message: String
    }

    /// Reasons that are told.
    private static let shown = 5
    /// Reasons that are told apart, so that memory stays constant.
    private static let most = 256

    private var places: [Key: Int] = [:]
    private var counts: [ImportSummary.Reason] = []

    mutating func add(_ problems: [RowProblem]) {
        for problem in problems { add(problem) }
    }

    /// The most frequent reasons, in the order of the file among equals.
    var top: [ImportSummary.Reason] {
        let ranked = counts.enumerated().sorted { ($1.element.rows, $0.offset) < ($0.element.rows, $1.offset) }
        return ranked.prefix(Self.shown).map(\.element)
    }

    private mutating func add(_ problem: RowProblem) {
        let key = Key(reason: problem.reason, message: problem.message)
        if let place = places[key] {
            counts[place].rows += 1
            return
        }
        guard counts.count < Self.most else { return }
        places[key] = counts.count
        counts.append(
            ImportSummary.Reason(
                reason: problem.reason.rawValue,
                message: problem.message,
                rows: 1,
                line: problem.line,
                byte: problem.byte
            )
        )
    }
}

import Feedback

/// Where a row stands: in the input, for its problem, and in the window, for its bytes.
struct RowPlace {
    let line: Int
    /// Offset of the row's first byte in the input.
    let byte: Int
    /// The row's bytes in the window of the stream, until the next pull.
    let range: Range<Int>
    /// The first bytes of a row that is too long to be held in the window.
    var head: [UInt8]?
}

/// What a reader of rows found next.
enum RowStep {
    case row(RowPlace)
    case problem(RowPlace, RowFault)
    /// A row that takes back the comment of an id.
    case withdrawn(id: String?, RowPlace)
    case skipped(SkipReason)
    case end
}

/// Why a row cannot be used.
struct RowFault: Error, Hashable {
    let reason: RowProblem.Reason
    let message: String
    /// Whether a rating is in no form of one, which costs a row with a text only the rating.
    var isUnreadRating = false
}

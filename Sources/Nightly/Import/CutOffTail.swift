import Feedback

/// Where the row stands within which an earlier, shorter state of the file ended.
struct CutOffTail {
    /// Offset of the row's first byte; `nil` before it was met.
    private(set) var byte: Int?
    private let end: Int

    /// `end`: how many bytes the earlier state had.
    init(end: Int?) {
        self.end = end ?? 0
    }

    /// Rows come in the order of the file.
    mutating func look(at origins: [RowOrigin?]) {
        for case let origin? in origins where origin.byte < end && origin.byte >= byte ?? 0 { byte = origin.byte }
    }
}

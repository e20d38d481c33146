extension CommentColumn {
    /// What a column holds.
    package enum Kind: Hashable, Sendable {
        /// A text that every comment has.
        case required
        case text, role
        /// The instant, its text and where its zone came from.
        case time
        /// The number and both ends of its scale.
        case rating
        case answers
    }

    /// What the column holds, as ``Comment/visitColumns(_:)`` has it.
    package var kind: Kind { Self.kinds[rawValue] }

    private static let kinds: [Kind] = {
        var reader = KindReader()
        var comment = Comment(source: "", externalID: "", text: "")
        comment.visitColumns(&reader)
        return allCases.map { reader.kinds[$0] ?? .text }
    }()
}

/// Learns the kinds of the columns from the one list of them.
private struct KindReader: CommentVisitor {
    private(set) var kinds: [CommentColumn: CommentColumn.Kind] = [:]

    mutating func required(_ column: CommentColumn, _ value: inout String) { kinds[column] = .required }
    mutating func text(_ column: CommentColumn, _ value: inout String?) { kinds[column] = .text }
    mutating func role(_ column: CommentColumn, _ value: inout AuthorRole) { kinds[column] = .role }
    mutating func time(_ column: CommentColumn, _ value: inout Timestamp?) { kinds[column] = .time }
    mutating func rating(_ column: CommentColumn, _ value: inout Rating?) { kinds[column] = .rating }
    mutating func answers(_ column: CommentColumn, _ value: inout [SurveyAnswer]) { kinds[column] = .answers }
}

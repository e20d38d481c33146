package import Feedback

/// A comment as it is stored, with its hashes: what needs no database, so that it can be made beside the one writer.
package struct CommentRow: Sendable {
    package let comment: Comment
    package let origin: RowOrigin
    /// Fingerprint of everything a source may edit.
    let contentHash: Int64
    /// What the row adds to the sum of its table.
    let sum: RowSum

    /// `origin`: where the comment was written, `nil` where that is not known.
    package init(_ comment: Comment, origin: RowOrigin?) {
        var comment = comment
        // The names by which it is looked up, as they are stored.
        comment.source = comment.source.withoutNull
        comment.externalID = comment.externalID.withoutNull
        self.comment = comment
        contentHash = comment.contentHash
        self.origin = origin ?? RowOrigin(digest: contentHash, byte: 0)
        sum = comment.rowSum
    }
}

extension Comment {
    /// The digest that the function `rowSum` gives of the stored row, whose values are those of ``HashedTable``.
    var rowSum: RowSum {
        var copy = self
        var counter = CommentCounter(comment: self)
        copy.visitColumns(&counter)
        if !CommentColumn.added.isEmpty {
            counter.isAtAdded = true
            copy.visitColumns(&counter)
        }
        return RowSum(row: counter.row)
    }
}

/// Puts the columns of a comment that count in its hash behind one another, as ``HashedTable`` names them: the names of
/// the comment, the columns, and in another round those that were added later.
private struct CommentCounter: CommentVisitor {
    private(set) var row = RowBytes()
    var isAtAdded = false

    init(comment: Comment) {
        row.add(text: comment.source.withoutNull)
        row.add(text: comment.externalID.withoutNull)
    }

    mutating func required(_ column: CommentColumn, _ value: inout String) {
        if isDue(column), column != .source, column != .externalID { row.add(text: value.withoutNull) }
    }

    mutating func text(_ column: CommentColumn, _ value: inout String?) {
        if isDue(column) { add(value?.withoutNull) }
    }

    mutating func role(_ column: CommentColumn, _ value: inout AuthorRole) {
        if isDue(column) { row.add(text: value.rawValue) }
    }

    mutating func time(_ column: CommentColumn, _ value: inout Timestamp?) {
        guard isDue(column) else { return }
        add(value?.instant.milliseconds)
        // What a later time was written as, and where its zone came from, never counted.
        guard column.hasCertainty || isAtAdded else { return }
        add(value?.original.withoutNull)
        add(value?.zoneOrigin.rawValue)
        if column.hasCertainty { add(value?.certainty.rawValue) }
    }

    mutating func rating(_ column: CommentColumn, _ value: inout Rating?) {
        guard isDue(column) else { return }
        add((value?.thousandths).map { Int64($0) })
        add((value?.scale.low).map { Int64($0) })
        add((value?.scale.high).map { Int64($0) })
    }

    mutating func answers(_ column: CommentColumn, _ value: inout [SurveyAnswer]) {
        if isDue(column) { add(value.isEmpty ? nil : JSONText.encode(value)) }
    }

    private func isDue(_ column: CommentColumn) -> Bool { CommentColumn.added.contains(column) == isAtAdded }

    private mutating func add(_ text: String?) {
        if let text { row.add(text: text) } else { row.addNull() }
    }

    private mutating func add(_ number: Int64?) {
        if let number { row.add(number) } else { row.addNull() }
    }
}

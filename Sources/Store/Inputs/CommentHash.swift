import Feedback

extension Comment {
    /// Fingerprint of everything a source may edit.
    ///
    /// Texts come first, then times, the rating and answers; columns that were added later come last, and only where they
    /// hold something, so that no stored hash ever changes.
    var contentHash: Int64 {
        var copy = self
        var hasher = CommentHasher()
        for part in CommentHasher.Part.allCases {
            hasher.part = part
            copy.visitColumns(&hasher)
        }
        return hasher.print.value
    }
}

/// Adds the columns of a comment to a fingerprint, one part after another.
private struct CommentHasher: CommentVisitor {
    enum Part: CaseIterable {
        case texts, times, ratings, answers, added
    }

    var part = Part.texts
    private(set) var print = ContentFingerprint()

    mutating func required(_ column: CommentColumn, _ value: inout String) {
        // What names a comment is no part of its content.
        guard column != .source, column != .externalID else { return }
        add(value, column, .texts)
    }

    mutating func text(_ column: CommentColumn, _ value: inout String?) { add(value, column, .texts) }

    mutating func role(_ column: CommentColumn, _ value: inout AuthorRole) { add(value.rawValue, column, .texts) }

    mutating func time(_ column: CommentColumn, _ value: inout Timestamp?) {
        guard isDue(column, .times, isEmpty: value == nil) else { return }
        print.add(value)
    }

    mutating func rating(_ column: CommentColumn, _ value: inout Rating?) {
        guard isDue(column, .ratings, isEmpty: value == nil) else { return }
        print.add((value?.thousandths).map { Int64($0) })
        print.add((value?.scale.high).map { Int64($0) })
    }

    mutating func answers(_ column: CommentColumn, _ value: inout [SurveyAnswer]) {
        guard !value.isEmpty, isDue(column, .answers, isEmpty: false) else { return }
        print.add(JSONText.encode(value))
    }

    private mutating func add(_ value: String?, _ column: CommentColumn, _ own: Part) {
        if isDue(column, own, isEmpty: value == nil) { print.add(value) }
    }

    /// Whether a column is to be added now; an added one is told by its name.
    private mutating func isDue(_ column: CommentColumn, _ own: Part, isEmpty: Bool) -> Bool {
        guard CommentColumn.added.contains(column) else { return part == own }
        guard part == .added, !isEmpty else { return false }
        print.add(column.name)
        return true
    }
}

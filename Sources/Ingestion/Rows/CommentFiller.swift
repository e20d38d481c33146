import Feedback

/// Fills the columns of a comment from the fields of a row; ratings and answers, which stand for one another, are left.
struct CommentFiller: CommentVisitor {
    let builder: RowBuilder
    let row: FieldRow

    /// What is known already stays.
    func required(_ column: CommentColumn, _ value: inout String) throws(RowFault) {
        if value.isEmpty { value = builder.value(.comment(column), row) ?? "" }
    }

    func text(_ column: CommentColumn, _ value: inout String?) throws(RowFault) {
        value = builder.value(.comment(column), row)
    }

    func role(_ column: CommentColumn, _ value: inout AuthorRole) throws(RowFault) {
        value = try builder.role(row)
    }

    func time(_ column: CommentColumn, _ value: inout Timestamp?) throws(RowFault) {
        value = try builder.time(.comment(column), row)
    }

    func rating(_ column: CommentColumn, _ value: inout Rating?) throws(RowFault) {}

    func answers(_ column: CommentColumn, _ value: inout [SurveyAnswer]) throws(RowFault) {}
}

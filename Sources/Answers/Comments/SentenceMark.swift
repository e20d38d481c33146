import Reporting
import Reports
import Store
package import Workspace

/// Takes down that a sentence of a comment is scored wrongly.
package enum SentenceMark {
    /// Puts a sentence on the workspace's list, with personal data hidden.
    ///
    /// - Parameters:
    ///   - text: The sentence.
    ///   - side: −1, 0 or 1, as it should be.
    ///   - comment: The id of the comment in which it stands.
    ///   - day: When it was marked, such as `2014-12-31`.
    ///   - context: The workspace.
    /// - Throws: ``WorkspaceError`` `input` when no comment has the id, `usage` for an empty or too long sentence.
    package static func add(
        _ text: String,
        side: Int,
        comment: String,
        day: String,
        in context: WorkspaceContext
    ) throws {
        let found = try CommentExplanation.explanations(of: comment, in: context)
        guard let shown = try CommentExplanation.masked(found, in: context).first else { return }
        let masking = try context.database.read {
            try KnownNames.masking(of: [text], beside: context.settings.masking, in: $0)
        }
        try MarkedSentences(of: context.workspace).add(
            masking.hiding(found.compactMap(\.author)).masked(text),
            side: side,
            comment: shown.comment,
            language: shown.language,
            day: day
        )
    }
}

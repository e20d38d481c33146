import Feedback
import Reporting
import Reports
import Synchronization
package import Workspace

/// Scores sentences that people type, with the lists of the workspace; nothing of them is kept.
package final class WordTrial: Sendable {
    /// Characters of a sentence that is tried.
    package static let longestText = 2_000

    private let context: WorkspaceContext
    /// The lists last read, by their version: reading them takes a while.
    private let loaded = Mutex<(version: String, scorer: LoadedScorer)?>(nil)

    package init(context: WorkspaceContext) {
        self.context = context
    }

    /// The text with what the scorer makes of it.
    ///
    /// - Throws: ``WorkspaceError`` `usage` for a text that is too long.
    func comment(of text: String) throws -> LiveComment {
        guard text.unicodeScalars.count <= Self.longestText else {
            throw WorkspaceError(.usage, "the sentence is longer than \(Self.longestText) characters")
        }
        let explanation = try CommentExplanation(text: text, scorer: scorer())
        var comment = LiveComment(
            quote: Verbatim(
                commentID: "",
                source: "",
                language: explanation.language ?? Language.unknown.rawValue,
                segments: explanation.highlights.map(VerbatimBuilder.segment),
                choice: .exemplar,
                command: ""
            ),
            brand: nil,
            valence: explanation.valence,
            handlingValence: explanation.handlingValence
        )
        comment.parts = LiveCommentBuilder.parts(of: explanation)
        comment.mentions = LiveCommentBuilder.mentions(of: explanation)
        return comment
    }

    private func scorer() throws -> LoadedScorer {
        let version = try context.scorerVersion()
        return try loaded.withLock { loaded in
            if let loaded, loaded.version == version { return loaded.scorer }
            let scorer = try context.loadScorer()
            loaded = (version, scorer)
            return scorer
        }
    }
}
